import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {addBox} from '../../src/editor/acts/add-box.js';
import {
  copyBoxes,
  cutBoxes,
  duplicateBoxes,
  pasteBoxes,
  repeatBoxes,
  type BoxClipboard,
} from '../../src/editor/acts/copy-boxes.js';
import {acceptSuggestions, chooseLabel, toggleAttribute} from '../../src/editor/acts/label-boxes.js';
import {fitToPicture, growSide, nudge, setNumbers} from '../../src/editor/acts/move-boxes.js';
import {deleteBoxes, restoreBoxes, toggleNothing} from '../../src/editor/acts/remove-boxes.js';
import {selectAll, selectNext} from '../../src/editor/acts/select-boxes.js';
import {toggleHidden, toggleLocked} from '../../src/editor/acts/show-boxes.js';
import {boxRecord, click, drag, DrawingBoard, pointerAt} from '../../src/editor/drawing-board.harness.js';
import {Editor} from '../../src/editor/editor.js';
import {createShapeIndex} from '../../src/editor/shape-index.js';
import type {PointerInput, Tool} from '../../src/editor/tool.js';
import {DrawBoxTool} from '../../src/editor/tools/draw-box.js';
import {DrawExtremesTool} from '../../src/editor/tools/draw-extremes.js';
import {SelectTool} from '../../src/editor/tools/select.js';
import {boxBetween, type Box} from '../../src/geometry/box.js';
import type {Direction} from '../../src/geometry/box-orientation.js';
import {intoPicture, onLattice} from '../../src/geometry/box-in-picture.js';
import type {Orientation} from '../../src/geometry/orientation.js';
import {distance, type Point} from '../../src/geometry/point.js';
import {apply, type AnnotationDocument} from '../../src/model/document.js';
import {changesOf} from '../../src/model/history.js';
import type {BoxRecord} from '../../src/model/record.js';

const size = {width: 120, height: 90};

/** Places in and around the picture, most of them between pixels. */
const anyPlace: fc.Arbitrary<Point> = fc.record({
  x: fc.oneof(fc.double({min: -40, max: 160, noNaN: true}), fc.integer({min: -40, max: 160})),
  y: fc.oneof(fc.double({min: -40, max: 130, noNaN: true}), fc.integer({min: -40, max: 130})),
});
const latticePlace: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({min: 0, max: size.width}),
  y: fc.integer({min: 0, max: size.height}),
});
const anyBox: fc.Arbitrary<Box> = fc
  .tuple(latticePlace, latticePlace)
  .map(([a, b]) => onLattice(boxBetween(a, b), size));
const anyScale = fc.constantFrom(0.25, 1, 3.3, 16, 64);
const anyPointer = fc.constantFrom<PointerInput['pointer']>('mouse', 'pen', 'touch');
const anyModifiers = fc.record({shift: fc.boolean(), alt: fc.boolean(), space: fc.boolean()});
const anyOrientation = fc.constantFrom<Orientation[]>(1, 2, 3, 4, 5, 6, 7, 8);

type ToolKind = 'select' | 'box' | 'extremes';
const anyTool = fc.constantFrom<ToolKind>('select', 'box', 'extremes');

/** A pointer's way: pressed, moved with keys that change, released, cancelled or clicked. */
const anyGesture = fc.record({
  kind: fc.constantFrom('drag' as const, 'click' as const, 'cancel' as const, 'hover' as const),
  from: anyPlace,
  moves: fc.array(fc.tuple(anyPlace, anyModifiers), {minLength: 1, maxLength: 4}),
  scale: anyScale,
  pointer: anyPointer,
});
type AnyGesture = typeof anyGesture extends fc.Arbitrary<infer T> ? T : never;

function makeTool(kind: ToolKind, board: DrawingBoard): Tool {
  if (kind === 'select') return new SelectTool(board);
  return kind === 'box' ? new DrawBoxTool(board) : new DrawExtremesTool(board);
}

function perform(tool: Tool, {kind, from, moves, scale, pointer}: AnyGesture): void {
  const inputs = moves.map(([at, modifiers]) => pointerAt(at.x, at.y, {...modifiers, scale, pointer}));
  const first = pointerAt(from.x, from.y, {...moves[0]?.[1], scale, pointer});
  if (kind === 'hover') inputs.forEach((input) => tool.hover(input));
  if (kind === 'hover') return;
  tool.press(first);
  if (kind === 'click') tool.click(first);
  if (kind === 'click') return;
  tool.dragStart(first);
  inputs.forEach((input) => tool.drag(input));
  if (kind === 'cancel') tool.cancelPress();
  else tool.dragEnd(inputs.at(-1) ?? first);
}

