import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {drag, pointerAt, startDrag} from '../../src/editor/drawing-board.harness.js';
import {cutRegion} from '../../src/editor/mask-acts/cut-region.js';
import {fixUp} from '../../src/editor/mask-acts/fix-up.js';
import {mergeRegions, newInstance, splitRegion} from '../../src/editor/mask-acts/instances.js';
import {chooseLabel, relabel, swapLabels} from '../../src/editor/mask-acts/label-regions.js';
import {moveRegions} from '../../src/editor/mask-acts/move-regions.js';
import {clearAll, deleteRegions, toggleNothing} from '../../src/editor/mask-acts/remove-regions.js';
import {selectAll, selectNext} from '../../src/editor/mask-acts/select-regions.js';
import {toggleHidden, toggleLocked, toggleLockedLabel} from '../../src/editor/mask-acts/show-regions.js';
import {MaskBoardHarness, mapOf} from '../../src/editor/mask-board.harness.js';
import type {MaskToolName, WriteMode} from '../../src/editor/mask-board.js';
import {isProtected} from '../../src/editor/mask-rules.js';
import {BucketTool} from '../../src/editor/tools/bucket.js';
import {PaintTool} from '../../src/editor/tools/paint.js';
import {PickRegionTool} from '../../src/editor/tools/pick-region.js';
import {recordsOf} from '../../src/model/document.js';
import type {RegionRecord, TileRecord} from '../../src/model/record.js';
import type {Size} from '../../src/geometry/point.js';
import {countPixels} from '../../src/raster/label-map.js';

const labels = ['sky', 'ground', 'building', 'water'];

/** Small enough for slow work; and one of four tiles, whose borders strokes cross. */
const small: Size = {width: 14, height: 10};
const large: Size = {width: 140, height: 132};

const place = ({width, height}: Size) =>
  fc.tuple(fc.integer({min: -3, max: width + 3}), fc.integer({min: -3, max: height + 3}));

const anyMode = fc.constantFrom<WriteMode>('over', 'behind', 'inside');
const anyLabel = fc.constantFrom(...labels);

function quickAct(size: Size) {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('stroke' as const),
        tool: fc.constantFrom<MaskToolName>('brush', 'brush', 'eraser'),
        label: anyLabel,
        mode: anyMode,
        brush: fc.integer({min: 1, max: 9}),
        shape: fc.constantFrom('disc' as const, 'square' as const),
        places: fc.array(place(size), {minLength: 1, maxLength: 4}),
        shift: fc.boolean(),
        ownOnly: fc.boolean(),
        isNew: fc.boolean(),
        locked: fc.subarray(labels, {maxLength: 2}),
        end: fc.constantFrom('release', 'release', 'release', 'cancel', 'undo'),
      }),
    },
    fc.record({act: fc.constant('pick' as const), at: place(size), shift: fc.boolean()}),
    fc.record({act: fc.constant('drag' as const), from: place(size), to: place(size)}),
    fc.record({
      act: fc.constant('cut' as const),
      line: fc.array(place(size), {minLength: 2, maxLength: 3}),
    }),
    fc.record({act: fc.constant('move' as const), by: place({width: 4, height: 4})}),
    fc.record({
      act: fc.constantFrom('choose' as const, 'relabel' as const, 'lock-label' as const),
      label: anyLabel,
    }),
    fc.record({act: fc.constant('swap' as const), a: anyLabel, b: anyLabel}),
    fc.record({
      act: fc.constantFrom(
        'delete' as const,
        'merge' as const,
        'split' as const,
        'new' as const,
        'lock' as const,
        'hide' as const,
        'next' as const,
        'all' as const,
        'clear' as const,
        'nothing' as const,
        'nothing-at-all' as const,
      ),
    }),
    {weight: 2, arbitrary: fc.record({act: fc.constantFrom('undo' as const, 'redo' as const)})},
  );
}

function slowAct(size: Size) {
  return fc.oneof(
    fc.record({
      act: fc.constant('fill' as const),
      label: anyLabel,
      mode: anyMode,
      at: place(size),
      shift: fc.boolean(),
      alt: fc.boolean(),
    }),
    fc.record({
      act: fc.constant('fix' as const),
      how: fc.constantFrom(
        'fill-holes' as const,
        'remove-islands' as const,
        'grow' as const,
        'shrink' as const,
      ),
    }),
  );
}

type ActOf<A> = A extends (size: Size) => fc.Arbitrary<infer T> ? T : never;
type AnyAct = ActOf<typeof quickAct> | ActOf<typeof slowAct>;

