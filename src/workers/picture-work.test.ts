import {expect} from '@open-wc/testing';
import {drawnPicture, turnedJpeg} from '../../test/helpers/pictures.js';
import type {Orientation} from '../geometry/orientation.js';
import {uprightSize} from '../geometry/orientation.js';
import {areaOf, boundsOfSpans} from '../raster/spans.js';
import type {Segmenter} from '../vision/segmenter.js';
import {PictureInWorker, type PictureWorkOptions} from './picture-work.js';

const native = globalThis.Worker;
const open: PictureInWorker[] = [];

function opened(
  options: Pick<PictureWorkOptions, 'blob' | 'frame'> & Partial<PictureWorkOptions>,
): PictureInWorker {
  const work = new PictureInWorker({key: 'picture', ...options});
  open.push(work);
  return work;
}

const plain = (width: number, height: number) => ({stored: {width, height}, orientation: 1 as Orientation});

/** Grey with a red rectangle at 20, 10 of 15 × 5 pixels. */
const redOnGrey = (width = 60, height = 40, type = 'image/png') =>
  drawnPicture(width, height, type, (context) => {
    context.fillStyle = 'rgb(90 90 90)';
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'rgb(200 20 20)';
    context.fillRect(20, 10, 15, 5);
  });

const wandAt = (x: number, y: number) =>
  ({at: {x, y}, tolerance: 40, isContiguous: true, neighbours: 4, smoothing: 0}) as const;

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

const ways: Record<string, () => void> = {
  'in a worker': () => undefined,
  'in the page, where no worker can be made': () => {
    globalThis.Worker = undefined as unknown as typeof Worker;
  },
  'in the page, when the worker’s file is missing': () => {
    globalThis.Worker = function () {
      return new native(new URL('/no/such/file.js', location.href), {type: 'module'});
    } as unknown as typeof Worker;
  },
};

afterEach(() => {
  globalThis.Worker = native;
  for (const work of open.splice(0)) work.close();
});

for (const [way, arrange] of Object.entries(ways)) {
  describe(`the pixels of a picture, ${way}`, () => {
    beforeEach(arrange);

    it('are those of the file', async () => {
      const work = opened({blob: await redOnGrey(), frame: plain(60, 40)});
      const found = await work.wand(wandAt(22, 12));
      expect(boundsOfSpans(found)).to.deep.equal({left: 20, top: 10, right: 35, bottom: 15});
      expect(areaOf(found)).to.equal(75);
      const part = await work.read({left: 19, top: 10, right: 21, bottom: 11});
      expect([...part.data]).to.deep.equal([90, 90, 90, 255, 200, 20, 20, 255]);
      const small = await work.read({left: 10, top: 10, right: 30, bottom: 15}, {width: 2, height: 1});
      expect([...small.data]).to.deep.equal([90, 90, 90, 255, 200, 20, 20, 255]);
    });

    it('show things, cells and edges', async () => {
      const work = opened({blob: await redOnGrey(), frame: plain(60, 40)});
      const box = {left: 19, top: 9, width: 17, height: 7};
      const thing = await work.segment({kind: 'box', box});
      expect(boundsOfSpans(thing)).to.deep.equal({left: 20, top: 10, right: 35, bottom: 15});
      const grid = await work.superpixels({x: 30, y: 20}, 16);
      expect(grid.box).to.deep.equal({left: 0, top: 0, right: 60, bottom: 40});
      expect(grid.cells).to.have.length(2400);
      expect(await work.superpixels({x: 1, y: 1}, 16)).to.deep.equal(grid);
      const way = await work.edgePath({x: 21, y: 10}, {x: 34, y: 10});
      for (const {y} of way) expect(y).to.be.within(8.5, 11.5);
      expect([way[0], way.at(-1)]).to.deep.equal([
        {x: 21, y: 10},
        {x: 34, y: 10},
      ]);
    });

    it('answer one after the other, and nothing once nobody wants it', async () => {
      const work = opened({blob: await redOnGrey(2000, 2000), frame: plain(2000, 2000)});
      const stop = new AbortController();
      const order: string[] = [];
      const note = (name: string, promise: Promise<unknown>) =>
        promise.then(
          () => order.push(name),
          (error: Error) => order.push(`${name}: ${error.name}`),
        );
      const all = [
        note('first', work.wand(wandAt(5, 5))),
        note('second', work.wand(wandAt(5, 5), stop.signal)),
        note('third', work.wand(wandAt(5, 5))),
      ];
      stop.abort();
      await Promise.all(all);
      expect(order).to.deep.equal(['second: AbortError', 'first', 'third']);
      expect(await note('late', work.wand(wandAt(5, 5), stop.signal))).to.equal(4);
      expect(order.at(-1)).to.equal('late: AbortError');
    });

    it('cannot be had of a file that is damaged, or not as large as it was said to be', async () => {
      const damaged = opened({blob: new Blob(['no picture']), frame: plain(10, 10)});
      expect(damaged.problem).to.equal(undefined);
      expect(await messageOf(damaged.wand(wandAt(1, 1)))).not.to.equal('no error');
      expect(damaged.problem).to.contain('cannot be read');
      expect(await messageOf(damaged.wand(wandAt(1, 1)))).to.equal(damaged.problem);
      const other = opened({blob: await redOnGrey(), frame: plain(40, 60)});
      expect(await messageOf(other.prepare())).to.contain('60 × 40 pixels instead of 40 × 60');
    });

    it('are given up when it is closed', async () => {
      const work = opened({blob: await redOnGrey(), frame: plain(60, 40)});
      const late = messageOf(work.wand(wandAt(1, 1)));
      work.close();
      expect(await late).to.contain('closed');
      expect(await messageOf(work.wand(wandAt(1, 1)))).to.contain('closed');
    });
  });
}