function boardWith(boxes: readonly Box[]): DrawingBoard {
  return new DrawingBoard(
    size.width,
    size.height,
    boxes.map(({left, top, width, height}, index) => boxRecord(`box-${index}`, [left, top, width, height])),
  );
}

function expectInPicture({box, id}: BoxRecord): void {
  const edges = [box.left, box.top, box.left + box.width, box.top + box.height];
  expect(edges.every(Number.isInteger), `${id} is on the lattice: ${edges.join()}`).to.equal(true);
  expect(Math.min(box.left, box.top), id).to.be.at.least(0);
  expect(Math.min(box.width, box.height), id).to.be.at.least(1);
  expect(box.left + box.width, id).to.be.at.most(size.width);
  expect(box.top + box.height, id).to.be.at.most(size.height);
  expect(edges.some((edge) => Object.is(edge, -0))).to.equal(false);
}

describe('editing boxes', () => {
  it('ends every gesture inside the picture, on the lattice', () => {
    fc.assert(
      fc.property(
        anyTool,
        fc.array(anyBox, {maxLength: 4}),
        fc.array(anyGesture, {minLength: 1, maxLength: 6}),
        (kind, boxes, gestures) => {
          const board = boardWith(boxes);
          const tool = makeTool(kind, board);
          if (boxes.length > 0) board.select('box-0');
          for (const gesture of gestures) perform(tool, gesture);
          board.records.forEach(expectInPicture);
        },
      ),
      {numRuns: 500},
    );
  });

  it('leaves nothing behind after cancelling everything', () => {
    fc.assert(
      fc.property(anyTool, fc.array(anyBox, {maxLength: 3}), anyGesture, (kind, boxes, gesture) => {
        const board = boardWith(boxes);
        const tool = makeTool(kind, board);
        const {document} = board.editor.state;
        perform(tool, {...gesture, kind: 'cancel'});
        tool.cancel();
        expect(board.editor.state.document).to.equal(document);
        expect(board.drawing.state.preview).to.equal(undefined);
        expect(tool.isDrawing).to.equal(false);
      }),
    );
  });

  it('gives the same box from all four corners', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.boolean(), (a, b, byClicks) => {
        const results = [
          [a, b],
          [b, a],
          [
            {x: a.x, y: b.y},
            {x: b.x, y: a.y},
          ],
          [
            {x: b.x, y: a.y},
            {x: a.x, y: b.y},
          ],
        ].map((corners) => {
          const [from, to] = corners as [Point, Point];
          const board = boardWith([]);
          const tool = new DrawBoxTool(board);
          if (byClicks) {
            click(tool, from.x, from.y);
            click(tool, to.x, to.y);
          } else {
            drag(tool, [[from.x, from.y], [to.x, to.y]]); // prettier-ignore
          }
          return board.boxes;
        });
        for (const result of results) expect(result).to.deep.equal(results[0]);
      }),
    );
  });

  it('gives the same box for four extreme points in any order', () => {
    const anyFour = fc.array(anyPlace, {minLength: 4, maxLength: 4});
    fc.assert(
      fc.property(
        anyFour.chain((points) => fc.tuple(fc.constant(points), fc.shuffledSubarray(points, {minLength: 4}))),
        (orders) => {
          const [result, other] = orders.map((points) => {
            const board = boardWith([]);
            const tool = new DrawExtremesTool(board);
            for (const {x, y} of points) click(tool, x, y);
            return board.boxes;
          });
          expect(other).to.deep.equal(result);
        },
      ),
    );
  });

  it('keeps the size of what is moved, and the distances of several', () => {
    fc.assert(
      fc.property(
        fc.array(anyBox, {minLength: 1, maxLength: 4}),
        anyPlace,
        fc.boolean(),
        (boxes, to, shift) => {
          const board = boardWith(boxes);
          const before = board.boxes;
          board.select(...board.records.map(({id}) => id));
          const {left, top, width, height} = boxes[0]!;
          // Large enough on the screen to be pressed inside, between its handles.
          const from: [number, number] = [left + width / 2 + 0.01, top + height / 2 + 0.01];
          drag(new SelectTool(board), [from, [to.x, to.y]], {scale: 64, shift}); // prettier-ignore
          const by = [0, 1].map((axis) => board.boxes[0]![axis]! - before[0]![axis]!);
          expect(board.boxes).to.deep.equal(
            before.map(([x, y, ...wide]) => [x! + by[0]!, y! + by[1]!, ...wide]),
          );
        },
      ),
    );
  });

  it('keeps the opposite corner when a corner is dragged, also past it (BOX-1)', () => {
    fc.assert(
      fc.property(anyBox, anyPlace, fc.nat(3), (box, to, which) => {
        const board = boardWith([box]);
        board.select('box-0');
        const right = box.left + box.width;
        const bottom = box.top + box.height;
        const corners = [
          [
            {x: box.left, y: box.top},
            {x: right, y: bottom},
          ],
          [
            {x: right, y: box.top},
            {x: box.left, y: bottom},
          ],
          [
            {x: right, y: bottom},
            {x: box.left, y: box.top},
          ],
          [
            {x: box.left, y: bottom},
            {x: right, y: box.top},
          ],
        ] as const;
        const [grabbed, fixed] = corners[which]!;
        drag(new SelectTool(board), [[grabbed.x, grabbed.y], [to.x, to.y]], {scale: 64}); // prettier-ignore
        const clamped = {
          x: Math.min(Math.max(to.x, 0), size.width),
          y: Math.min(Math.max(to.y, 0), size.height),
        };
        const {left, top, width, height} = onLattice(boxBetween(fixed, clamped), size);
        expect(board.boxes).to.deep.equal([[left, top, width, height]]);
      }),
    );
  });

  it('gives the same numbers at any zoom for the same places of the picture (COORD-6)', () => {
    fc.assert(
      fc.property(anyTool, anyBox, anyPlace, anyPlace, anyModifiers, (kind, box, from, to, modifiers) => {
        // Far enough to be no click and no accident at the smallest zoom.
        const [inFrom, inTo] = [intoPicture(from, size), intoPicture(to, size)];
        fc.pre(distance(inFrom, inTo) > 20);
        const middle = {x: box.left + box.width / 2, y: box.top + box.height / 2};
        const isMove = kind === 'select';
        fc.pre(!isMove || Math.min(box.width, box.height) > 40);
        const results = [0.25, 1, 3.3, 16, 64].map((scale) => {
          const board = boardWith(isMove ? [box] : []);
          const tool = makeTool(kind, board);
          const start = isMove ? middle : from;
          if (kind === 'extremes') {
            for (const {x, y} of [from, to, middle, from]) click(tool, x, y, {scale});
          } else {
            drag(tool, [[start.x, start.y], [to.x, to.y]], {...modifiers, space: false, scale}); // prettier-ignore
          }
          return board.boxes;
        });
        for (const boxes of results) expect(boxes).to.deep.equal(results[0]);
      }),
    );
  });
});

