import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';
import {gate, round} from '../numbers.mjs';
import {servePage} from '../serve-page.mjs';
import {manifestFile} from './data.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const ways = ['plain', 'ours', 'screen', 'split'];

/** Opens manifests of several sizes: ours, a plain read as the limit, and `text.split` with `JSON.parse`. */
export async function run({reps, quick, full}) {
  const server = await servePage(here);
  const small = await manifestFile(10_000);
  const large = await manifestFile(quick ? 100_000 : 1_000_000);
  // Chromium gives an empty text for files of this size: the obvious way cannot open them at all.
  const huge = full ? await manifestFile(3_500_000) : undefined;

  let browserVersion = '';
  const measure = async ({file}, way) => {
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: [...browserFlags, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    });
    browserVersion = browser.version();
    try {
      const result = {};
      for (const kind of ['time', 'watch']) {
        const page = await browser.newPage();
        await page.goto(server.origin);
        await page.evaluate(() => globalThis.bench.opened());
        await page.setInputFiles('input', file);
        Object.assign(result, await page.evaluate(([how, name]) => globalThis.bench[how](name), [kind, way]));
        await page.close();
      }
      return result;
    } finally {
      await browser.close();
    }
  };

  const cells = new Map();
  for (let repetition = 0; repetition < reps; repetition++) {
    for (const data of [small, large, ...(huge ? [huge] : [])]) {
      for (const way of data === huge ? ['plain', 'ours', 'screen'] : ways) {
        const key = `${data.lines} ${way}`;
        cells.set(key, [...(cells.get(key) ?? []), await measure(data, way)]);
      }
    }
  }
  await server.close();

  const middle = (data, way) => medians(cells.get(`${data.lines} ${way}`));
  const details = Object.fromEntries([...cells].map(([key, found]) => [key, medians(found)]));
  const tables = [small, large, ...(huge ? [huge] : [])].map((data) => table(data, middle));
  const largest = huge ?? large;
  const [plain, ours, split] = [middle(large, 'plain'), middle(large, 'ours'), middle(large, 'split')];
  const screen = middle(large, 'screen');
  const screenGrowth = middle(largest, 'screen').firstMs / middle(small, 'screen').firstMs;
  const ofLargest = middle(largest, 'ours');
  const growth = ofLargest.firstMs / middle(small, 'ours').firstMs;
  const gates = [
    gate(
      'every line found, first and last item right',
      `${ours.lineCount}`,
      ours.lineCount === large.lines && ours.isFirst && ours.isLast,
    ),
    gate('first item at most 50 ms', `${round(ours.firstMs)} ms`, ours.firstMs <= 50),
    gate(`first item of ${mb(largest)} at most 2x of ${mb(small)}`, `${round(growth)}x`, growth <= 2),
    gate(
      `first task on screen of ${mb(largest)} at most 2x of ${mb(small)}`,
      `${round(screen.firstMs)} ms, ${round(screenGrowth)}x`,
      screen.lineCount === large.lines && screenGrowth <= 2,
    ),
    gate('index at most 1.3x of a plain read', `${round(ours.ms / plain.ms)}x`, ours.ms <= 1.3 * plain.ms),
    gate('longest task of the page at most 30 ms', `${round(ours.longestTask)} ms`, ours.longestTask <= 30),
    gate(
      'longest task with a session on screen at most 30 ms',
      `${round(screen.longestTask)} ms`,
      screen.longestTask <= 30,
    ),
    // Up to one block of offsets is not full, and the manifest keeps the first 64 KB of the file.
    gate(
      'at most 8 bytes a line',
      `${round(ours.heap / ours.lineCount)}`,
      ours.heap <= 8 * ours.lineCount + 2 ** 19,
    ),
    gate('faster than text.split and JSON.parse', `${round(split.ms / ours.ms)}x`, ours.ms < split.ms),
  ];
  if (huge)
    gates.push(
      gate(
        `${mb(huge)} opens complete`,
        `${ofLargest.lineCount}`,
        ofLargest.lineCount === huge.lines && ofLargest.isLast,
      ),
    );
  return {browser: `Chromium ${browserVersion.split('.')[0]}`, tables, gates, details};
}

const mb = ({megabytes}) => `${Math.round(megabytes)} MB`;

function medians(found) {
  return Object.fromEntries(
    Object.keys(found[0]).map((key) => {
      const values = found.map((cell) => cell[key]).sort((a, b) => a - b);
      // A busy machine makes gaps of its own: a task that is always long is long in the best run too.
      if (key === 'longestTask') return [key, round(values[0])];
      return [key, typeof values[0] === 'number' ? round(values[values.length >> 1]) : values.every(Boolean)];
    }),
  );
}

function table(data, middle) {
  const has = (way) => way !== 'split' || data.megabytes < 512;
  const row = (name, key, unit) => [
    name,
    ...ways.map((way) => {
      const value = has(way) ? middle(data, way)[key] : undefined;
      return value === undefined ? '-' : `${round(unit === 'MB' ? value / 2 ** 20 : value)} ${unit}`;
    }),
  ];
  return {
    title: `${data.lines} lines, ${mb(data)}`,
    rows: [
      ['', 'plain read', 'ours', 'gt-session', 'split + parse'],
      row('first item', 'firstMs', 'ms'),
      row('all lines known', 'ms', 'ms'),
      row('longest task of the page', 'longestTask', 'ms'),
      row('heap kept', 'heap', 'MB'),
      row('one item', 'entryMs', 'ms'),
      row('a page of 21', 'pageMs', 'ms'),
    ],
  };
}
