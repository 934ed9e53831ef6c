// The built portal as a set of static files: from any sub-path, offline, under its own strict policy, without a word
// to any other server.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/run.mjs';
import {launch, watchErrors} from '../helpers/browser.mjs';
import {PortalPage} from '../helpers/portal.mjs';
import {serve} from '../helpers/serve.mjs';

describe('the portal as static files', () => {
  let server, browser;
  before(async () => {
    server = await serve({folders: {'/deep/sub/': join(root, 'dist-demo')}});
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function withPage(use) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  it('runs every sample job from a sub-path, asks no other server, breaks no policy', () =>
    withPage(async (page, context) => {
      const errors = watchErrors(page);
      const strangers = [];
      context.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.origin))
          strangers.push(request.url());
      });
      const portal = new PortalPage(page);
      await page.addInitScript(() => {
        window.violations = [];
        addEventListener('securitypolicyviolation', (event) =>
          window.violations.push(event.violatedDirective),
        );
      });
      await page.goto(`${server.origin}/deep/sub/`);
      for (const sample of ['Old photographs', 'What is in the picture?', 'Support messages']) {
        await page.getByRole('button', {name: new RegExp(`^${sample.replace('?', '\\?')}`)}).click();
        await portal.ready();
        if (sample !== 'Support messages') await portal.waitForPicture();
        await page.keyboard.press('1');
        await portal.submitByEnter(1);
        await portal.waitForPosition(2);
        await page.getByRole('button', {name: 'Stop and resume later'}).click();
        await page.getByText('Try a sample job').waitFor();
      }
      await page.getByRole('button', {name: /^Animals, people and boats/}).click();
      await portal.ready();
      await portal.waitForPicture();
      await page.getByRole('row', {name: /^animal 1/}).click();
      await page
        .getByRole('textbox', {name: 'Width'})
        .or(page.getByRole('spinbutton', {name: 'Width'}))
        .waitFor();
      assert.equal(await page.getByText(/^1 of \d+ done$/).count(), 0);
      await page.getByRole('button', {name: 'Stop and resume later'}).click();
      await page.getByText('Try a sample job').waitFor();
      assert.equal(await page.getByText(/^1 of \d+ done$/).count(), 3);
      assert.deepEqual(await page.evaluate(() => window.violations), []);
      assert.deepEqual(strangers, []);
      assert.deepEqual(errors, []);
    }));

  it('works offline after the first visit', () =>
    withPage(async (page, context) => {
      await page.goto(`${server.origin}/deep/sub/`);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await page.reload();
      await context.setOffline(true);
      await page.reload();
      const portal = new PortalPage(page);
      await page.getByRole('button', {name: /^Old photographs/}).click();
      await portal.ready();
      await portal.waitForPicture();
    }));
});