/** A person at work on a mask, with the three tools that need no picture. */
class Worker {
  readonly board: MaskBoardHarness;
  readonly #paint: PaintTool;
  readonly #bucket: BucketTool;
  readonly #pick: PickRegionTool;

  constructor({width, height}: Size, hasInstances: boolean) {
    this.board = new MaskBoardHarness(width, height, {hasInstances, labels});
    this.#paint = new PaintTool(this.board);
    this.#bucket = new BucketTool(this.board);
    this.#pick = new PickRegionTool(this.board);
  }

  async do(act: AnyAct): Promise<void> {
    const {board} = this;
    switch (act.act) {
      case 'stroke': {
        const brush = {size: act.brush, shape: act.shape};
        const {tool, label, mode} = act;
        board.set({tool, label, mode, brush, eraser: brush, erasesOwnOnly: act.ownOnly});
        if (act.isNew) board.set({instance: undefined});
        this.#stroke(act.places, act.shift, act.end);
        return;
      }
      case 'fill':
        board.set({tool: 'bucket', label: act.label, mode: act.mode});
        this.#bucket.press(pointerAt(...act.at, {shift: act.shift, alt: act.alt}));
        this.#bucket.click();
        while (board.board.state.isBusy) await new Promise((resolve) => setTimeout(resolve));
        return;
      case 'fix':
        await fixUp(board, {kind: act.how, most: 6});
        return;
      default:
        board.set({tool: 'select'});
        this.#quickly(act);
    }
  }

