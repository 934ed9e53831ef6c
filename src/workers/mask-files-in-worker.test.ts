import {expect} from '@open-wc/testing';
import {base64Of} from '../base/base64.js';
import {emptyMap} from '../raster/label-map.js';
import {encodeTile, tileGrid} from '../raster/tiles.js';
import {readMaskInWorker, writeMaskInWorker} from './mask-files-in-worker.js';

const meanings = [
  {number: 1, id: 1, color: '#2ca02c'},
  {number: 2, id: 2, color: '#1f77b4'},
];

/** Slanted stripes of two regions, as tiles and how to write them. */
function striped(width: number, height: number) {
  const map = emptyMap({width, height});
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) map.data[y * width + x] = Math.floor((x + y) / 37) % 3;
  const {columns, rows} = tileGrid(map);
  const tiles = Array.from({length: columns * rows}, (_, index) => {
    const place = {column: index % columns, row: Math.floor(index / columns)};
    const runs = encodeTile(map, place);
    if (!runs) throw new Error('a tile without stripes');
    return {...place, runs};
  });
  const plan = {
    size: {width, height},
    orientation: 1 as const,
    ids: new Map([
      [1, 1],
      [2, 2],
    ]),
    colors: new Map([
      [0, '#ffffff'],
      [1, '#2ca02c'],
      [2, '#1f77b4'],
    ]),
  };
  return {tiles, plan};
}

/** Counts the workers that are started meanwhile. `isBroken`: their script never comes. */
async function countingWorkers(isBroken: boolean, scene: () => Promise<void>): Promise<number> {
  const {Worker: Native} = globalThis;
  let started = 0;
  globalThis.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(isBroken ? '/there-is-no-such-worker.js' : url, options);
      started++;
    }
  };
  try {
    await scene();
  } finally {
    globalThis.Worker = Native;
  }
  return started;
}

for (const [name, width, height, workers] of [
  ['small ones in the page', 300, 200, 0],
  ['large ones in a worker', 1200, 1000, 2],
] as const) {
  for (const isBroken of [false, true]) {
    it(`writes and reads mask files, ${name}${isBroken ? ', or here when no worker comes' : ''}`, async () => {
      const {tiles, plan} = striped(width, height);
      const started = await countingWorkers(isBroken, async () => {
        const {blob, base64} = await writeMaskInWorker({tiles, plan});
        expect(base64).to.equal(base64Of(new Uint8Array(await blob.arrayBuffer())));
        const read = await readMaskInWorker({file: blob, meanings, orientation: 1});
        if (!read.ok) throw new Error(read.problems[0]?.message);
        expect(read.value.size).to.deep.equal({width, height});
        expect(read.value.numbers).to.deep.equal([1, 2]);
        expect(read.value.tiles).to.deep.equal(tiles);
        expect(read.value.unknownPixels).to.equal(0);
      });
      expect(started).to.equal(workers);
    });
  }
}

it('turns masks both ways for every orientation of a picture', async () => {
  const {tiles, plan} = striped(140, 60);
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    const {blob} = await writeMaskInWorker({tiles, plan: {...plan, orientation}});
    const bitmap = await createImageBitmap(blob);
    const isTurned = orientation >= 5;
    expect([bitmap.width, bitmap.height], `${orientation}`).to.deep.equal(isTurned ? [60, 140] : [140, 60]);
    const read = await readMaskInWorker({file: blob, meanings, orientation});
    expect(read.ok && read.value.tiles, `${orientation}`).to.deep.equal(tiles);
  }
});

it('says in words what is no mask, and stops when nobody wants it', async () => {
  for (const file of ['%%%', 'AAAA', new Blob(['<html>']), new Blob([])]) {
    const read = await readMaskInWorker({file, meanings, orientation: 1});
    expect(read.ok ? '' : read.problems[0]?.message).to.match(/\w{4,}/);
  }
  const abort = new AbortController();
  const {tiles, plan} = striped(1200, 1000);
  const {blob} = await writeMaskInWorker({tiles, plan});
  const reading = readMaskInWorker({file: blob, meanings, orientation: 1}, abort.signal);
  abort.abort(new Error('not wanted'));
  await reading.then(
    () => expect.fail('it was read'),
    (error: Error) => expect(error.message).to.equal('not wanted'),
  );
});
