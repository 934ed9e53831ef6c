import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define/gt-bbox-task.js';
import '../../src/define/gt-session.js';
import type {Box} from '../../src/geometry/box.js';
import {BoxJob} from '../helpers/box-job.js';
import {keys} from '../helpers/press.js';
import {newDatabase} from '../helpers/job.js';

const size = {width: 200, height: 150};
const labels = ['car', 'dog', 'tree'];

/** What a person may do. Boxes are chosen by a number that is taken modulo how many there are. */
type Act =
  | {readonly kind: 'create'; readonly label: number; readonly box: Box; readonly corner: number}
  | {readonly kind: 'move'; readonly which: number; readonly x: number; readonly y: number}
  | {readonly kind: 'resize'; readonly which: number; readonly x: number; readonly y: number}
  | {readonly kind: 'relabel'; readonly which: number; readonly label: number}
  | {readonly kind: 'delete'; readonly which: number}
  | {readonly kind: 'copy'; readonly which: number}
  | {readonly kind: 'paste' | 'undo' | 'redo' | 'reload'};

const share = fc.nat(100).map((percent) => percent / 100);
const which = fc.nat(20);
const label = fc.nat(labels.length - 1);
const anyBox = fc
  .record({
    left: fc.nat(180),
    top: fc.nat(130),
    width: fc.integer({min: 8, max: 90}),
    height: fc.integer({min: 8, max: 90}),
  })
  .map(({left, top, width, height}) => ({
    left,
    top,
    width: Math.min(width, size.width - left),
    height: Math.min(height, size.height - top),
  }));

const acts = {
  create: fc.record({kind: fc.constant('create' as const), label, box: anyBox, corner: fc.nat(3)}),
  place: fc.record({kind: fc.constantFrom('move' as const, 'resize' as const), which, x: share, y: share}),
  relabel: fc.record({kind: fc.constant('relabel' as const), which, label}),
  pick: fc.record({kind: fc.constantFrom('delete' as const, 'copy' as const), which}),
  plain: fc.record({kind: fc.constantFrom('paste' as const, 'undo' as const, 'redo' as const)}),
  reload: fc.record({kind: fc.constant('reload' as const)}),
};

const anyAct = (reloads: number): fc.Arbitrary<Act> =>
  fc.oneof(
    {weight: 30, arbitrary: acts.create},
    {weight: 20, arbitrary: acts.place},
    {weight: 10, arbitrary: acts.relabel},
    {weight: 16, arbitrary: acts.pick},
    {weight: 30, arbitrary: acts.plain},
    {weight: reloads, arbitrary: acts.reload},
  );

interface ModelBox extends Box {
  readonly label: string;
}

/** What the task should hold, kept the simplest way: every state there was. */
class Model {
  #states: (readonly ModelBox[])[];
  #at = 0;

  constructor(opened: readonly ModelBox[]) {
    this.#states = [opened];
  }

  get boxes(): readonly ModelBox[] {
    return this.#states[this.#at] ?? [];
  }

  get steps(): number {
    return this.#at;
  }

  commit(boxes: readonly ModelBox[]): void {
    if (JSON.stringify(boxes) === JSON.stringify(this.boxes)) return;
    this.#states = [...this.#states.slice(0, this.#at + 1), boxes];
    this.#at++;
  }

  replace(index: number, part: ModelBox): void {
    this.commit(this.boxes.map((box, i) => (i === index ? part : box)));
  }

  undo(): void {
    this.#at = Math.max(0, this.#at - 1);
  }

  redo(): void {
    this.#at = Math.min(this.#states.length - 1, this.#at + 1);
  }
}

/** The copied box. It is the same for all items, as in the element. */
let copied: ModelBox | undefined;

/** With each edge on the nearest whole number of the picture. */
function whole(box: ModelBox): ModelBox {
  const edge = (place: number, most: number): number => Math.min(most, Math.round(place));
  const [left, top] = [edge(box.left, size.width), edge(box.top, size.height)];
  const width = edge(box.left + box.width, size.width) - left;
  const height = edge(box.top + box.height, size.height) - top;
  return {...box, left, top, width, height};
}

/** Where a copy goes: on its place, or as far beside it as it takes not to be on a box that is just the same. */
function placeOfCopy(given: ModelBox, boxes: readonly ModelBox[]): ModelBox {
  const box = whole(given);
  const shift = (start: number, room: number, by: number): number => {
    const forth = Math.min(by, room - start);
    const back = Math.min(by, start);
    return forth >= back ? forth : -back;
  };
  const beside = (by: number): ModelBox => ({
    ...box,
    left: box.left + shift(box.left, size.width - box.width, by),
    top: box.top + shift(box.top, size.height - box.height, by),
  });
  const places = [0, ...Array.from({length: 100}, (_, times) => 10 * (times + 1))].map(beside);
  const isFree = (place: ModelBox) => !boxes.some((other) => JSON.stringify(other) === JSON.stringify(place));
  return places.find(isFree) ?? places.at(-1)!;
}

