// How a page may end, or be put to sleep: reloaded within a stroke, crashed, frozen, kept for Back.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import puppeteer from 'puppeteer-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {launchWithProfile} from '../helpers/browser.mjs';
import {
  answer,
  isShell,
  openJob,
  ready,
  said,
  shellOnly,
  stored,
  waitForStatus,
  withFaults,
} from '../helpers/faults.mjs';

/** How often a page is reloaded in each test. */
const reloads = 3;

describe('a page that ends', () => {
  const faults = withFaults({hasBrowser: false});

  let profiles = 0;

  /** A page that keeps its data on the disk, as people's do. */
  const withPage = async (use) => {
    const context = await launchWithProfile(join(faults.temporary, `profile-${++profiles}`));
    try {
      await use(await context.newPage());
    } finally {
      await context.close();
    }
  };

  const openMasks = async (page) => {
    await openJob(page, faults.page('gt-segmentation-task'));
    await paintable(page);
    await page.evaluate('fault.task.focus()');
  };

  it('keeps the stroke that is under the finger when it is reloaded', () =>
    withPage(async (page) => {
      await openMasks(page);
      for (let n = 1; n <= reloads; n++) {
        await page.mouse.move(400, 200 + 20 * n);
        await page.mouse.down();
        await page.mouse.move(600, 210 + 20 * n, {steps: 3});
        await painted(page);
        await page.reload();
        await ready(page);
        await paintable(page);
        assert.equal(await page.evaluate('fault.task.history.done.length'), n, `after reload ${n}`);
        await page.mouse.up();
      }
    }));

  it('keeps the corner that was set the moment before it is reloaded', () =>
    withPage(async (page) => {
      await openMasks(page);
      await page.keyboard.press('q');
      // How things are set up is stored now and then; a page that ends in that moment is another matter.
      await page.waitForFunction('fault.stored().then(({tool}) => tool === "shape")');
      for (let n = 1; n <= reloads; n++) {
        await page.mouse.click(400 + 30 * n, 200 + (n % 2) * 90);
        await painted(page);
        await page.reload();
        await ready(page);
        await paintable(page);
        assert.equal(await page.evaluate('fault.task.draft?.drawn.legs.length'), n, `after reload ${n}`);
        await page.evaluate('fault.task.focus()');
      }
    }));

  it('has stored what it called saved when its process crashes', () =>
    withPage(async (page) => {
      await openJob(page, faults.page());
      await answer(page, 5);
      await waitForStatus(page, 'saved');
      const devtools = await page.context().newCDPSession(page);
      void devtools.send('Page.crash').catch(() => undefined);
      await new Promise((resolve) => page.once('crash', resolve));
      const next = await page.context().newPage();
      await openJob(next, faults.page());
      assert.equal((await stored(next)).counts.submitted, 5);
      assert.deepEqual((await said(next)).alerts, []);
    }));

  it('tells what was painted exactly, also after the graphics process has crashed', () =>
    withPage(async (page) => {
      await openMasks(page);
      await page.keyboard.press('1');
      await page.mouse.move(400, 250);
      await page.mouse.down();
      await page.mouse.move(600, 300, {steps: 3});
      await page.mouse.up();
      const isPainted = () => page.waitForFunction('fault.task.history.done.length === 1');
      await isPainted();
      await waitForStatus(page, 'saved');
      const file = () => page.evaluate(async () => (await fault.task.getAnswer()).labeledImage.pngImageData);
      const before = await file();
      // A headless browser paints without that process: what pages see of its end is said by hand.
      const devtools = await page.context().browser().newBrowserCDPSession();
      await devtools.send('Browser.crashGpuProcess').catch(() => undefined);
      await page.evaluate(() => {
        const canvases = (root) => [
          ...root.querySelectorAll('canvas'),
          ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
            shadowRoot ? canvases(shadowRoot) : [],
          ),
        ];
        for (const canvas of canvases(document)) {
          for (const name of ['contextlost', 'contextrestored']) canvas.dispatchEvent(new Event(name));
          canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
        }
      });
      assert.equal(await file(), before);
      await page.reload();
      await ready(page);
      await paintable(page);
      await isPainted();
      assert.equal(await file(), before, 'and so is what is stored');
    }));
});

/** The picture is there, and so is the work on it. */
async function paintable(page) {
  await page.waitForFunction('fault.task.acceptsSubmit');
  const viewer = await page.locator('gt-image-viewer').elementHandle();
  await page.waitForFunction((element) => element.shownSrc, viewer);
  await painted(page);
}

/** What the pointer did has reached the screen. */
const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe('a page that sleeps', () => {
  const faults = withFaults({
    hasBrowser: false,
    pages: {'/elsewhere': '<!doctype html><title>Elsewhere</title>'},
  });

  /** Playwright keeps every page awake and turns off what this is about. */
  const withBrowser = async (use) => {
    const browser = await puppeteer.launch({
      executablePath: findBrowser(),
      args: browserFlags,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      await use(browser, await browser.newPage());
    } finally {
      await browser.close();
    }
  };

  it('disturbs no other tab while it is frozen, and goes on when it wakes', (test) =>
    withBrowser(async (browser, page) => {
      if (await isShell(page)) return test.skip(shellOnly);
      await openJob(page, faults.page());
      await page.evaluate('fault.task.focus()');
      await page.waitForFunction('fault.task.acceptsSubmit');
      await page.keyboard.press('1');
      const other = await browser.newPage();
      await other.bringToFront();
      await page.evaluate(() => fault.session.session.settled());
      const devtools = await page.createCDPSession();
      await devtools.send('Page.setWebLifecycleState', {state: 'frozen'});
      await openJob(other, faults.page());
      await other.evaluate(() => fault.session.session.takeOver());
      await answer(other, 2);
      await other.waitForFunction(`fault.status()?.kind === 'saved'`, {timeout: 5000});
      assert.equal((await stored(other)).counts.submitted, 2);
      await devtools.send('Page.setWebLifecycleState', {state: 'active'});
      await page.bringToFront();
      await waitForStatus(page, 'read-only');
    }));

  it('comes back by Back as it was, and can be worked on at once', (test) =>
    withBrowser(async (_browser, page) => {
      if (await isShell(page)) return test.skip(shellOnly);
      await openJob(page, faults.page());
      await answer(page, 2);
      await page.evaluate('globalThis.isSamePage = true');
      await page.goto(`${faults.origin}/elsewhere`);
      await page.goBack();
      await ready(page);
      assert.equal(await page.evaluate('globalThis.isSamePage'), true);
      await answer(page, 1);
      await waitForStatus(page, 'saved');
      assert.equal((await stored(page)).counts.submitted, 3);
    }));
});
