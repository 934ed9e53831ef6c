import {expect} from '@open-wc/testing';
import type {JsonValue} from '../../base/json.js';
import {click as clickAt, drag, pointerAt} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import type {MaskToolName} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import type {MaskTool} from '../mask-tool.js';
import {DrawShapeTool} from './draw-shape.js';
import {PaintTool} from './paint.js';
import {SlowPicture} from './picture-work.harness.js';
import {SegmentTool} from './segment.js';
import {WandTool} from './wand.js';

const scale = 10;

interface Place {
  readonly board: MaskBoardHarness;
  readonly picture: SlowPicture;
  readonly tool: MaskTool;
}

function placeWith(name: MaskToolName, make: (context: MaskContext) => MaskTool): Place {
  const board = new MaskBoardHarness(12, 8);
  const picture = new SlowPicture();
  board.picture = picture;
  board.set({tool: name});
  return {board, picture, tool: make(board)};
}

const shape = () => placeWith('shape', (context) => new DrawShapeTool(context));
const segment = () => placeWith('segment', (context) => new SegmentTool(context));
const wand = () => placeWith('wand', (context) => new WandTool(context));

/** What a page would store, and read again. */
const stored = ({tool}: Place): JsonValue => JSON.parse(JSON.stringify(tool.drawn)) as JsonValue;

const click = ({tool}: Place, x: number, y: number, more = {}) => clickAt(tool, x, y, {scale, ...more});

/** Ends what is open in the same way in both places, and compares what came of it. */
async function endsAlike(one: Place, other: Place): Promise<void> {
  for (const {picture, tool} of [one, other]) {
    tool.confirm?.();
    await picture.answerAll();
  }
  expect(other.board.rows).to.deep.equal(one.board.rows);
  expect(other.board.steps).to.deep.equal(one.board.steps);
  expect(one.board.steps).to.have.length(1);
}

