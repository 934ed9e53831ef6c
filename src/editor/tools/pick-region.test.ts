import {expect} from '@open-wc/testing';
import {click, drag, pointerAt, startDrag} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {PaintTool} from './paint.js';
import {PickRegionTool} from './pick-region.js';

/** Two instances of sky, the first of them in two parts. */
function withTwo(): MaskBoardHarness {
  const board = new MaskBoardHarness(8, 2, {hasInstances: true});
  const brush = new PaintTool(board);
  drag(brush, [
    [0.5, 0.5],
    [1.5, 0.5],
  ]);
  click(brush, 3.5, 1.5);
  board.set({instance: undefined});
  click(brush, 6.5, 0.5);
  board.set({instance: undefined, tool: 'select'});
  return board;
}

describe('select tool of masks', () => {
  it('selects the region under the pointer, to go on with it', () => {
    const board = withTwo();
    const tool = new PickRegionTool(board);
    tool.hover(pointerAt(3.5, 1.5));
    expect(board.board.state.hovered).to.equal(1);
    expect(tool.cursor).to.equal('pointer');
    click(tool, 3.5, 1.5);
    expect([...board.board.state.selection]).to.deep.equal([1]);
    expect(board.board.state.instance).to.equal(1);
    expect(board.lastTold).to.equal('sky 1 selected.');
    tool.hover(pointerAt(3.5, 1.5));
    expect(tool.cursor).to.equal('move');
    tool.leave();
    expect(board.board.state.hovered).to.equal(undefined);
  });

  it('adds and takes out with Shift, and nothing is selected after a click beside', () => {
    const board = withTwo();
    const tool = new PickRegionTool(board);
    click(tool, 0.5, 0.5);
    click(tool, 6.5, 0.5, {shift: true});
    expect([...board.board.state.selection]).to.deep.equal([1, 2]);
    click(tool, 5.5, 1.5, {shift: true});
    expect([...board.board.state.selection]).to.deep.equal([1, 2]);
    click(tool, 0.5, 0.5, {shift: true});
    expect([...board.board.state.selection]).to.deep.equal([2]);
    click(tool, 5.5, 1.5);
    expect(board.board.state.selection.size).to.equal(0);
    expect(board.lastTold).to.equal('Nothing is selected.');
  });

  it('does not see what is hidden', () => {
    const board = withTwo();
    const tool = new PickRegionTool(board);
    board.set({hiddenNumbers: new Set([1])});
    click(tool, 0.5, 0.5);
    expect(board.board.state.selection.size).to.equal(0);
  });

  it('moves what is selected, all its parts, in one step', () => {
    const board = withTwo();
    const tool = new PickRegionTool(board);
    drag(tool, [
      [0.5, 0.5],
      [2.5, 0.5],
    ]);
    expect(board.rows).to.deep.equal(['11....2.', '...1....']);
    click(tool, 0.5, 0.5);
    startDrag(tool, [0.5, 0.5], [2.6, 0.5]);
    expect([...board.board.state.preview!.pixels!.spans]).to.deep.equal([0, 2, 4, 1, 5, 6]);
    tool.dragEnd(pointerAt(2.6, 0.5));
    expect(board.rows).to.deep.equal(['..11..2.', '.....1..']);
    expect(board.board.state.preview).to.equal(undefined);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['11....2.', '...1....']);
  });

  it('cuts the selected instance with Alt, along the way of the hand', () => {
    const board = new MaskBoardHarness(5, 2, {hasInstances: true});
    board.set({brush: {size: 20, shape: 'square'}});
    click(new PaintTool(board), 2.5, 0.5);
    board.set({tool: 'select', selection: new Set([1])});
    const tool = new PickRegionTool(board);
    const line = [
      [1.5, -1],
      [1.5, 3],
    ] as const;
    tool.press(pointerAt(...line[0], {alt: true}));
    tool.dragStart(pointerAt(...line[0], {alt: true}));
    tool.drag(pointerAt(1.5, 1, {alt: true}));
    expect(board.board.state.preview!.path).to.have.length(2);
    expect(tool.giveUp()).to.equal(true);
    expect(board.board.state.preview).to.equal(undefined);
    drag(tool, line, {alt: true});
    expect(board.rows).to.deep.equal(['21111', '21111']);
    expect([...board.board.state.selection]).to.deep.equal([1, 2]);
  });

  it('gives a move up without trace', () => {
    const board = withTwo();
    const tool = new PickRegionTool(board);
    click(tool, 0.5, 0.5);
    for (const way of ['cancelPress', 'giveUp', 'cancel', 'stepBack'] as const) {
      startDrag(tool, [0.5, 0.5], [2.5, 0.5]);
      expect(tool[way]()).to.equal(true);
      tool.dragEnd(pointerAt(2.5, 0.5));
      expect(board.board.state.preview).to.equal(undefined);
      expect(board.rows).to.deep.equal(['11....2.', '...1....']);
    }
    startDrag(tool, [0.5, 0.5], [2.5, 0.5]);
    board.editor.undo();
    tool.dragEnd(pointerAt(2.5, 0.5));
    expect(board.rows).to.deep.equal(['11......', '...1....']);
  });
});