/** What a person may do next, as numbers that the script reads. */
const anyAct = fc.record({
  kind: fc.constantFrom(
    ...([
      'create',
      'create',
      'select',
      'select',
      'selectAll',
      'next',
      'gesture',
      'gesture',
      'nudge',
    ] as const),
    ...([
      'grow',
      'numbers',
      'relabel',
      'attribute',
      'delete',
      'delete',
      'duplicate',
      'copy',
      'cut',
      'paste',
    ] as const),
    ...(['repeat', 'accept', 'nothing', 'restore', 'restore', 'fit', 'lock', 'hide'] as const),
    ...(['undo', 'undo', 'undo', 'redo', 'redo', 'reload', 'wait'] as const),
  ),
  box: anyBox,
  gesture: anyGesture,
  tool: anyTool,
  direction: fc.constantFrom<Direction[]>('left', 'right', 'up', 'down'),
  number: fc.nat(60),
});
type AnyAct = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

/** A board, and what a person carries from act to act. */
class Script {
  readonly board: DrawingBoard;
  readonly previous: readonly BoxRecord[];
  clipboard: BoxClipboard | undefined;

  constructor(opened: readonly Box[], orientation: Orientation) {
    this.board = boardWith(opened);
    this.board.drawing.set({frame: {stored: size, orientation}});
    this.previous = opened.map(({left, top}, index) => boxRecord(`box-${index}`, [left, top, 130, 7]));
  }

