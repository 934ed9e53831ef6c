import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {clocks, openClocks} from '../clocks.mjs';

/** One way of painting with one size of picture and brush, in a browser of its own. */
export async function measureCell({origin, name, size, radius, frames, hasBucket}) {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const found = {browser: browser.version()};
  try {
    const page = await browser.newPage({viewport: {width: 1200, height: 800}});
    const failures = [];
    page.on('pageerror', (error) => failures.push(error));
    const cdp = await openClocks(browser, page);
    await page.goto(origin);
    await page.waitForFunction('globalThis.isReady');
    const call = (act, options) =>
      page.evaluate(([key, value]) => globalThis.bench[key](value), [act, options]);
    const measured = async (act, options) => {
      const before = await clocks(cdp);
      const result = await call(act, options);
      const after = await clocks(cdp);
      const shared = result?.frames ?? 1;
      const [main, all] = ['main', 'all'].map((key) => (after[key] - before[key]) / shared);
      return {main, all, ms: result?.ms, longest: result?.longest, frames: shared};
    };

    await call('init', {name, sizeName: size.name});
    // A stroke first that pays for compiling, and its undo.
    await call('press', radius);
    await call('moves', {count: 20, limitMs: 1000});
    await call('release');
    const canUndo = await call('canUndo');
    if (canUndo) await call('undo');
    await call('press', radius);
    found.move = await measured('moves', {count: frames, limitMs: 5000});
    found.end = await measured('release');
    found.bytes = await call('bytes');
    found.labelled = await call('labelled');
    if (canUndo) found.undo = await measured('undo');
    await call('press', radius);
    await call('moves', {count: frames, limitMs: 5000});
    found.end.longest = await call('watchedRelease');
    if (hasBucket && (await call('canFill'))) {
      await call('prepare');
      found.load = await measured('load');
      found.bucket = await measured('bucket');
      found.filled = await call('labelled');
    }
    await call('destroy');
    if (failures.length > 0) throw failures[0];
  } finally {
    await browser.close();
  }
  return found;
}
