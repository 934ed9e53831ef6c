import {expect} from '@open-wc/testing';
import type {MaskData} from '../editor/mask-work.js';
import {emptyMap} from '../raster/label-map.js';
import {fillPolygon} from '../raster/polygon-fill.js';
import {MapWriter} from '../raster/map-writer.js';
import {areaOf} from '../raster/spans.js';
import {encodeTile} from '../raster/tiles.js';
import {MaskInWorker} from './mask-work.js';

/** A frame of number 300 (two bytes), 2 pixels wide, around a hole of 6×6, and a stray pixel. Shrunk, it keeps corners. */
function frame(): MaskData {
  const size = {width: 200, height: 150};
  const map = emptyMap(size, 300);
  const writer = new MapWriter(map, 300);
  const square = (from: number, to: number) => [
    {x: from, y: from},
    {x: to, y: from},
    {x: to, y: to},
    {x: from, y: to},
  ];
  fillPolygon([square(123, 133), square(125, 131)], writer.write);
  writer.write(3, 3, 4);
  return {
    size,
    tiles: writer.tiles.flatMap((place) => {
      const runs = encodeTile(map, place);
      return runs ? [{...place, runs}] : [];
    }),
  };
}

const native = globalThis.Worker;
let started = 0;

function replaceWorker(make: (url: URL, options: WorkerOptions) => Worker): void {
  globalThis.Worker = function (url: URL, options: WorkerOptions) {
    started++;
    return make(url, options);
  } as unknown as typeof Worker;
}

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );

describe('MaskInWorker', () => {
  let work: MaskInWorker;

  beforeEach(() => {
    started = 0;
    replaceWorker((url, options) => new native(url, options));
    work = new MaskInWorker();
  });
  afterEach(() => {
    work.close();
    globalThis.Worker = native;
  });

  async function expectWork(): Promise<void> {
    const mask = frame();
    const [hole, rest, all, outside, filled, islands, grown, shrunk, areas] = await Promise.all([
      work.area(mask, {x: 128.5, y: 128.5}, 'connected'),
      work.area(mask, {x: 0, y: 0}, 'connected'),
      work.area(mask, {x: 123.5, y: 123.5}, 'all'),
      work.area(mask, {x: 200, y: 0}, 'connected'),
      work.fixUp(mask, 300, {kind: 'fill-holes', most: 36}),
      work.fixUp(mask, 300, {kind: 'remove-islands', most: 1}),
      work.fixUp(mask, 300, {kind: 'grow'}),
      work.fixUp(mask, 300, {kind: 'shrink'}),
      work.areasOf(mask, 300, 5),
    ]);
    expect([hole, rest, all, outside].map(areaOf)).to.deep.equal([36, 200 * 150 - 101, 65, 0]);
    expect([filled, islands, grown, shrunk].map(areaOf)).to.deep.equal([36, 1, 4 * 10 + 20 + 4, 64 - 4 + 1]);
    expect(areas).to.deep.equal([
      {box: {left: 123, top: 123, right: 133, bottom: 133}, pixels: 64, at: {x: 128.5, y: 123.5}},
      {box: {left: 3, top: 3, right: 4, bottom: 4}, pixels: 1, at: {x: 3.5, y: 3.5}},
    ]);
    expect([...islands]).to.deep.equal([3, 3, 4]);
  }

  it('does many jobs in one worker, and the mask stays as it is', async () => {
    await expectWork();
    expect(started).to.equal(1);
  });

  it('does them in the page where no worker can be made', async () => {
    replaceWorker(() => {
      throw new DOMException('cross-origin', 'SecurityError');
    });
    await expectWork();
    globalThis.Worker = undefined as unknown as typeof Worker;
    work = new MaskInWorker();
    await expectWork();
  });

  it('does them in the page when the worker’s file is missing', async () => {
    replaceWorker(() => new native(new URL('/no/such/file.js', location.href), {type: 'module'}));
    await expectWork();
    expect(started).to.equal(1);
  });

  it('stops what is aborted at once, be it under way or waiting, and answers the others in their order', async () => {
    const stops = [new AbortController(), new AbortController()] as const;
    const mask = frame();
    const answered: string[] = [];
    const ask = (name: string, signal?: AbortSignal) =>
      work.areasOf(mask, 300, 1, signal).then(() => answered.push(name));
    const running = outcome(ask('running', stops[0].signal));
    const second = ask('second');
    const waiting = outcome(ask('waiting', stops[1].signal));
    const last = ask('last');
    await Promise.resolve();
    stops.forEach((stop) => stop.abort());
    expect([await running, await waiting]).to.deep.equal(['AbortError', 'AbortError']);
    await Promise.all([second, last]);
    expect(answered).to.deep.equal(['second', 'last']);
    expect(await outcome(ask('late', AbortSignal.abort()))).to.equal('AbortError');
  });

  it('rejects what has no answer when it is closed, and starts anew when it is asked again', async () => {
    const pending = outcome(work.areasOf(frame(), 300, 1));
    await Promise.resolve();
    work.close();
    expect(await pending).to.equal('AbortError');
    await expectWork();
  });
});
