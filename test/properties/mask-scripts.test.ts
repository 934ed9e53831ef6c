import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define/gt-segmentation-task.js';
import '../../src/define/gt-session.js';
import {decodeMaskPng} from '../../src/raster/png/decode-mask.js';
import {encodeMaskPng} from '../../src/raster/png/encode-mask.js';
import {newDatabase} from '../helpers/job.js';
import {MaskJob} from '../helpers/mask-job.js';
import {drawnPicture} from '../helpers/pictures.js';
import {slowStroke} from '../helpers/slow-brush.js';

/** Three tiles wide and two high. */
const size = {width: 300, height: 160};
const labels = ['car', 'dog', 'tree'];
type Way = readonly (readonly [number, number])[];

/** What a person may do. Labels count from 1; 0 is nobody's. */
type Act =
  | {readonly kind: 'stroke'; readonly label: number; readonly size: number; readonly way: Way}
  | {readonly kind: 'fill'; readonly label: number; readonly x: number; readonly y: number}
  | {readonly kind: 'relabel'; readonly from: number; readonly label: number}
  | {readonly kind: 'undo' | 'redo' | 'reload'};

const label = fc.integer({min: 1, max: labels.length});
const x = fc.integer({min: -20, max: size.width + 20});
const y = fc.integer({min: -20, max: size.height + 20});
const acts = {
  stroke: fc.record({
    kind: fc.constant('stroke' as const),
    label: fc.nat(labels.length),
    size: fc.oneof(fc.integer({min: 1, max: 9}), fc.integer({min: 1, max: 80})),
    way: fc.array(fc.tuple(x, y), {minLength: 1, maxLength: 4}),
  }),
  fill: fc.record({
    kind: fc.constant('fill' as const),
    label,
    x: fc.nat(size.width - 1),
    y: fc.nat(size.height - 1),
  }),
  // Relabelled as 0 means deleted.
  relabel: fc.record({kind: fc.constant('relabel' as const), from: label, label: fc.nat(labels.length)}),
  plain: fc.record({kind: fc.constantFrom('undo' as const, 'redo' as const)}),
  reload: fc.record({kind: fc.constant('reload' as const)}),
};
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {weight: 40, arbitrary: acts.stroke},
  {weight: 10, arbitrary: acts.fill},
  {weight: 12, arbitrary: acts.relabel},
  {weight: 30, arbitrary: acts.plain},
  {weight: 3, arbitrary: acts.reload},
);

/** What the task should hold, kept the simplest way: every state there was, as a label for each pixel. */
class Model {
  #states: (readonly number[])[];
  #at = 0;

  constructor(opened: readonly number[]) {
    this.#states = [opened];
  }

  get pixels(): readonly number[] {
    return this.#states[this.#at]!;
  }

  get steps(): number {
    return this.#at;
  }

  /** True when something changed. */
  commit(pixels: readonly number[]): boolean {
    if (pixels.every((each, at) => each === this.pixels[at])) return false;
    this.#states = [...this.#states.slice(0, this.#at + 1), pixels];
    this.#at++;
    return true;
  }

  undo(): void {
    this.#at = Math.max(0, this.#at - 1);
  }

  redo(): void {
    this.#at = Math.min(this.#states.length - 1, this.#at + 1);
  }
}

/** The area of one label around a place, by its four neighbours. */
function filled(pixels: readonly number[], at: number, wanted: number): number[] {
  const [result, from] = [[...pixels], pixels[at]];
  if (from === wanted) return result;
  const queue = [at];
  result[at] = wanted;
  for (const place of queue) {
    const column = place % size.width;
    const next = [place - size.width, place + size.width];
    if (column > 0) next.push(place - 1);
    if (column < size.width - 1) next.push(place + 1);
    for (const other of next) {
      if (result[other] !== from) continue;
      result[other] = wanted;
      queue.push(other);
    }
  }
  return result;
}

/** Does an act on the task and on the model. */
async function perform(job: MaskJob, model: Model, act: Act): Promise<void> {
  const {pixels} = model;
  switch (act.kind) {
    case 'stroke': {
      const changed = [...pixels];
      // A quarter beside the corner of a pixel, where sizes that are odd and even know their middle.
      const way = act.way.map(([column, row]) => [column + 0.25, row + 0.25] as const);
      for (const [column, row] of slowStroke(act, way, size)) changed[row * size.width + column] = act.label;
      job.press(act.label === 0 ? 'e' : 'b');
      if (act.label > 0) job.press(String(act.label));
      await job.setSize(act.size);
      job.drag(way[0]!, ...way.slice(1));
      model.commit(changed);
      return;
    }
    case 'fill': {
      if (!model.commit(filled(pixels, act.y * size.width + act.x, act.label))) return;
      job.press('f');
      job.press(String(act.label));
      job.drag([act.x + 0.5, act.y + 0.5]);
      return job.task.stepsAre(model.steps, 'fill');
    }
    case 'relabel': {
      const at = pixels.indexOf(act.from);
      if (at < 0 || act.from === act.label) return;
      job.press('v');
      job.drag([(at % size.width) + 0.5, Math.floor(at / size.width) + 0.5]);
      job.press(act.label === 0 ? 'Delete' : String(act.label));
      job.press('Escape');
      model.commit(pixels.map((each) => (each === act.from ? act.label : each)));
      return;
    }
    case 'undo':
      job.press('Control+z');
      return model.undo();
    case 'redo':
      job.press('Control+y');
      return model.redo();
    case 'reload':
      return job.reload();
  }
}