describe('a drawing that is stored while it is open', () => {
  it('is nothing while nothing is drawn, and for strokes', () => {
    for (const {tool} of [shape(), segment(), wand()]) expect(tool.drawn).to.equal(undefined);
    const place = placeWith('brush', (context) => new PaintTool(context));
    place.tool.press(pointerAt(3, 3));
    expect(place.tool.drawn).to.equal(undefined);
  });

  it('is an outline of corners and lines, that can be taken back part by part and be finished', async () => {
    const before = shape();
    click(before, 1, 1);
    click(before, 6.5, 1);
    drag(
      before.tool,
      [
        [6.5, 1],
        [6.4, 3],
        [6, 5.25],
      ],
      {scale},
    );
    click(before, 1, 5);
    const after = shape();
    expect(after.tool.restore?.(stored(before))).to.equal(true);
    expect(after.tool.isDrawing).to.equal(true);
    expect(after.board.board.state.preview?.marks).to.have.length(5);
    after.tool.stepBack();
    expect(after.board.board.state.preview?.marks).to.have.length(4);
    after.tool.stepBack();
    expect(after.board.board.state.preview?.marks).to.have.length(2);
    after.tool.stepForward?.();
    after.tool.stepForward?.();
    await endsAlike(before, after);
  });

  it('has the line under the pointer in it', () => {
    const before = shape();
    click(before, 1, 1);
    before.tool.press(pointerAt(2, 2, {scale}));
    before.tool.dragStart(pointerAt(2, 2, {scale}));
    before.tool.drag(pointerAt(5, 6, {scale}));
    const after = shape();
    after.tool.restore?.(stored(before));
    expect(after.board.board.state.preview?.path).to.deep.equal([
      {x: 1, y: 1},
      {x: 2, y: 2},
      {x: 5, y: 6},
    ]);
  });

  it('finds the ways along edges again', async () => {
    const before = shape();
    before.board.board.setToolOptions({isMagnetic: true});
    click(before, 1, 1);
    click(before, 6, 1);
    await before.picture.answerAll();
    click(before, 6, 5);
    await before.picture.answerAll();
    const after = shape();
    after.board.board.setToolOptions({isMagnetic: true});
    after.tool.restore?.(stored(before));
    expect(after.picture.asked, 'one at a time').to.have.length(1);
    await after.picture.answerAll();
    expect(after.picture.asked.length).to.be.above(1);
    await endsAlike(before, after);
  });

  it('is the points at a thing, whose pixels are looked for again', async () => {
    const before = segment();
    click(before, 2, 1);
    click(before, 1, 3);
    click(before, 6, 3);
    const three = segment();
    three.tool.restore?.(stored(before));
    expect(three.picture.asked).to.have.length(0);
    expect(three.board.board.state.preview?.marks).to.have.length(3);
    click(before, 4, 5);
    await before.picture.answerAll();
    click(before, 3, 3);
    click(before, 8, 3, {alt: true});
    await before.picture.answerAll();
    const after = segment();
    after.tool.restore?.(stored(before));
    await after.picture.answerAll();
    expect(after.board.board.state.preview?.marks).to.have.length(6);
    expect(after.board.board.state.preview?.pixels?.spans).to.deep.equal(
      before.board.board.state.preview?.pixels?.spans,
    );
    after.tool.stepBack();
    expect(after.board.board.state.preview?.marks?.at(-1)?.kind).to.equal('plus');
    after.tool.stepForward?.();
    await endsAlike(before, after);
  });

  it('is the box around a thing', async () => {
    const before = segment();
    drag(
      before.tool,
      [
        [2, 1],
        [7, 5],
      ],
      {scale},
    );
    await before.picture.answerAll();
    const after = segment();
    after.tool.restore?.(stored(before));
    await endsAlike(before, after);
  });

  it('is what the wand has touched, with the settings of each touch', async () => {
    const before = wand();
    before.board.board.setToolOptions({tolerance: 1});
    click(before, 2.5, 2.5);
    before.board.board.setToolOptions({tolerance: 2});
    await before.picture.answerAll();
    click(before, 8.5, 4.5);
    await before.picture.answerAll();
    click(before, 8.5, 2.5, {alt: true});
    await before.picture.answerAll();
    const after = wand();
    after.tool.restore?.(stored(before));
    for (let touch = 0; touch < 3; touch++) await after.picture.answerAll();
    after.tool.stepBack();
    after.tool.stepForward?.();
    await endsAlike(before, after);
  });

  it('is nothing any more at the moment when it becomes a step', () => {
    const place = shape();
    click(place, 1, 1);
    click(place, 6, 1);
    click(place, 6, 5);
    const seen: unknown[] = [];
    place.board.editor.subscribe(() => seen.push(place.tool.drawn));
    place.tool.confirm?.();
    expect(seen).to.deep.equal([undefined]);
  });

  it('is not opened over another drawing, nor twice', () => {
    const before = shape();
    click(before, 1, 1);
    click(before, 6, 1);
    const after = shape();
    click(after, 3, 3);
    expect(after.tool.restore?.(stored(before))).to.equal(false);
    expect(after.board.board.state.preview?.marks).to.have.length(1);
  });

  const junk: readonly JsonValue[] = [
    null,
    7,
    'outline',
    [],
    {},
    [null],
    [{}],
    {legs: []},
    {legs: [{points: []}]},
    {legs: [{points: [[1, 'x']]}]},
    {legs: [{points: [[1, 2, 3]]}]},
    {legs: 'many'},
    [{dots: [], plus: [], minus: []}],
    [{dots: [[1, 1]], plus: 'none', minus: []}],
    [{box: {left: 1, top: 1, width: -5, height: 2}, dots: [], plus: [], minus: []}],
    [{at: [1, 1]}],
    [{at: [1, 1], tolerance: 'much', isContiguous: true, neighbours: 4, smoothing: 0, removes: false}],
  ];
  for (const one of junk) {
    it(`that nobody understands is left alone: ${JSON.stringify(one)}`, () => {
      for (const {tool, board, picture} of [shape(), segment(), wand()]) {
        expect(tool.restore?.(one)).to.equal(false);
        expect(tool.isDrawing).to.equal(false);
        expect(board.board.state.preview).to.equal(undefined);
        expect(picture.asked).to.have.length(0);
      }
    });
  }

  it('with places beside the picture, as of another one, keeps to it', () => {
    const {board, tool} = shape();
    const legs = [
      [-5, 1],
      [400, 1],
      [3, 99],
    ].map((place) => ({points: [place]}));
    expect(tool.restore?.({legs})).to.equal(true);
    expect(board.board.state.preview?.path).to.deep.equal([
      {x: 0, y: 1},
      {x: 12, y: 1},
      {x: 3, y: 8},
    ]);
  });
});