/** A box as the model keeps it: members in one order. */
const modelBox = ({label, left, top, width, height}: ModelBox): ModelBox => ({
  label,
  left,
  top,
  width,
  height,
});

/** Does an act on the task and on the model. */
async function perform(job: BoxJob, model: Model, act: Act, hands: Hands): Promise<void> {
  const {boxes} = model;
  const index = 'which' in act && boxes.length > 0 ? act.which % boxes.length : -1;
  const box = boxes[index];
  switch (act.kind) {
    case 'create': {
      const name = labels[act.label]!;
      await hands.create(job, act.label + 1, act.box, act.corner);
      return model.commit([...boxes, modelBox({label: name, ...act.box})]);
    }
    case 'move': {
      if (!box) return;
      const left = Math.floor(act.x * (size.width - box.width));
      const top = Math.floor(act.y * (size.height - box.height));
      if (await hands.move(job, index, {left, top}, boxes)) model.replace(index, whole({...box, left, top}));
      return;
    }
    case 'resize': {
      if (!box) return;
      const width = 1 + Math.round(act.x * (size.width - box.left - 1));
      const height = 1 + Math.round(act.y * (size.height - box.top - 1));
      job.ask({type: 'numbers', id: job.idAt(index), numbers: {width, height}, isStep: false});
      return model.replace(index, whole({...box, width, height}));
    }
    case 'relabel':
      if (!box) return;
      await hands.relabel(job, index, act.label + 1);
      return model.replace(index, {...box, label: labels[act.label]!});
    case 'delete':
      if (!box) return;
      await hands.remove(job, index);
      return model.commit(boxes.filter((_, i) => i !== index));
    case 'copy':
      if (!box) return;
      copied = box;
      return job.ask({type: 'copy', ids: [job.idAt(index)]});
    case 'paste':
      await hands.press(job, 'Control+v');
      return copied && model.commit([...boxes, placeOfCopy(copied, boxes)]);
    case 'undo':
      await hands.press(job, 'Control+z');
      return model.undo();
    case 'redo':
      await hands.press(job, 'Control+y');
      return model.redo();
    case 'reload':
      return job.reload();
  }
}

/** How the acts are done: by events made up on the spot, or by the mouse and the keyboard. */
interface Hands {
  press(job: BoxJob, chord: string): Promise<void> | void;
  create(job: BoxJob, label: number, box: Box, corner: number): Promise<void> | void;
  /** False when the box cannot be moved this way. */
  move(
    job: BoxJob,
    index: number,
    to: {left: number; top: number},
    boxes: readonly Box[],
  ): Promise<boolean> | boolean;
  relabel(job: BoxJob, index: number, label: number): Promise<void> | void;
  remove(job: BoxJob, index: number): Promise<void> | void;
}

/** Two opposite corners of a box, one of the four ways to draw it. */
function corners({left, top, width, height}: Box, corner: number) {
  const [x, y] = [left + (corner & 1) * width, top + ((corner >> 1) & 1) * height] as const;
  return {from: [x, y], to: [2 * left + width - x, 2 * top + height - y]} as const;
}

const quick: Hands = {
  press: (job, chord) => job.press(chord),
  create(job, number, box, corner) {
    job.ask({type: 'select', ids: []});
    job.press(String(number));
    const {from, to} = corners(box, corner);
    job.drag(from, to);
  },
  move(job, index, to) {
    job.ask({type: 'numbers', id: job.idAt(index), numbers: to, isStep: false});
    return true;
  },
  relabel: (job, index, number) =>
    job.ask({type: 'relabel', ids: [job.idAt(index)], label: labels[number - 1]!}),
  remove: (job, index) => job.ask({type: 'delete', ids: [job.idAt(index)]}),
};

const real: Hands = {
  async press(job, chord) {
    job.task.element.focus();
    await keys(chord);
  },
  async create(job, number, box, corner) {
    job.ask({type: 'select', ids: []});
    job.task.element.focus();
    await keys('v', 'r', String(number));
    const {from, to} = corners(box, corner);
    await job.task.drag(from, to);
  },
  async move(job, index, {left, top}, boxes) {
    const box = boxes[index]!;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const isNear = (a: number, b: number) => Math.abs(a - b) < 8;
    const isTaken = boxes.some(
      (other) =>
        other !== box &&
        (isNear(other.left, x) ||
          isNear(other.left + other.width, x) ||
          isNear(other.top, y) ||
          isNear(other.top + other.height, y)),
    );
    // Too small, or where outlines of others would be taken hold of.
    if (isTaken || Math.min(box.width, box.height) < 40) return false;
    if (Math.hypot(left - box.left, top - box.top) < 5 || box.left % 1 !== 0) return false;
    job.ask({type: 'select', ids: [job.idAt(index)]});
    job.task.element.focus();
    await keys('v');
    await job.task.drag([x, y], [x + left - box.left, y + top - box.top]);
    return true;
  },
  async relabel(job, index, number) {
    job.ask({type: 'select', ids: [job.idAt(index)]});
    job.task.element.focus();
    await keys(String(number));
  },
  async remove(job, index) {
    job.ask({type: 'select', ids: [job.idAt(index)]});
    job.task.element.focus();
    await keys('Delete');
  },
};

