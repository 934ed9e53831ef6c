// The built portal as a set of static files: from any sub-path, offline, under its own strict policy, without a word
// to any other server.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {watchErrors} from '../helpers/browser.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {PortalPage} from '../helpers/portal.mjs';

describe('the portal as static files', () => {
  const demo = withDemo({path: '/deep/sub/'});

  async function withPage(use) {
    const context = await demo.browser.newContext();
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
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(demo.origin))
          strangers.push(request.url());
      });
      const portal = new PortalPage(page);
      await page.addInitScript(() => {
        window.violations = [];
        addEventListener('securitypolicyviolation', (event) =>
          window.violations.push(event.violatedDirective),
        );
      });
      await page.goto(`${demo.origin}/deep/sub/`);
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
      await page.goto(`${demo.origin}/deep/sub/`);
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