describe('the pixels of a picture', () => {
  it('cannot be had without its bytes', async () => {
    const work = opened({blob: undefined, frame: plain(10, 10)});
    expect(work.problem).to.contain('CORS');
    expect(await messageOf(work.wand(wandAt(1, 1)))).to.equal(work.problem);
    expect(await messageOf(work.segment({kind: 'points', plus: [{x: 1, y: 1}], minus: []}))).to.equal(
      work.problem,
    );
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    it(`are in the stored grid whatever way the file is turned: ${orientation}`, async () => {
      const stored = {width: 96, height: 64};
      const draw = (context: CanvasRenderingContext2D) => {
        context.fillStyle = 'rgb(30 30 30)';
        context.fillRect(0, 0, 96, 64);
        context.fillStyle = 'rgb(240 240 240)';
        context.fillRect(16, 8, 24, 16);
      };
      const blob = await turnedJpeg(96, 64, orientation, draw);
      const upright = await createImageBitmap(blob);
      const {width, height} = uprightSize(stored, orientation);
      expect([upright.width, upright.height]).to.deep.equal([width, height]);
      const work = opened({blob, frame: {stored, orientation}});
      const found = await work.wand(wandAt(20, 12));
      expect(boundsOfSpans(found)).to.deep.equal({left: 16, top: 8, right: 40, bottom: 24});
      const {data} = await work.read({left: 15, top: 23, right: 17, bottom: 25});
      expect(Array.from({length: 4}, (_, at) => data[at * 4]! > 128)).to.deep.equal([
        false,
        true,
        false,
        false,
      ]);
    });
  }

  it('go to a segmenter of the page, which then answers', async () => {
    const seen: string[] = [];
    const segmenter: Segmenter = {
      name: 'mine',
      prepare: async ({key}) => void seen.push(`prepare ${key}`),
      async segment(picture, prompt) {
        const {data} = await picture.read({left: 20, top: 10, right: 21, bottom: 11});
        seen.push(`${prompt.kind} ${data.join()}`);
        return Int32Array.of(1, 2, 3);
      },
    };
    const work = opened({blob: await redOnGrey(), frame: plain(60, 40), key: 'a.png', segmenter});
    await work.prepare();
    const spans = await work.segment({kind: 'box', box: {left: 0, top: 0, width: 5, height: 5}});
    expect([...spans]).to.deep.equal([1, 2, 3]);
    expect(seen).to.deep.equal(['prepare a.png', 'box 200,20,20,255']);
  });

  it('of more than 24 megapixels are read part by part', async () => {
    const blob = await redOnGrey(6000, 4200, 'image/jpeg');
    const work = opened({blob, frame: plain(6000, 4200)});
    expect(areaOf(await work.wand({...wandAt(3000, 3000), isContiguous: false}))).to.be.within(
      6000 * 4200 - 400,
      6000 * 4200 - 60,
    );
    expect(areaOf(await work.wand(wandAt(22, 12)))).to.be.within(40, 120);
  });
});
