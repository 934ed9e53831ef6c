import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {largePhoto} from '../photo.mjs';
import {gate, median, round} from '../numbers.mjs';
import {servePage} from '../serve-page.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const sizes = {
  '12 MP': {width: 4000, height: 3000},
  '50 MP': {width: 8640, height: 5760},
  '99 MP': {width: 11_500, height: 8600},
};
const ways = {viewer: 'gt-image-viewer', img: '<img> moved by CSS'};

/** Opens and moves pictures up to the largest that Ground Truth takes. */
export async function run({reps, quick}) {
  const names = Object.keys(sizes).filter((name) => !quick || name !== '50 MP');
  const files = {};
  for (const name of names) {
    const file = await largePhoto(sizes[name]);
    // Two addresses, so that the second can come from the prefetch alone.
    Object.assign(files, {[fileOf(name)]: file, [fileOf(name, 'next')]: file});
  }
  const server = await servePage(here, files);
  const runs = new Map();
  let version = '';
  try {
    for (let repetition = 0; repetition < reps; repetition++) {
      for (const name of names) {
        for (const way of Object.keys(ways)) {
          const key = `${name} ${way}`;
          const found = await measure(server.origin, name, way);
          version = found.version;
          runs.set(key, [...(runs.get(key) ?? []), found.numbers]);
        }
      }
    }
  } finally {
    await server.close();
  }

  const details = Object.fromEntries([...runs].map(([key, found]) => [key, medians(found)]));
  const cell = (name, way) => details[`${name} ${way}`];
  const largest = names.at(-1);
  const ours = cell(largest, 'viewer');
  const atMost = (target, value, most) =>
    gate(`${target} at most ${most} ms`, `${round(value, 1)} ms`, value <= most);
  return {
    browser: `Chromium ${version.split('.')[0]}`,
    about: `A JPEG photo on a stage of 1200 x 800. Medians of ${reps}, a browser per cell; the longest task is that of the best run.`,
    tables: names.map((name) => table(name, (way) => cell(name, way))),
    gates: [
      atMost(`${largest}: longest task of the page while opening`, ours.longestTask, 50),
      atMost(`${largest}: 95 of 100 frames of a pan`, ours.panP95, 16),
      atMost(`${largest}: 95 of 100 frames of a zoom`, ours.zoomP95, 16),
      ...names
        .slice(0, -1)
        .map((name) => atMost(`${name}: next picture when prefetched`, cell(name, 'viewer').nextMs, 40)),
    ],
    details,
  };
}

const fileOf = (name, prefix = 'photo') => `${prefix}-${name.replace(' ', '')}.jpg`;

async function measure(origin, name, way) {
  const numbers = {};
  const inBrowser = async (acts) => {
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: [...browserFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
    });
    try {
      const page = await browser.newPage({viewport: {width: 1200, height: 800}});
      await page.goto(`${origin}/`);
      await page.waitForFunction('globalThis.isReady');
      const call = (act, value) =>
        page.evaluate(([key, argument]) => globalThis.bench[key](argument), [act, value]);
      await call('init', way);
      await acts(call);
      return browser.version();
    } finally {
      await browser.close();
    }
  };
  const version = await inBrowser(async (call) => {
    numbers.openMs = (await call('open', fileOf(name))).ms;
    const zoom = await call('zoom');
    const pan = await call('pan');
    Object.assign(numbers, {
      zoomP95: zoom.p95,
      zoomLongest: zoom.longest,
      panP95: pan.p95,
      panLongest: pan.longest,
    });
    await call('prefetch', fileOf(name, 'next'));
    numbers.nextMs = (await call('open', fileOf(name, 'next'))).ms;
  });
  // The messages that find the longest task keep a core busy, so it has a browser of its own.
  await inBrowser(async (call) => {
    numbers.longestTask = (await call('watchOpen', fileOf(name))).longestTask;
  });
  return {numbers, version};
}

function medians(found) {
  return Object.fromEntries(
    Object.keys(found[0]).map((key) => {
      const values = found.map((cell) => cell[key]);
      // A busy machine makes gaps of its own: a task that is always long is long in the best run too.
      return [key, round(key === 'longestTask' ? Math.min(...values) : median(values))];
    }),
  );
}

function table(name, cell) {
  const row = (title, key) => [title, ...Object.keys(ways).map((way) => `${round(cell(way)[key], 1)} ms`)];
  return {
    title: `${name}, ${sizes[name].width} x ${sizes[name].height}`,
    rows: [
      ['', ...Object.values(ways)],
      row('opened and painted', 'openMs'),
      row('longest task of the page while opening', 'longestTask'),
      row('pan, 95 of 100 frames', 'panP95'),
      row('pan, longest frame', 'panLongest'),
      row('zoom, 95 of 100 frames', 'zoomP95'),
      row('zoom, longest frame', 'zoomLongest'),
      row('next picture (prefetched where there is a way)', 'nextMs'),
    ],
  };
}