  do({kind, box, gesture, tool, direction, number}: AnyAct): void {
    const {board} = this;
    const {drawing, editor, records} = board;
    const some = records[number % Math.max(1, records.length)];
    const acts: Record<AnyAct['kind'], () => unknown> = {
      create: () => addBox(board, box),
      select: () => some && board.select(some.id),
      selectAll: () => selectAll(board),
      next: () => selectNext(board, {by: 'label', labels: ['car', 'tree']}, 'next'),
      gesture: () => {
        const used = makeTool(tool, board);
        perform(used, gesture);
        used.cancel();
      },
      nudge: () => nudge(board, direction, number % 2 ? 1 : 10),
      grow: () => growSide(board, direction, (number % 9) + 1, number % 2 ? 'grow' : 'shrink'),
      numbers: () => some && setNumbers(board, some, {left: number, width: number}, 'shown'),
      relabel: () => chooseLabel(board, number % 2 ? 'car' : 'tree'),
      attribute: () => toggleAttribute(board, 'occluded'),
      delete: () => deleteBoxes(board),
      duplicate: () => records.length < 200 && duplicateBoxes(board, 2),
      copy: () => (this.clipboard = copyBoxes(board).clipboard),
      cut: () => (this.clipboard = cutBoxes(board).clipboard),
      paste: () => records.length < 200 && pasteBoxes(board, this.clipboard, 1),
      repeat: () => repeatBoxes(board, this.previous),
      accept: () => acceptSuggestions(board),
      nothing: () => toggleNothing(board, number % 2 === 0),
      restore: () => restoreBoxes(board, editor.state.opened.records.keys()),
      fit: () => fitToPicture(board, records),
      lock: () => toggleLocked(board),
      hide: () => toggleHidden(board),
      undo: () => editor.undo(),
      redo: () => editor.redo(),
      reload: () => editor.open(editor.state.opened, structuredClone(editor.state.history)),
      wait: () => (board.now += 5000),
    };
    acts[kind]();
    // Often fast enough to be merged.
    board.now -= 700;
    expect([...drawing.state.selection].every((id) => editor.state.document.records.has(id))).to.equal(true);
  }

  check(): void {
    const {opened, document, history} = this.board.editor.state;
    expect(this.contents(document)).to.deep.equal(this.contents(apply(opened, changesOf(history))));
    this.board.records.forEach(expectInPicture);
    const orders = [...document.records.values()].map(({order}) => order);
    expect(new Set(orders).size, 'every record has its own place').to.equal(orders.length);
    const kinds = new Set([...document.records.values()].map(({kind}) => kind));
    expect(kinds.size, 'boxes, or nothing to label').to.be.at.most(1);
  }

  contents({records}: AnnotationDocument): unknown {
    return [...records.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }
}

describe('scripts of edits', () => {
  it('keep document and history in agreement, and undo and redo exactly', () => {
    fc.assert(
      fc.property(
        fc.array(anyBox, {maxLength: 3}),
        anyOrientation,
        fc.array(anyAct, {minLength: 1, maxLength: 30}),
        (opened, orientation, acts) => {
          const script = new Script(opened, orientation);
          const {editor} = script.board;
          for (const act of acts) {
            const before = editor.state;
            script.do(act);
            script.check();
            const {history} = editor.state;
            const isOneStep = history.done.length === before.history.done.length + 1;
            if (isOneStep && history.undone.length === 0 && before.history.undone.length === 0) {
              editor.undo();
              expect(script.contents(editor.state.document)).to.deep.equal(script.contents(before.document));
              editor.redo();
            }
          }
          while (editor.redo());
          const end = script.contents(editor.state.document);
          while (editor.undo());
          expect(script.contents(editor.state.document)).to.deep.equal(script.contents(editor.state.opened));
          while (editor.redo());
          expect(script.contents(editor.state.document)).to.deep.equal(end);
          const resumed = new Editor();
          resumed.open(editor.state.opened, structuredClone(editor.state.history));
          expect(script.contents(resumed.state.document)).to.deep.equal(end);
        },
      ),
      {numRuns: 500},
    );
  });

  it('find the same boxes with the index that is used as by looking at all of them', () => {
    fc.assert(
      fc.property(fc.array(anyAct, {minLength: 1, maxLength: 40}), anyBox, (acts, area) => {
        const script = new Script([], 1);
        const index = createShapeIndex(script.board.editor);
        for (const act of acts) {
          script.do(act);
          const ids = (records: readonly BoxRecord[]) => records.map(({id}) => id).sort();
          expect(ids(index.search(area))).to.deep.equal(ids(script.board.index.search(area)));
          expect(index.size).to.equal(script.board.records.length);
        }
      }),
    );
  });
});
