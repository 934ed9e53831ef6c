import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gate, median, round} from '../numbers.mjs';
import {installPeers, versionOf} from '../peers.mjs';
import {largePhoto} from '../photo.mjs';
import {servePage} from '../serve-page.mjs';
import {measureCell} from './cell.mjs';
import {radii, sizes} from './scene.js';

const here = dirname(fileURLToPath(import.meta.url));

const ways = [
  {name: 'ours', title: 'ours'},
  {name: 'limit', title: 'limit'},
  {name: 'canvas', title: 'full-size canvas'},
  {name: 'put', title: 'whole-image put'},
  {name: 'fabric', title: 'fabric brush'},
  {name: 'konva', title: 'konva line'},
  {name: 'nothing', title: 'empty frame'},
];

/** The fills and the loading are measured in the cells of this brush. */
const usualRadius = 50;

/** Strokes, undo, fills and prior masks on pictures of three sizes: ours beside the usual ways. */
export async function run({reps, quick}) {
  installPeers();
  // One photo for all: it is stretched to the size of the mask, which nothing here depends on.
  const server = await servePage(here, {'photo.jpg': await largePhoto({width: 4000, height: 3000})});
  const usedSizes = quick ? [sizes[0], sizes[2]] : sizes;
  const usedRadii = quick ? [usualRadius] : radii;
  const runs = new Map();
  try {
    for (let repetition = 0; repetition < reps; repetition++) {
      for (const size of usedSizes) {
        for (const radius of usedRadii) {
          for (const {name} of ways) {
            const key = keyOf(size, radius, name);
            const cell = await measureCell({
              origin: `${server.origin}/`,
              name,
              size,
              radius,
              frames: quick ? 60 : 150,
              hasBucket: radius === usualRadius,
            });
            runs.set(key, [...(runs.get(key) ?? []), cell]);
          }
        }
      }
      console.log(`repetition ${repetition + 1} of ${reps} done`);
    }
  } finally {
    await server.close();
  }
  const details = Object.fromEntries([...runs].map(([key, found]) => [key, middle(found)]));
  const of = (size, radius, name) => details[keyOf(size, radius, name)];
  return {
    browser: `Chromium ${[...runs.values()][0][0].browser.split('.')[0]}`,
    versions: {fabric: versionOf('fabric'), konva: versionOf('konva')},
    about: `Stage 1200 x 800 at one device pixel per CSS pixel, the whole picture in view, one pointer move per animation frame; radii in picture pixels. CPU ms of the page's main thread, with the frame; "empty frame" is one in which nothing happens; ratios of moves are without it, growth is with it. "limit" writes and shows the same pixels and knows no history, no locks, no pan. Medians of ${reps}, each in a fresh browser, ways interleaved; of longest tasks the best run, because a busy machine makes gaps of its own.`,
    tables: tables(of, usedSizes, usedRadii),
    gates: gates(of, usedSizes, usedRadii),
    details,
  };
}

const keyOf = (size, radius, name) => `${size.name} ${radius} ${name}`;

/** The median of every number, but of longest tasks the least. */
function middle(found) {
  const pick = (key, values) => {
    if (values.some((value) => value === undefined || value === null)) return undefined;
    if (typeof values[0] === 'object')
      return Object.fromEntries(
        Object.keys(values[0]).map((inner) => [
          inner,
          pick(
            inner,
            values.map((value) => value[inner]),
          ),
        ]),
      );
    if (typeof values[0] !== 'number') return values[0];
    return round(key === 'longest' ? Math.min(...values) : median(values), 3);
  };
  return pick('', found);
}

const short = (value, digits = 2) =>
  value === undefined ? '-' : String(round(value, value < 10 ? digits : 0));