  #stroke(places: readonly (readonly [number, number])[], shift: boolean, end: string): void {
    if (end === 'release') {
      drag(this.#paint, places, {shift});
      return;
    }
    startDrag(this.#paint, places[0] ?? [0, 0], places.at(-1) ?? [0, 0]);
    if (end === 'cancel') this.#paint.cancelPress();
    else this.board.editor.undo();
    this.#paint.dragEnd(pointerAt(0, 0));
  }

  #quickly(act: Exclude<AnyAct, {act: 'stroke' | 'fill' | 'fix'}>): void {
    const {board} = this;
    switch (act.act) {
      case 'pick':
        this.#pick.press(pointerAt(...act.at));
        this.#pick.click(pointerAt(...act.at, {shift: act.shift}));
        return;
      case 'drag':
        drag(this.#pick, [act.from, act.to]);
        return;
      case 'move':
        moveRegions(board, {x: act.by[0], y: act.by[1]});
        return;
      case 'choose':
        chooseLabel(board, act.label);
        return;
      case 'relabel':
        relabel(board, act.label);
        return;
      case 'lock-label':
        toggleLockedLabel(board, act.label);
        return;
      case 'swap':
        swapLabels(board, act.a, act.b);
        return;
      case 'delete':
        deleteRegions(board);
        return;
      case 'merge':
        mergeRegions(board);
        return;
      case 'split':
        splitRegion(board);
        return;
      case 'cut':
        cutRegion(
          board,
          act.line.map(([x, y]) => ({x, y})),
        );
        return;
      case 'new':
        newInstance(board);
        return;
      case 'lock':
        toggleLocked(board);
        return;
      case 'hide':
        toggleHidden(board);
        return;
      case 'next':
        selectNext(board, 'next');
        return;
      case 'all':
        selectAll(board);
        return;
      case 'clear':
        clearAll(board);
        return;
      case 'nothing':
        toggleNothing(board);
        return;
      case 'nothing-at-all':
        toggleNothing(board, true);
        return;
      case 'undo':
        board.editor.undo();
        return;
      case 'redo':
        board.editor.redo();
    }
  }
}

/** A number that two equal texts of bytes have, and hardly ever two others (FNV-1a). */
function hash(bytes: ArrayLike<number>, start = 0x811c9dc5): number {
  let sum = start;
  for (let at = 0; at < bytes.length; at++) sum = Math.imul(sum ^ (bytes[at] as number), 0x01000193) >>> 0;
  return sum;
}

const byId = (a: {readonly id: string}, b: {readonly id: string}) => (a.id < b.id ? -1 : 1);

/** Tiles and pixels as numbers to compare. */
function fingerprint({editor, map}: MaskBoardHarness): string {
  const tiles = recordsOf(editor.state.document, 'tile').toSorted(byId);
  const ofTiles = tiles.map(({id, runs}: TileRecord) => `${id}=${hash(runs)}`);
  const regions = recordsOf(editor.state.document, 'region').toSorted(byId);
  const ofRegions = regions.map(({id, label}: RegionRecord) => `${id}=${label}`);
  return [hash(map.data), ...ofTiles, ...ofRegions].join(' ');
}

/** What holds after every act, whatever it was. */
function expectSound(board: MaskBoardHarness): void {
  const {map, editor} = board;
  const tiles = recordsOf(editor.state.document, 'tile');
  const said = mapOf({size: map, tiles}).data;
  expect(
    map.data.every((number, at) => number === said[at]),
    'the map is what the document says',
  ).to.equal(true);
  const counts = countPixels(map);
  const numbers = board.board.regions.map(({number}) => number);
  for (const number of numbers) {
    expect(counts[number] ?? 0, `pixels of region ${number}`).to.be.greaterThan(0);
    expect(board.board.countOf(number)).to.equal(counts[number]);
  }
  const present = counts.flatMap((count, number) => (number > 0 && count > 0 ? [number] : []));
  expect(present).to.deep.equal(numbers.toSorted((a, b) => a - b));
  expect(board.board.labelledCount).to.equal(
    counts.reduce((sum, count) => sum + count, 0) - (counts[0] ?? 0),
  );
  expect(board.board.stroke).to.equal(undefined);
  const isNothing = editor.state.document.records.has('nothing');
  if (isNothing) expect(numbers).to.deep.equal([]);
  if (board.board.hasInstances) return;
  const names = board.board.regions.map(({label}) => label);
  expect(new Set(names).size, 'one region for each label').to.equal(names.length);
}

/** Steps back and forth are free to change what is locked; so is the answer that there is nothing. */
const unbound = new Set<AnyAct['act']>(['undo', 'redo', 'nothing-at-all']);

function expectRulesKept(
  before: Uint8Array | Uint16Array,
  held: ReadonlySet<number>,
  act: AnyAct,
  board: MaskBoardHarness,
): void {
  if (unbound.has(act.act) || (act.act === 'stroke' && act.end === 'undo')) return;
  const {data, width, height} = board.map;
  const wrong = (isWrong: (was: number, is: number) => boolean) =>
    data.findIndex((is, at) => is !== before[at] && isWrong(before[at] as number, is));
  expect(
    wrong((was, is) => held.has(was) || held.has(is)),
    'what is protected',
  ).to.equal(-1);
  if (act.act !== 'stroke' && act.act !== 'fill') return;
  const isErase = act.act === 'stroke' ? act.tool === 'eraser' : act.alt;
  if (isErase)
    expect(
      wrong((_, is) => is !== 0),
      'an eraser only takes away',
    ).to.equal(-1);
  else if (act.mode === 'behind')
    expect(
      wrong((was) => was !== 0),
      'behind',
    ).to.equal(-1);
  const [x, y] = act.act === 'stroke' ? (act.places[0] ?? [0, 0]) : act.at;
  const isIn = x >= 0 && y >= 0 && x < width && y < height;
  const seed = isIn ? before[y * width + x] : 0;
  if (act.mode === 'inside')
    expect(
      wrong((was) => was !== seed),
      'inside',
    ).to.equal(-1);
}

async function run(size: Size, hasInstances: boolean, acts: readonly AnyAct[]): Promise<void> {
  const worker = new Worker(size, hasInstances);
  const {board} = worker;
  const empty = fingerprint(board);
  for (const act of acts) {
    const before = board.map.data.slice();
    if (act.act === 'stroke') board.set({lockedLabels: new Set(act.locked)});
    const held = new Set(
      board.board.regions.map(({number}) => number).filter((number) => isProtected(board.board, number)),
    );
    await worker.do(act);
    expectSound(board);
    expectRulesKept(before, held, act, board);
  }
  const prints = [fingerprint(board)];
  while (board.editor.undo()) {
    expectSound(board);
    prints.push(fingerprint(board));
  }
  expect(prints.at(-1), 'undo gives the empty map').to.equal(empty);
  for (const print of prints.toReversed().slice(1)) {
    board.editor.redo();
    expect(fingerprint(board)).to.equal(print);
  }
}

describe('editing masks', () => {
  for (const hasInstances of [false, true]) {
    const kind = hasInstances ? 'instances' : 'labels';

    it(`keeps map and document the same, rules kept and undo exact, for ${kind}`, async () => {
      const anyAct = fc.oneof({weight: 4, arbitrary: quickAct(small)}, slowAct(small));
      await fc.assert(
        fc.asyncProperty(fc.array(anyAct, {minLength: 5, maxLength: 30}), (acts) =>
          run(small, hasInstances, acts),
        ),
        {numRuns: 150},
      );
    });

    it(`does so across the borders of tiles, for ${kind}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(quickAct(large), {minLength: 5, maxLength: 20}), (acts) =>
          run(large, hasInstances, acts),
        ),
        {numRuns: 60},
      );
    });
  }
});
