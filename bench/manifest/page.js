import {beginManifest} from '../../src/entries/formats.ts';
import '../../src/define/gt-classification-task.ts';
import '../../src/define/gt-session.ts';
import {longestTask} from '../longest-task.js';

const file = () => document.querySelector('input').files[0];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** What the heap holds after everything that is not needed has gone. */
async function heap() {
  for (let round = 0; round < 3; round++) await globalThis.gc({execution: 'async'});
  return performance.memory.usedJSHeapSize;
}

/** Time and memory of an act. */
async function timed(act) {
  const before = await heap();
  const start = performance.now();
  const result = await act();
  const ms = performance.now() - start;
  return {...result, ms, heap: (await heap()) - before};
}

/** Keeps what was made until the heap has been measured. */
let kept;

/** The file's bytes, looked at by nobody. */
async function plain() {
  let bytes = 0;
  for await (const chunk of file().stream()) bytes += chunk.length;
  return {bytes};
}

async function ours() {
  const start = performance.now();
  const manifest = await beginManifest(file());
  const first = await manifest.entry(0);
  const firstMs = performance.now() - start;
  await manifest.indexed;
  kept = manifest;
  return {firstMs, isFirst: first.ok && first.value['source-ref'].endsWith('tree-00000000.jpg')};
}

/** What a page would do without thinking. */
async function split() {
  const start = performance.now();
  const text = await file().text();
  const lines = text.split('\n').filter((line) => line !== '');
  kept = lines.map((line) => JSON.parse(line));
  return {firstMs: performance.now() - start, lineCount: kept.length};
}

/** Single items and pages out of the middle of an open manifest. */
async function items() {
  const {lineCount} = kept;
  const last = await kept.entry(lineCount - 1);
  const entries = [];
  const pages = [];
  for (let at = 1; at <= 40; at++) {
    const item = Math.floor(((lineCount - 21) * at) / 41);
    let start = performance.now();
    await kept.entry(item);
    entries.push(performance.now() - start);
    start = performance.now();
    await kept.entries(item, item + 21);
    pages.push(performance.now() - start);
  }
  const isLast =
    last.ok && last.value['source-ref'].endsWith(`tree-${String(lineCount - 1).padStart(8, '0')}.jpg`);
  return {lineCount, isLast, entryMs: median(entries), pageMs: median(pages)};
}

/** A picture of one pixel: decoding pictures is not what is measured here. */
const dot = new Promise((resolve) => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  canvas.getContext('2d').fillRect(0, 0, 1, 1);
  canvas.toBlob(resolve);
});

const shown = (task) => new Promise((resolve) => task.addEventListener('gt-ready', resolve, {once: true}));

/** A page with a session that has shown an item already: what comes next is the cost of the file, not of the page. */
async function openSession() {
  const picture = await dot;
  const session = document.createElement('gt-session');
  const task = document.createElement('gt-classification-task');
  Object.assign(task, {labels: ['healthy', 'leaf rust', 'mildew'], header: 'How is the tree?'});
  Object.assign(session, {database: `bench-${crypto.randomUUID()}`, resolveSource: () => picture});
  session.append(task);
  document.body.append(session);
  const ready = shown(task);
  session.manifestFile = new Blob(['{"source-ref":"s3://orchard-demo/first.jpg"}\n']);
  await ready;
  Object.assign(session, {jobName: 'bench'});
  return {session, task};
}

const session = openSession();

/** The file in a session: until its first item is painted and takes input, and until all lines are known. */
async function screen() {
  const {session: element, task} = await session;
  const start = performance.now();
  const ready = shown(task);
  element.manifestFile = file();
  await ready;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const firstMs = performance.now() - start;
  while (!element.session?.state.isTotalKnown) await new Promise((resolve) => setTimeout(resolve, 10));
  kept = element;
  return {firstMs, lineCount: element.session.state.counts.total};
}

const ways = {plain, ours, split, screen};

globalThis.bench = {
  opened: () => session.then(() => true),
  time: async (way) => ({...(await timed(ways[way])), ...(way === 'ours' ? await items() : {})}),
  watch: async (way) => ({longestTask: await longestTask(ways[way])}),
};
