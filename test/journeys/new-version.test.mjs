// A new version of the portal comes while somebody draws: nothing of their work is lost, and nobody else is disturbed.
import assert from 'node:assert/strict';
import {cpSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'vite';
import {root} from '../../scripts/run.mjs';
import {launch, watchErrors} from '../helpers/browser.mjs';
import {demoFolder, withDemo} from '../helpers/demo.mjs';
import {PortalPage} from '../helpers/portal.mjs';
import {serve} from '../helpers/serve.mjs';

/** Puts another build in the place of the one in `folder`: all files that a change of the page changes have new names. */
async function nextVersion(folder, number) {
  const mark = {
    name: 'version',
    transform: (code, id) =>
      id.endsWith('/demo/main.ts')
        ? `${code}\ndocument.documentElement.dataset.version = '${number}';`
        : undefined,
  };
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'demo'),
    mode: 'demo',
    logLevel: 'error',
    plugins: [mark],
    build: {outDir: folder},
  });
}

const samples = [
  /^Old photographs/,
  /^What is in the picture/,
  /^Support messages/,
  /^Animals, people and boats/,
];

describe('the portal without a network, and in a new version', () => {
  const demo = withDemo({hasBrowser: false});
  let folder, server, browser;

  before(async () => {
    folder = join(demo.temporary, 'site');
    cpSync(demoFolder, folder, {recursive: true});
    server = await serve({folders: {'/portal/': folder}, headers: {'cache-control': 'max-age=600'}});
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const address = () => `${server.origin}/portal/`;
  const versionOf = (page) => page.evaluate(() => document.documentElement.dataset.version ?? '0');

  async function visit(context) {
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(address());
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return {page, portal: new PortalPage(page), errors};
  }

  async function openBoxes({page, portal}) {
    await page.getByRole('button', {name: samples[3]}).click();
    await portal.ready();
    await portal.waitForPicture();
  }

  /** Draws a box, and leaves another one half drawn. */
  async function draw({page}) {
    const {x, y, width, height} = await page.locator('gt-image-viewer .stage').boundingBox();
    await page.keyboard.press('b');
    await page.mouse.move(x + width * 0.3, y + height * 0.3);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.4, y + height * 0.4, {steps: 3});
    await page.mouse.up();
    await page.getByText('Saved', {exact: true}).waitFor();
  }

  const boxes = ({page}) => page.locator('gt-bbox-task').evaluate((task) => JSON.stringify(task.document));

  it('works in a plane after one visit, every sample', async () => {
    const context = await browser.newContext();
    try {
      const one = await visit(context);
      await context.setOffline(true);
      await one.page.reload();
      for (const sample of samples) {
        await one.page.getByRole('button', {name: sample}).click();
        await one.portal.ready();
        if (sample !== samples[2]) await one.portal.waitForPicture();
        await one.page.getByRole('button', {name: 'Stop and resume later'}).click();
        await one.page.getByText('Try a sample job').waitFor();
      }
      assert.deepEqual(one.errors, []);
    } finally {
      await context.close();
    }
  });

  it('can be installed: a manifest with every icon it names', async () => {
    const context = await browser.newContext();
    try {
      const {page} = await visit(context);
      const wrong = await page.evaluate(async () => {
        const link = document.querySelector('link[rel=manifest]');
        const {icons, start_url, id, display} = await (await fetch(link.href)).json();
        const found = [];
        for (const {src, sizes, type} of icons) {
          const image = new Image();
          image.src = new URL(src, link.href).href;
          await image.decode().catch(() => found.push(`${src} is no picture`));
          const {width, height} = image;
          if (type === 'image/png' && `${width}x${height}` !== sizes)
            found.push(`${src} is ${width}x${height}`);
        }
        if (!icons.some(({purpose}) => purpose === 'maskable')) found.push('no maskable icon');
        if (!start_url || !id || display !== 'standalone') found.push('not an application of its own');
        return found;
      });
      assert.deepEqual(wrong, []);
      const cdp = await context.newCDPSession(page);
      const {installabilityErrors} = await cdp.send('Page.getInstallabilityErrors');
      // A browser without windows installs nothing, whatever the page is.
      const others = installabilityErrors.filter(({errorId}) => errorId !== 'in-incognito');
      assert.deepEqual(others, []);
    } finally {
      await context.close();
    }
  });

  it('takes a new version when the worker wants it, with their drawing; another tab goes on undisturbed', async () => {
    const context = await browser.newContext();
    try {
      const one = await visit(context);
      const other = await visit(context);
      await one.page.reload();
      await other.page.reload();
      await other.page.getByRole('button', {name: samples[0]}).click();
      await other.portal.ready();
      await one.page.bringToFront();
      await openBoxes(one);
      await draw(one);
      const drawn = await boxes(one);
      assert.notEqual(drawn, 'null');

      await nextVersion(folder, 1);
      await one.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      const prompt = one.page.getByRole('status').filter({hasText: 'A new version is ready.'});
      await prompt.waitFor();
      assert.equal(await versionOf(one.page), '0', 'nothing happens by itself');
      await prompt.getByRole('button', {name: 'Later'}).click();
      await prompt.waitFor({state: 'detached'}).catch(() => {});
      await one.page.reload();
      await one.portal.ready();
      assert.equal(await versionOf(one.page), '0', 'later is later');
      await prompt.getByRole('button', {name: 'Reload now'}).click();
      await one.page.waitForFunction(() => document.documentElement.dataset.version === '1');
      await one.portal.ready();
      await one.portal.waitForPicture();
      assert.equal(await boxes(one), drawn, 'the drawing is there');

      await other.page.bringToFront();
      assert.equal(await versionOf(other.page), '0', 'the other tab was left alone');
      await other.page.keyboard.press('1');
      await other.portal.submitByEnter(1);
      await other.portal.saved();
      // What it has not loaded yet is of the old version: gone from the server, and kept here.
      await other.page.getByRole('button', {name: 'Stop and resume later'}).click();
      await openBoxes(other);
      await other.page.getByRole('button', {name: 'Reload now'}).click();
      await other.page.waitForFunction(() => document.documentElement.dataset.version === '1');
      await other.portal.ready();

      await context.setOffline(true);
      await one.page.reload();
      await one.portal.ready();
      assert.equal(await versionOf(one.page), '1');
      assert.equal(await boxes(one), drawn);
      const caches = await one.page.evaluate(async () => {
        const names = () => window.caches.keys();
        for (let tries = 0; tries < 100 && (await names()).length > 1; tries++)
          await new Promise((done) => setTimeout(done, 50));
        return names();
      });
      assert.equal(caches.length, 1, 'the files of the old version are gone');
      assert.deepEqual([...one.errors, ...other.errors], []);
    } finally {
      await context.close();
    }
  });
});
