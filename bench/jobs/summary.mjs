import {gate, median, round} from '../numbers.mjs';

/** What was found, as tables and targets. */
export function summary({sizes, runs, filled, reps, version}) {
  const details = Object.fromEntries([...runs].map(([key, found]) => [key, medians(found)]));
  const [small, large] = sizes;
  const at = (act, job, lines = large) => details[`${lines} ${act} ${job}`];
  const all = [...runs.keys()]
    .filter((key) => key.startsWith(`${large} `))
    .map((key) => key.split(' ').slice(1));
  return {
    browser: `Chromium ${version.split('.')[0]}`,
    about:
      `Jobs of ${large} texts beside jobs of ${small}, in the portal as it is, in a browser and a copy of the profile of ` +
      `their own for each figure; medians of ${reps}, the longest task is that of the best run. \`none\`, \`half\`, \`full\`: ` +
      'how much of it is submitted, by one worker; `team`: all of it by three. All four jobs are in the store at once. ' +
      'The items were put into it with the code that decides what an edit stores, many in one transaction. Requests and ' +
      'records are what the page asked of IndexedDB and got; memory of processes is what all of the browser held above what it held before.',
    tables: [
      {
        title: `${large} objects, and how it grew from ${small}`,
        rows: [
          [
            '',
            'job',
            'ms',
            `of ${small}`,
            'longest task',
            'requests',
            'records',
            'most at once',
            'heap peak',
            'processes',
          ],
          ...all.map(([act, job]) => row(act, job, at(act, job), at(act, job, small))),
        ],
      },
      {
        title: 'Single acts in a job that is open, in ms',
        rows: [
          ['', 'job', `${small}`, `${large}`],
          ...all.flatMap(([act, job]) =>
            single.flatMap(([name, title]) =>
              at(act, job)[name] === undefined
                ? []
                : [[title, job, ms(at(act, job, small)[name]), ms(at(act, job)[name])]],
            ),
          ),
        ],
      },
    ],
    gates: gatesOf({at, large, small}).filter(Boolean),
    details: {...details, filled},
  };
}

const single = [
  ['formMs', 'file brought, form ready'],
  ['saveMs', 'edit saved'],
  ['saveP95', 'edit saved, 95 of 100'],
  ['bareMs', 'bare put'],
  ['bareP95', 'bare put, 95 of 100'],
  ['nextMs', 'submitted, next item there'],
  ['nextP95', 'submitted, next item there, 95 of 100'],
  ['listMs', 'list of items opened'],
  ['untouchedMs', 'list: those to do'],
  ['submittedMs', 'list: those done'],
  ['skippedMs', 'list: those skipped'],
  ['scrollMs', 'list: scrolled to the middle'],
];

const ms = (value) => round(value, 1);
const mb = (bytes) => (bytes === undefined ? '-' : `${round(bytes / 2 ** 20, 1)} MB`);

function row(act, job, large, small) {
  const {longestTask, requests, records, mostAtOnce, heapPeak, processPeak} = large;
  return [
    act,
    job,
    ms(large.ms),
    ms(small.ms),
    `${ms(longestTask)} ms`,
    requests,
    records,
    mostAtOnce,
    mb(heapPeak),
    mb(processPeak),
  ];
}

/** Exactness and counts first, which no busy machine changes; then ratios, then times. */
function gatesOf({at, large, small}) {
  /** A gate on what was measured; none for what was not. */
  const on = (act, job, make) => (at(act, job) ? make(at(act, job), at(act, job, small)) : undefined);
  const atMost = (target, found, most, unit = '') =>
    gate(`${target}: at most ${most}${unit}`, `${round(found, 2)}${unit}`, found <= most);
  const isThere = (target, found, wanted) => gate(`${target}: ${wanted}`, String(found), found === wanted);
  return [
    on('manifest', 'full', ({lines}) => isThere('lines of the output', lines, large)),
    on('restore', 'full', ({added}) => isThere('items restored', added, large)),
    on('again', 'full', ({same}) => isThere('items found the same when restored again', same, large)),
    on('jump', 'half', ({nodes}, before) =>
      atMost('nodes of the list beside those of a short one', nodes / before.nodes, 1.2, 'x'),
    ),
    on('manifest', 'full', ({records}) =>
      atMost('records read for the manifest, an item', records / large, 1.01),
    ),
    on('manifest', 'team', ({records}) =>
      atMost('records read for the manifest of three workers, an item', records / large, 3.01),
    ),
    on('zip', 'full', ({records}) => atMost('records read for the zip, an item', records / large, 2.01)),
    on('restore', 'full', ({transactions}) =>
      atMost('transactions to restore, a hundred items', (transactions * 100) / large, 1),
    ),
    on('again', 'full', ({transactions}) =>
      atMost('transactions to restore the same, a hundred items', (transactions * 100) / large, 1),
    ),
    on('home', 'team', ({records}) =>
      atMost('records read for the first screen, an item', records / large, 1.01),
    ),
    ...['none', 'half', 'full'].map((job) =>
      on('open', job, ({records}) => atMost(`records read to open (${job}), an item`, records / large, 1.01)),
    ),
    ...['manifest', 'zip', 'backup', 'restore', 'again', 'home', 'open', 'create'].map((act) =>
      on(act, act === 'home' ? 'team' : act === 'create' ? 'none' : 'full', ({mostAtOnce}) =>
        atMost(`records in one answer of the store (${act})`, mostAtOnce, 2000),
      ),
    ),
    ...['manifest', 'zip', 'backup', 'restore'].map((act) =>
      on(act, 'full', ({heapPeak}) => atMost(`heap of the page (${act})`, heapPeak / 2 ** 20, 64, ' MB')),
    ),
    on('save', 'full', ({saveMs}, before) =>
      atMost('edit saved beside a small job', saveMs / before.saveMs, 1.5, 'x'),
    ),
    on('save', 'full', ({saveP95}) => atMost('95 of 100 edits saved', saveP95, 50, ' ms')),
    on('next', 'half', ({nextP95}) => atMost('95 of 100 next items', nextP95, 50, ' ms')),
    on(
      'manifest',
      'full',
      ({ms: ours}) =>
        at('pages', 'full') &&
        atMost('manifest beside reading all answers in pages', ours / at('pages', 'full').ms, 0.05, 'x'),
    ),
    ...['create', 'open', 'home', 'jump', 'manifest', 'zip', 'backup', 'restore'].map((act) =>
      on(act, {create: 'none', home: 'team', jump: 'half'}[act] ?? 'full', ({longestTask}) =>
        atMost(`longest task of the page (${act})`, longestTask, 30, ' ms'),
      ),
    ),
  ];
}

function medians(found) {
  return Object.fromEntries(
    Object.keys(found[0]).map((key) => {
      const values = found.map((cell) => cell[key]);
      if (typeof values[0] !== 'number') return [key, values[0]];
      // A busy machine makes gaps of its own: a task that is always long is long in the best run too.
      return [key, round(key === 'longestTask' ? Math.min(...values) : median(values))];
    }),
  );
}