function agree(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what}: found ${found}, expected ${wanted}`);
}

/** Model, document, value, manifest line and the rows on screen say the same. */
async function expectAgreement(job: BoxJob, model: Model, when: string): Promise<void> {
  const {boxes} = model;
  const {task} = job;
  agree(
    task.records.map(({label: name, box}) => modelBox({label: name, ...box})),
    boxes,
    `document ${when}`,
  );
  agree(task.steps, model.steps, `steps ${when}`);
  const texts = boxes.map((box) => `${box.label} ${box.width} × ${box.height}`);
  agree((await job.rows()).toSorted(), texts.toSorted(), `list ${when}`);
  const {value} = task.element;
  if (boxes.length === 0) return agree(value, undefined, `value ${when}`);
  agree(value?.boundingBoxes.map(modelBox), boxes, `value ${when}`);
  agree({...value?.inputImageProperties}, {height: size.height, width: size.width}, `size ${when}`);
  const line = JSON.parse((await task.element.toManifestLine()).line);
  const said = line.boxes.annotations.map(({class_id: id, ...box}: {class_id: number} & Box) =>
    modelBox({label: line['boxes-metadata']['class-map'][id], ...box}),
  );
  agree(said, boxes, `line ${when}`);
  expect(line.boxes.image_size).to.deep.equal([{...size, depth: 3}]);
}

/** What every second line of the manifest was labelled with before: whole numbers, and such as no screen has. */
const earlier: readonly ModelBox[] = [
  {label: 'dog', left: 12, top: 20, width: 60, height: 50},
  {label: 'tree', left: 90.1875, top: 30.5, width: 44.25, height: 61.5},
];

function manifest(count: number): string {
  const annotations = earlier.map(({label: name, ...box}) => ({class_id: labels.indexOf(name), ...box}));
  const prior = {
    boxes: {annotations, image_size: [{...size, depth: 3}]},
    'boxes-metadata': {
      objects: earlier.map(() => ({confidence: 1})),
      'class-map': {1: 'dog', 2: 'tree'},
      type: 'groundtruth/object-detection',
    },
  };
  return Array.from({length: count}, (_, n) =>
    JSON.stringify({'source-ref': 'picture.png', n, ...(n % 2 === 1 && prior)}),
  ).join('\n');
}

async function run(
  count: number,
  batch: number,
  script: fc.Arbitrary<readonly Act[]>,
  hands: Hands,
): Promise<void> {
  const job = await BoxJob.open({database: newDatabase(), manifest: manifest(count), labels, size});
  let next = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(script, {minLength: batch, maxLength: batch}), async (scripts) => {
      const done: {readonly item: number; readonly model: Model; readonly history: string}[] = [];
      for (const performed of scripts) {
        const item = next++ % count;
        await job.goTo(item);
        const model = new Model(item % 2 === 1 ? earlier : []);
        for (const act of performed) await perform(job, model, act, hands);
        await expectAgreement(job, model, `of item ${item}`);
        done.push({item, model, history: JSON.stringify(job.task.element.history)});
      }
      await job.reload();
      for (const {item, model, history} of done) {
        await job.goTo(item);
        await expectAgreement(job, model, `of item ${item} after a reload`);
        expect(JSON.stringify(job.task.element.history), 'history').to.equal(history);
      }
    }),
    {numRuns: count / batch, endOnFailure: true, includeErrorInReport: true},
  );
  expect(next).to.equal(count);
  job.close();
}

describe('scripts of boxes', () => {
  it('leave model, list, IndexedDB and output in agreement: 480 by made-up events', async function () {
    this.timeout(170_000);
    const script = fc
      .tuple(fc.array(anyAct(0), {minLength: 1, maxLength: 12}), fc.array(anyAct(4), {maxLength: 3}))
      .map(([first, then]) => [...first, ...then]);
    await run(480, 24, script, quick);
  });

  it('and 20 by mouse and keyboard', async function () {
    this.timeout(120_000);
    await run(20, 5, fc.array(anyAct(3), {minLength: 3, maxLength: 8}), real);
  });
});
