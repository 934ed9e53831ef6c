import {expect} from '@open-wc/testing';
import type {ImagePoint} from '../../geometry/point.js';
import {emptyDocument} from '../../model/document.js';
import {fillPolygon} from '../../raster/polygon-fill.js';
import {areaOf, SpanList} from '../../raster/spans.js';
import {click as clickAt, drag as dragAlong, pointerAt} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import type {PointerInput} from '../tool.js';
import {DrawShapeTool} from './draw-shape.js';
import {SlowPicture} from './picture-work.harness.js';

/** Ten screen pixels per picture pixel: a mouse closes an outline within one picture pixel. */
const scale = 10;

function boardWithTool(...given: ConstructorParameters<typeof MaskBoardHarness>) {
  const board = new MaskBoardHarness(...given);
  board.set({tool: 'shape'});
  return {board, tool: new DrawShapeTool(board)};
}

const click = (tool: DrawShapeTool, x: number, y: number, more: Partial<PointerInput> = {}) =>
  clickAt(tool, x, y, {scale, ...more});

const drag = (
  tool: DrawShapeTool,
  places: readonly (readonly [number, number])[],
  more: Partial<PointerInput> = {},
) => dragAlong(tool, places, {scale, ...more});

const corners = [
  [1, 1],
  [6, 1],
  [6.4, 5.2],
  [1, 5],
] as const;

function clickAll(tool: DrawShapeTool, places: readonly (readonly [number, number])[] = corners): void {
  for (const [x, y] of places) click(tool, x, y);
}

const corner = ([x, y]: readonly [number, number]): ImagePoint => ({x, y});

const filled = ['............', '.11111......', '.11111......', '.11111......', '.11111......'];

describe('draw-shape: rectangles', () => {
  const boardForRectangles = () => {
    const both = boardWithTool();
    both.board.board.setToolOptions({shapeKind: 'rectangle'});
    return both;
  };
  const rectangle = ['............', '.1111.......', '.1111.......', '............'];

  for (const [name, draw] of [
    ['a drag', (tool) => drag(tool, [[1.2, 1.9], [3, 2.2], [4.8, 2.1]])], // prettier-ignore
    ['a drag from the other corner', (tool) => drag(tool, [[4.1, 2.9], [1.9, 1.1]])], // prettier-ignore
    ['two clicks', (tool) => clickAll(tool, [[1.2, 1.9], [4.8, 2.1]])], // prettier-ignore
    ['two presses of a key', (tool) => [[4.5, 1.5], [1.5, 2.5]].forEach(([x = 0, y = 0]) => click(tool, x, y, {timeMs: NaN}))], // prettier-ignore
  ] as readonly (readonly [string, (tool: DrawShapeTool) => unknown])[]) {
    it(`fill all pixels between two, by ${name}, in one step`, () => {
      const {board, tool} = boardForRectangles();
      draw(tool);
      expect(board.rows.slice(0, 4)).to.deep.equal(rectangle);
      expect(board.steps).to.have.length(1);
      expect(tool.isDrawing).to.equal(false);
    });
  }

  it('show what they would fill, and end at the border of the picture', () => {
    const {board, tool} = boardForRectangles();
    click(tool, 10.2, 6.5);
    expect(board.lastTold).to.equal(board.words.rectangleFrom);
    tool.hover(pointerAt(40, 7.5));
    expect([...board.board.state.preview!.pixels!.spans]).to.deep.equal([6, 10, 12, 7, 10, 12]);
    tool.confirm();
    expect(board.lastTold, 'one corner is no rectangle').to.equal(board.words.rectangleFrom);
    expect(tool.stepBack()).to.equal(true);
    expect(board.board.state.preview).to.equal(undefined);
    expect(board.steps).to.have.length(0);
  });

  it('erase with Alt, and begin inside what is under their first corner', () => {
    const {board, tool} = boardForRectangles();
    drag(tool, [[2, 2], [6, 6]]); // prettier-ignore
    drag(tool, [[3, 3], [3, 3.2]], {alt: true}); // prettier-ignore
    expect(board.rows[3]).to.equal('..1.111.....');
    board.set({mode: 'inside', label: 'ground'});
    // The hand begins at the lower right corner, which is within, and ends beside.
    drag(tool, [[6.5, 6.5], [0, 6]]); // prettier-ignore
    expect(board.rows[6]).to.equal('..22222.....');
  });

  it('are not begun and ended by one double click', () => {
    const {board, tool} = boardForRectangles();
    click(tool, 4, 4, {timeMs: 5_000_000});
    click(tool, 4.1, 4, {timeMs: 5_000_200});
    expect(board.steps).to.have.length(0);
  });
});

