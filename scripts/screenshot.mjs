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
  await page.getByRole('button', {name: /^Animals, people and boats/}).click();
  await portal.ready();
  await portal.waitForPicture();
  await page.getByRole('row', {name: /^animal 2/}).click();
  await page
    .getByText('Dismiss')
    .or(page.getByRole('button', {name: 'Dismiss'}))
    .first()
    .click();
  await page.mouse.move(640, 300);
  await page.screenshot({path: join(root, 'docs/portal.jpg'), type: 'jpeg', quality: 82});
} finally {
  await browser.close();
  await server.close();
}
