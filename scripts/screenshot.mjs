// The picture in the README: the built portal at work. Run "npm run build -- demo" first.
import {join} from 'node:path';
import {launch} from '../test/helpers/browser.mjs';
import {PortalPage} from '../test/helpers/portal.mjs';
import {serve} from '../test/helpers/serve.mjs';
import {root} from './run.mjs';

const server = await serve({folders: {'/': join(root, 'dist-demo')}});
const browser = await launch();
try {
  const page = await browser.newPage({viewport: {width: 1280, height: 760}, deviceScaleFactor: 1.5});
  const portal = new PortalPage(page);
  await page.goto(server.origin);
  await page.getByRole('button', {name: /^Old photographs/}).click();
  await portal.ready();
  for (const number of [1, 2, 3]) {
    await portal.waitForPicture();
    await page.keyboard.press(['2', '2', '1'][number - 1]);
    if (number < 3) await portal.submitByEnter(number);
  }
  await page.keyboard.press('2');
  await page.getByText('Saved', {exact: true}).waitFor();
  await page.keyboard.press('PageUp');
  await portal.waitForPosition(2);
  await portal.waitForPicture();
  await page.screenshot({path: join(root, 'docs/portal.jpg'), type: 'jpeg', quality: 82});
} finally {
  await browser.close();
  await server.close();
}