const hash = (pixels: Iterable<number>): number => {
  let value = 0x811c9dc5;
  for (const pixel of pixels) value = Math.imul(value ^ pixel, 0x01000193) >>> 0;
  return value;
};

/** Document, regions, value, picker and file say what the model says. */
async function expectAgreement(job: MaskJob, model: Model, when: string): Promise<void> {
  const {task} = job;
  const {pixels} = model;
  const present = labels.filter((_, index) => pixels.includes(index + 1));
  const numbers = new Map(task.regions.map((region) => [region.number, labels.indexOf(region.label) + 1]));
  numbers.set(0, 0);
  const found = Array.from(task.map.data, (number) => numbers.get(number) ?? -1);
  expect(hash(found), `map ${when}`).to.equal(hash(pixels));
  expect(task.steps, `steps ${when}`).to.equal(model.steps);
  expect(task.regions.map((region) => region.label).toSorted(), `regions ${when}`).to.deep.equal(present);
  const value = task.element.value as {labelMappings: object} | undefined;
  // A mask without any label, be it emptied or new, is no answer before the person says that there is nothing.
  if (present.length === 0) return expect(value, `value ${when}`).to.equal(undefined) as never;
  expect(Object.keys(value?.labelMappings ?? {}).toSorted(), `value ${when}`).to.deep.equal(present);
  const {line, files} = await task.element.toManifestLine();
  const written = JSON.parse(line);
  expect(written['areas-ref']).to.equal(files[0]?.path);
  const map = written['areas-ref-metadata']['internal-color-map'];
  const decoded = await decodeMaskPng(await files[0]!.blob.bytes(), map);
  const said = Array.from(decoded.data, (id) => labels.indexOf(map[id]['class-name']) + 1);
  expect(hash(said), `file ${when}`).to.equal(hash(pixels));
}

/** The mask that every second line comes with. */
const earlier = Array.from({length: size.width * size.height}, (_, at) => {
  const [column, row] = [at % size.width, Math.floor(at / size.width)];
  return (column - 150) ** 2 + (row - 80) ** 2 < 3600 ? 2 : column < 60 && row > 90 ? 3 : 0;
});

function manifest(count: number): string {
  const prior = {
    'areas-ref': 'earlier.png',
    'areas-ref-metadata': {
      'internal-color-map': {
        '0': {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0},
        '2': {'class-name': 'dog', 'hex-color': '#1f77b4', confidence: 0},
        '3': {'class-name': 'tree', 'hex-color': '#ff7f0e', confidence: 0},
      },
      type: 'groundtruth/semantic-segmentation',
    },
  };
  return Array.from({length: count}, (_, n) =>
    JSON.stringify({'source-ref': 'picture.png', n, ...(n % 2 === 1 && prior)}),
  ).join('\n');
}

describe('scripts of masks', () => {
  it('leave map, regions, IndexedDB, value and file in agreement: 60 of up to 12 acts', async function () {
    this.timeout(150_000);
    const [count, batch] = [60, 20];
    const picture = await drawnPicture(size.width, size.height);
    const palette = ['#ffffff', '#2ca02c', '#1f77b4', '#ff7f0e'];
    const mask = new Blob([await encodeMaskPng({...size, data: Uint8Array.from(earlier), palette})]);
    const job = await MaskJob.open({
      database: newDatabase(),
      manifest: manifest(count),
      labels,
      size,
      pictureOf: (ref) => (ref === 'earlier.png' ? mask : picture),
    });
    let next = 0;
    const hasPrior = (item: number) => item % 2 === 1;
    /** A mask that was emptied has no value that one could wait for. */
    const maskIsThere = async (item: number, {pixels}: Model) => {
      if (hasPrior(item) && pixels.some((label) => label > 0)) await job.maskIsThere();
    };
    const goTo = async (item: number, model: Model) => {
      await job.goTo(item);
      await maskIsThere(item, model);
    };
    const scripts = fc.array(fc.array(anyAct, {minLength: 1, maxLength: 12}), {
      minLength: batch,
      maxLength: batch,
    });
    await fc.assert(
      fc.asyncProperty(scripts, async (performed) => {
        const done: {readonly item: number; readonly model: Model; readonly history: number}[] = [];
        for (const script of performed) {
          const item = next++ % count;
          const model = new Model(hasPrior(item) ? earlier : earlier.map(() => 0));
          await goTo(item, model);
          for (const act of script) {
            await perform(job, model, act);
            if (act.kind === 'reload') await maskIsThere(item, model);
          }
          await expectAgreement(job, model, `of item ${item}`);
          done.push({item, model, history: job.task.element.history.undone.length});
        }
        await job.reload();
        for (const {item, model, history} of done) {
          await goTo(item, model);
          await expectAgreement(job, model, `of item ${item} after a reload`);
          expect(job.task.element.history.undone.length, 'what can be done again').to.equal(history);
        }
      }),
      {numRuns: count / batch, endOnFailure: true, includeErrorInReport: true},
    );
    expect(next).to.equal(count);
    job.close();
  });
});
