import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {clocks, openClocks} from '../clocks.mjs';

/** Longer than this no cell may take; it ends there, and what is missing is shown as slower than the limit. */
export const limitMs = 60_000;

/** Bytes of script that are alive, array buffers included; what the browser keeps for its nodes is another number. */
async function heap({page}) {
  for (let round = 0; round < 3; round++) await page.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    backingStorageSize = 0,
    embedderHeapUsedSize = 0,
  } = await page.send('Runtime.getHeapUsage');
  return {script: usedSize + backingStorageSize, nodes: embedderHeapUsedSize};
}

function within(promise, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too slow'), {isLate: true})), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** One library with one number of boxes in a browser of its own: every act, with its CPU time per frame. */
export async function measureCell({origin, name, count, frames}) {
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

    /** An act with the CPU time it took; per frame when it counts frames. */
    const measured = async (act, options) => {
      const before = await clocks(cdp);
      const result = await call(act, options);
      const after = await clocks(cdp);
      const {frames: shared = 1, ms, moves} = typeof result === 'number' ? {ms: result} : result;
      const perFrame = {main: (after.main - before.main) / shared, all: (after.all - before.all) / shared};
      if (failures.length > 0) throw failures[0];
      return {...perFrame, ms, ...(moves ? {us: (perFrame.main / moves) * 1000} : {}), frames: shared};
    };
    const gesture = async (act) => {
      // The first frames pay for compiling; a library that needs half a second for one has no such worries.
      await call(act, {count: 20, limitMs: 500});
      await call('rest');
      found[act] = await measured(act, {count: frames, limitMs: 4000, from: 20});
    };
    const measureAll = async () => {
      await call('init', {name, count});
      const before = await heap(cdp);
      found.load = await measured('load');
      const after = await heap(cdp);
      found.heap = {script: after.script - before.script, nodes: after.nodes - before.nodes};
      await gesture('pan');
      await gesture('zoom');
      found.settle = await measured('settle');
      if (await call('canHover')) {
        await call('moves', {count: 500, limitMs: 500});
        found.moves = await measured('moves', {count: 5000, limitMs: 2000});
        await gesture('hover');
      }
      found.dragStart = await measured('dragStart');
      await gesture('drag');
      found.dragEnd = await measured('dragEnd');
      found.proof = await call('proof');
      await call('destroy');
      if (failures.length > 0) throw failures[0];
    };
    await within(measureAll(), limitMs);
  } catch (error) {
    if (!error.isLate) throw error;
    found.isLate = true;
  } finally {
    await browser.close();
  }
  return found;
}