describe('draw-shape', () => {
  const ways: readonly (readonly [string, (tool: DrawShapeTool) => unknown])[] = [
    ['a click on the first corner', (tool) => click(tool, 1.5, 1.6)],
    ['a double click', (tool) => doubleClick(tool, 1, 5)],
    ['Enter', (tool) => tool.confirm()],
  ];

  function doubleClick(tool: DrawShapeTool, x: number, y: number): void {
    // The first of the two clicks made the last corner.
    tool.stepBack();
    click(tool, x, y, {timeMs: 5_000_000});
    click(tool, x + 0.2, y, {timeMs: 5_000_200});
  }

  for (const [name, close] of ways) {
    it(`closes by ${name}: the same pixels in one step`, () => {
      const {board, tool} = boardWithTool();
      clickAll(tool);
      expect(board.board.state.preview?.path?.slice(0, 4)).to.deep.equal(corners.map(corner));
      close(tool);
      expect(board.rows.slice(0, 5)).to.deep.equal(filled);
      expect(board.documentRows).to.deep.equal(board.rows);
      expect(board.steps).to.deep.equal(['fill sky']);
      expect(tool.isDrawing).to.equal(false);
      expect(board.board.state.preview).to.equal(undefined);
    });
  }

  it('adds no corner by the second click of a double one', () => {
    const {board, tool} = boardWithTool();
    click(tool, 1, 1);
    click(tool, 6, 1, {timeMs: 5_000_000});
    click(tool, 6.3, 1.2, {timeMs: 5_000_200});
    expect(board.board.state.preview?.marks).to.have.length(2);
    expect(board.lastTold).to.match(/at least three different corners/);
    expect(tool.isDrawing).to.equal(true);
  });

  it('starts nothing by the second click of a double one on the first corner', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    click(tool, 1, 1, {timeMs: 5_000_000});
    click(tool, 1, 1, {timeMs: 5_000_100});
    expect(board.steps).to.have.length(1);
    expect(tool.isDrawing).to.equal(false);
  });

  it('closes by the keyboard with a second press on the last corner', () => {
    const {board, tool} = boardWithTool();
    for (const [x, y] of corners) click(tool, x, y, {timeMs: NaN});
    click(tool, 1, 5, {timeMs: NaN});
    expect(board.rows.slice(0, 5)).to.deep.equal(filled);
  });

  it('reaches the border of the picture by the keyboard, which goes by the middles of pixels', () => {
    const {board, tool} = boardWithTool(6, 3);
    for (const [x, y] of [[0.5, 0.5], [5.5, 0.5], [5.5, 2.5], [0.5, 2.5]] as const) click(tool, x, y, {timeMs: NaN}); // prettier-ignore
    tool.confirm();
    expect(board.rows).to.deep.equal(['111111', '111111', '111111']);
  });

  for (const [pointer, reach] of [
    ['mouse', 10],
    ['pen', 14],
    ['touch', 22],
  ] as const) {
    it(`closes within ${reach} screen pixels of the first corner for ${pointer}`, () => {
      const {board, tool} = boardWithTool(100, 100);
      for (const [x, y] of [
        [10, 10],
        [90, 10],
        [90, 90],
      ] as const)
        click(tool, x, y, {scale: 1, pointer});
      click(tool, 10, 11 + reach, {scale: 1, pointer});
      expect(board.steps).to.have.length(0);
      tool.hover(pointerAt(10, 10 + reach, {pointer}));
      expect(board.board.state.preview?.path?.at(-1)).to.deep.equal({x: 10, y: 10});
      click(tool, 10, 10 + reach, {scale: 1, pointer});
      expect(board.steps).to.have.length(1);
    });
  }

  it('takes five corners back by five steps back, and brings them again', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool, [...corners, [0, 3], [0.5, 2]]);
    const counts = [];
    for (let times = 0; times < 5; times++) {
      expect(tool.stepBack()).to.equal(true);
      counts.push(board.board.state.preview?.marks?.length);
    }
    expect(counts).to.deep.equal([5, 4, 3, 2, 1]);
    for (let times = 0; times < 3; times++) expect(tool.stepForward()).to.equal(true);
    tool.confirm();
    expect(board.rows.slice(0, 5)).to.deep.equal(filled);
    expect(tool.stepForward()).to.equal(false);
  });

  it('takes the last corner back by a secondary click, and leaves it alone where nothing is drawn', () => {
    const {board, tool} = boardWithTool();
    expect(tool.secondary()).to.equal(false);
    clickAll(tool);
    expect(tool.secondary()).to.equal(true);
    expect(board.board.state.preview?.marks).to.have.length(3);
  });

  it('forgets what was taken back once another corner is there', () => {
    const {tool} = boardWithTool();
    clickAll(tool);
    tool.stepBack();
    click(tool, 3, 6);
    expect(tool.stepForward()).to.equal(false);
  });

  it('is given up as a draft that comes back as it was', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    const before = board.board.state.preview;
    expect(tool.giveUp()).to.equal(true);
    expect(board.board.state.preview).to.equal(undefined);
    expect(tool.giveUp()).to.equal(false);
    const draft = board.board.drafts.take()!;
    expect(draft.tool).to.equal('shape');
    expect(tool.resumeDraft(draft)).to.equal(true);
    expect(board.board.state.preview).to.deep.equal(before);
    tool.confirm();
    expect(board.rows.slice(0, 5)).to.deep.equal(filled);
    expect(board.board.drafts.take()).to.equal(undefined);
  });

  it('refuses fewer than three different corners, and says why', () => {
    const {board, tool} = boardWithTool();
    expect(tool.confirm()).to.equal(false);
    click(tool, 1, 1);
    click(tool, 6, 1);
    click(tool, 1, 1);
    expect(tool.confirm()).to.equal(true);
    expect(board.told.at(-1)).to.include({done: false, reason: 'unfinished'});
    expect(board.steps).to.deep.equal([]);
    expect(tool.isDrawing).to.equal(true);
  });

  it('refuses an outline without a pixel', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool, [[1, 1], [4, 1], [7, 1]]); // prettier-ignore
    tool.confirm();
    expect(board.lastTold).to.match(/encloses no pixel/);
    expect(tool.isDrawing).to.equal(true);
  });

  it('keeps the outline when nothing may be painted, so that another label can be chosen', () => {
    const {board, tool} = boardWithTool();
    board.set({lockedLabels: new Set(['sky'])});
    clickAll(tool);
    tool.confirm();
    expect(board.told.at(-1)).to.include({done: false, reason: 'locked'});
    expect(board.rows.join('')).to.match(/^\.+$/);
    board.set({label: 'ground'});
    tool.confirm();
    expect(board.rows[1]).to.equal('.22222......');
  });

  it('erases with Alt at the commit, and says so in the preview', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    tool.confirm();
    clickAll(tool, [[3, 0], [9, 0], [9, 3]]); // prettier-ignore
    tool.hover(pointerAt(3, 3, {scale, alt: true}));
    expect(board.board.state.preview?.pixels?.erases).to.equal(true);
    click(tool, 3, 3);
    click(tool, 3, 0, {alt: true});
    expect(board.rows.slice(0, 4)).to.deep.equal([
      '............',
      '.11.........',
      '.11.........',
      '.11111......',
    ]);
    expect(board.steps).to.deep.equal(['fill sky', 'erase']);
  });

  it('paints only where the mode allows: behind, and inside what is under the first corner', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    tool.confirm();
    const across = [[3.5, 2.2], [9, 2.2], [9, 4.2], [3.5, 4.2]] as const; // prettier-ignore
    board.set({label: 'ground', mode: 'behind'});
    clickAll(tool, across);
    tool.confirm();
    expect(board.rows[2]).to.equal('.11111222...');
    board.set({label: 'building', mode: 'inside'});
    clickAll(tool, across);
    tool.confirm();
    expect(board.rows[2]).to.equal('.11333222...');
  });

  it('draws a freehand line with a drag, thinned to what a hand can see', () => {
    const {board, tool} = boardWithTool(100, 100);
    const straight = Array.from({length: 61}, (_, step) => [10 + step, 10] as const);
    drag(tool, [...straight, [70, 70]], {scale: 1});
    expect(board.board.state.preview?.path?.slice(0, 3)).to.deep.equal([
      {x: 10, y: 10},
      {x: 70, y: 10},
      {x: 70, y: 70},
    ]);
    tool.confirm();
    expect(board.steps).to.have.length(1);
  });

  it('follows every place of the trail', () => {
    const {board, tool} = boardWithTool(100, 100);
    const trail = [{x: 40, y: 10}, {x: 40, y: 40}]; // prettier-ignore
    tool.press(pointerAt(10, 10));
    tool.dragStart(pointerAt(10, 10));
    tool.dragEnd(pointerAt(10, 40, {trail}));
    expect(board.board.state.preview?.path?.slice(0, 4)).to.deep.equal([
      {x: 10, y: 10},
      {x: 40, y: 10},
      {x: 40, y: 40},
      {x: 10, y: 40},
    ]);
  });

  it('takes a point every three screen pixels only', () => {
    const {board, tool} = boardWithTool(100, 100);
    tool.press(pointerAt(10, 10));
    tool.dragStart(pointerAt(10, 10));
    const wiggle = Array.from({length: 10}, (_, step) => ({x: 10 + step * 0.25, y: 10 + (step % 2)}));
    tool.drag(pointerAt(12, 10, {trail: wiggle}));
    expect(board.board.state.preview?.path).to.deep.equal([{x: 10, y: 10}, {x: 12, y: 10}]); // prettier-ignore
  });

  it('mixes clicks and drags, each of which is one step back', () => {
    const {board, tool} = boardWithTool(100, 100);
    click(tool, 10, 10, {scale: 1});
    drag(tool, [[60, 10], [70, 40], [60, 60]], {scale: 1}); // prettier-ignore
    click(tool, 10, 60, {scale: 1});
    expect(board.board.state.preview?.path?.slice(0, 5)).to.deep.equal([
      {x: 10, y: 10},
      {x: 60, y: 10},
      {x: 70, y: 40},
      {x: 60, y: 60},
      {x: 10, y: 60},
    ]);
    tool.stepBack();
    tool.stepBack();
    expect(board.board.state.preview?.marks).to.have.length(1);
  });

  it('closes a lasso that is released on its first point', () => {
    const {board, tool} = boardWithTool(100, 100);
    drag(tool, [[10, 10], [60, 10], [60, 60], [12, 14]], {scale: 1}); // prettier-ignore
    expect(board.steps).to.have.length(1);
    expect(board.board.countOf(1)).to.be.within(1100, 1400);
  });

  it('does not close a small drag that never left its first point', () => {
    const {board, tool} = boardWithTool(100, 100);
    drag(tool, [[10, 10], [14, 10], [14, 14], [10, 14]], {scale: 1}); // prettier-ignore
    expect(board.steps).to.have.length(0);
    expect(tool.isDrawing).to.equal(true);
  });

  it('goes in steps of 45° with Shift, by clicks and in a drag', () => {
    const {board, tool} = boardWithTool(100, 100);
    click(tool, 20, 20, {scale: 1});
    click(tool, 60, 24, {scale: 1, shift: true});
    click(tool, 81, 39, {scale: 1, shift: true});
    expect(board.board.state.preview?.path?.slice(0, 3)).to.deep.equal([
      {x: 20, y: 20},
      {x: 60, y: 20},
      {x: 80, y: 40},
    ]);
    drag(tool, [[80, 50], [60, 60], [78, 95]], {scale: 1, shift: true}); // prettier-ignore
    expect(board.board.state.preview?.path?.slice(3, 5)).to.deep.equal([{x: 80, y: 50}, {x: 80, y: 95}]); // prettier-ignore
  });

  it('keeps corners in the picture, also those of 45° steps', () => {
    const {board, tool} = boardWithTool(100, 100);
    click(tool, -20, 50, {scale: 1});
    click(tool, 50, 130, {scale: 1});
    click(tool, 150, 20, {scale: 1, shift: true});
    expect(board.board.state.preview?.path?.slice(0, 3)).to.deep.equal([
      {x: 0, y: 50},
      {x: 50, y: 100},
      {x: 100, y: 50},
    ]);
  });

  it('moves what is drawn with Space, no further than to the border', () => {
    const {board, tool} = boardWithTool(100, 100);
    clickAll(tool);
    tool.hover(pointerAt(50, 50));
    tool.hover(pointerAt(60, 55, {space: true}));
    expect(board.board.state.preview?.path?.[0]).to.deep.equal({x: 11, y: 6});
    tool.hover(pointerAt(0, 0, {space: true}));
    expect(board.board.state.preview?.path?.[0]).to.deep.equal({x: 0, y: 0});
  });

  it('shows the pixels that a commit would fill', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    tool.hover(pointerAt(1.2, 1.3, {scale}));
    const {preview} = board.board.state;
    const list = new SpanList();
    fillPolygon([corners.map(corner)], list.add);
    const {spans, erases} = preview!.pixels!;
    expect({spans, erases}).to.deep.equal({spans: list.spans, erases: false});
    expect(preview?.marks?.map(({kind}) => kind)).to.deep.equal(['first', 'corner', 'corner', 'corner']);
    tool.confirm();
    expect(board.board.countOf(1)).to.equal(areaOf(list.spans));
  });

  it('leaves no trace of a cancelled drag, and keeps a given up one', () => {
    const {board, tool} = boardWithTool(100, 100);
    const startDrag = () => {
      tool.press(pointerAt(10, 10));
      tool.dragStart(pointerAt(10, 10));
      tool.drag(pointerAt(40, 40));
    };
    startDrag();
    tool.cancelPress();
    expect(board.board.state.preview).to.equal(undefined);
    tool.dragEnd(pointerAt(50, 50));
    expect(tool.isDrawing).to.equal(false);
    expect(board.board.drafts.take()).to.equal(undefined);
    startDrag();
    tool.giveUp();
    expect(tool.resumeDraft(board.board.drafts.take()!)).to.equal(true);
    expect(board.board.state.preview?.path).to.deep.include({x: 40, y: 40});
  });

  it('begins anew when another item is opened', () => {
    const {board, tool} = boardWithTool();
    clickAll(tool);
    board.editor.open(emptyDocument);
    expect(tool.isDrawing).to.equal(false);
    expect(tool.stepForward()).to.equal(false);
  });

  describe('with the magnet', () => {
    function magnetic() {
      const {board, tool} = boardWithTool(40, 30);
      const picture = new SlowPicture();
      board.picture = picture;
      board.board.setToolOptions({isMagnetic: true});
      return {board, tool, picture};
    }

    it('is straight until the way is there, and follows edges then', async () => {
      const {board, tool, picture} = magnetic();
      click(tool, 5, 5);
      click(tool, 20, 15);
      expect(board.board.state.preview?.path).to.deep.equal([{x: 5, y: 5}, {x: 20, y: 15}]); // prettier-ignore
      await picture.answerAll();
      expect(board.board.state.preview?.path).to.deep.equal([{x: 5, y: 5}, {x: 20, y: 5}, {x: 20, y: 15}]); // prettier-ignore
    });

    it('asks for one way at a time while the pointer moves, and for its last place in the end', async () => {
      const {board, tool, picture} = magnetic();
      click(tool, 5, 5);
      for (const x of [10, 15, 20]) tool.hover(pointerAt(x, 20, {scale}));
      expect(picture.openTexts).to.deep.equal(['5,5 → 10,20']);
      await picture.open[0]!.answer();
      expect(picture.openTexts).to.deep.equal(['5,5 → 20,20']);
      await picture.answerAll();
      expect(board.board.state.preview?.path).to.deep.equal([{x: 5, y: 5}, {x: 20, y: 5}, {x: 20, y: 20}]); // prettier-ignore
      expect(picture.asked).to.have.length(2);
    });

    it('gives up the way to the pointer for that to a corner, and asks for no way twice', async () => {
      const {tool, picture} = magnetic();
      click(tool, 5, 5);
      tool.hover(pointerAt(9, 9, {scale}));
      const [first] = picture.open;
      click(tool, 20, 20);
      expect(first!.signal?.aborted).to.equal(true);
      expect(picture.openTexts).to.deep.equal(['5,5 → 20,20']);
      await picture.answerAll();
      tool.hover(pointerAt(30, 9, {scale}));
      await picture.answerAll();
      click(tool, 30, 9);
      expect(picture.open).to.have.length(0);
    });

    it('waits for the ways of its corners before it fills, and can be given up meanwhile', async () => {
      const {board, tool, picture} = magnetic();
      for (const [x, y] of [
        [5, 5],
        [20, 6],
        [21, 20],
      ] as const)
        click(tool, x, y);
      tool.confirm();
      expect(board.board.state.preview?.isBusy).to.equal(true);
      expect(board.steps).to.have.length(0);
      tool.giveUp();
      await picture.answerAll();
      expect(board.steps).to.have.length(0);
      tool.resumeDraft(board.board.drafts.take()!);
      tool.confirm();
      await picture.answerAll();
      expect(board.steps).to.deep.equal(['fill sky']);
      // 5,5 → 20,5 → 20,6 → 21,6 → 21,20 → 5,20 → 5,5.
      expect(board.board.countOf(1)).to.equal(15 * 15 + 14);
    });

    it('takes no corner while it waits to fill', async () => {
      const {board, tool, picture} = magnetic();
      for (const [x, y] of [
        [5, 5],
        [20, 6],
        [21, 20],
      ] as const)
        click(tool, x, y);
      tool.confirm();
      click(tool, 30, 25);
      await picture.answerAll();
      expect(board.steps).to.have.length(1);
      expect(tool.isDrawing).to.equal(false);
    });

    it('is straight where a way cannot be found, or the picture not be read', async () => {
      const {board, tool, picture} = magnetic();
      for (const [x, y] of [
        [5, 5],
        [20, 5],
        [20, 20],
      ] as const)
        click(tool, x, y);
      tool.confirm();
      while (picture.open[0]) await picture.open[0].fail();
      expect(board.steps).to.have.length(1);
      const straight = board.board.countOf(1);
      board.editor.undo();
      picture.problem = 'Another site does not let its pixels be read.';
      for (const [x, y] of [
        [5, 5],
        [20, 5],
        [20, 20],
      ] as const)
        click(tool, x, y);
      tool.confirm();
      expect(board.board.countOf(1)).to.equal(straight);
      expect(picture.open).to.have.length(0);
    });
  });
});