function tables(of, usedSizes, usedRadii) {
  const table = (title, radiiShown, text) => ({
    title,
    rows: [
      ['', ...ways.map((way) => way.title)],
      ...usedSizes.flatMap((size) =>
        radiiShown.map((radius) => [
          radiiShown.length > 1 ? `${size.name}, radius ${radius}` : size.name,
          ...ways.map(({name}) => text(of(size, radius, name))),
        ]),
      ),
    ],
  });
  const usual = [usualRadius];
  return [
    table('Pointer move and its frame, main CPU ms', usedRadii, ({move}) => short(move.main)),
    table('Pointer move and its frame, all processes, CPU ms', usedRadii, ({move}) => short(move.all)),
    table('End of a stroke and two frames, main CPU ms', usedRadii, ({end}) => short(end.main)),
    table('End of a stroke, longest task, wall ms', usedRadii, ({end}) => short(end.longest)),
    table('Undo and two frames, main CPU ms', usedRadii, ({undo}) => short(undo?.main)),
    table('Kept for undo, KB a stroke', usedRadii, ({bytes}) => short(bytes && bytes / 1000, 1)),
    table('Bucket over most of the picture, all processes, CPU ms', usual, ({bucket}) => short(bucket?.all)),
    table('Bucket, main CPU ms', usual, ({bucket}) => short(bucket?.main)),
    table('Bucket, wall ms', usual, ({bucket}) => short(bucket?.ms)),
    table('Bucket, longest task, ms', usual, ({bucket}) => short(bucket?.longest)),
    table('Load of a prior mask until painted, wall ms', usual, ({load}) => short(load?.ms)),
  ];
}

function gates(of, usedSizes, usedRadii) {
  const [first, last] = [usedSizes[0], usedSizes.at(-1)];
  const radius = usualRadius;
  /** What a move adds to a frame in which nothing happens. */
  const added = (size, name) => of(size, radius, name).move.main - of(size, radius, 'nothing').move.main;
  const ratio = (size, peer) => added(size, peer) / added(size, 'ours');
  const beats = (size, peer, part) =>
    gate(
      `${size.name}: a move at most 1/${part} of a ${peer === 'canvas' ? 'full-size canvas' : peer}`,
      `1/${round(ratio(size, peer), 1)}`,
      ratio(size, peer) >= part,
    );
  const growth = of(last, radius, 'ours').move.main / of(first, radius, 'ours').move.main;
  const slowest = Math.max(
    ...usedSizes.flatMap((size) => usedRadii.map((each) => of(size, each, 'ours').move.main)),
  );
  const ends = usedSizes.flatMap((size) => usedRadii.map((each) => of(size, each, 'ours').end.longest));
  const undos = usedSizes.flatMap((size) =>
    usedRadii.filter((each) => each <= 50).map((each) => of(size, each, 'ours').undo.main),
  );
  const shares = usedSizes.flatMap((size) =>
    usedRadii.map((each) => of(size, each, 'ours').bytes / (size.width * size.height)),
  );
  const isSameFill = usedSizes.every(
    (size) => of(size, radius, 'canvas').filled === of(size, radius, 'ours').filled,
  );
  const fills = usedSizes.map(
    (size) => of(size, radius, 'canvas').bucket.all / of(size, radius, 'ours').bucket.all,
  );
  return [
    beats(first, 'canvas', 8),
    beats(last, 'canvas', 30),
    gate(`${last.name} at most 1.2x of ${first.name}`, `${round(growth)}x`, growth <= 1.2),
    gate('fills end with the same pixels', isSameFill ? 'yes' : 'no', isSameFill),
    gate('every move at most 8 ms', `${round(slowest)} ms`, slowest <= 8),
    gate('end of a stroke: no task over 5 ms', `${round(Math.max(...ends))} ms`, Math.max(...ends) <= 5),
    gate(
      'kept for undo: at most 0.5 % of a copy of the map',
      `${round(Math.max(...shares) * 100)} %`,
      Math.max(...shares) <= 0.005,
    ),
    gate(
      'undo at most 10 ms of CPU up to radius 50, its frames included',
      `${round(Math.max(...undos))} ms`,
      Math.max(...undos) <= 10,
    ),
    gate('bucket at most 1/5 of the RGBA way', `1/${round(Math.min(...fills), 1)}`, Math.min(...fills) >= 5),
  ];
}
