import {expect} from '@open-wc/testing';
import {emptyDocument} from '../../model/document.js';
import {boxRecord, click, drag, DrawingBoard, pointerAt, startDrag} from '../drawing-board.harness.js';
import {SelectTool} from './select.js';

/** A large box, a small one inside it, and one apart. */
const large = boxRecord('box-1', [10, 10, 60, 60]);
const small = boxRecord('box-2', [30, 30, 20, 20]);
const apart = boxRecord('box-3', [80, 10, 15, 15], {label: 'tree'});

function boardWithTool(records = [large, small, apart]) {
  const board = new DrawingBoard(100, 80, records);
  return {board, tool: new SelectTool(board)};
}

describe('select', () => {
  it('selects one by a click, none beside all, and adds or removes with Shift (SEL-1)', () => {
    const {board, tool} = boardWithTool();
    click(tool, 20, 20);
    expect(board.selection).to.deep.equal(['box-1']);
    click(tool, 88, 18, {shift: true});
    expect(board.selection).to.deep.equal(['box-1', 'box-3']);
    click(tool, 20, 20, {shift: true});
    expect(board.selection).to.deep.equal(['box-3']);
    click(tool, 5, 75);
    expect(board.selection).to.deep.equal([]);
    expect(board.steps).to.deep.equal([]);
  });

  it('adds or removes with Ctrl or ⌘ too', () => {
    const {board, tool} = boardWithTool();
    click(tool, 20, 20);
    click(tool, 88, 18, {control: true});
    expect(board.selection).to.deep.equal(['box-1', 'box-3']);
  });

  it('gives up a drag of boxes that were changed meanwhile, as by undo', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[40, 40], [45, 43]]); // prettier-ignore
    tool.press(pointerAt(45, 43));
    tool.dragStart(pointerAt(45, 43));
    tool.drag(pointerAt(50, 50));
    board.editor.undo();
    tool.dragEnd(pointerAt(50, 50));
    expect(board.records).to.deep.equal([large, small, apart]);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.editor.redo()).to.equal(true);
  });

  it('points at nothing once a finger is lifted', () => {
    const {board, tool} = boardWithTool();
    click(tool, 20, 20, {pointer: 'touch'});
    expect(board.drawing.state.hovered).to.equal(undefined);
  });

  it('selects a small box inside the selected large one by one click', () => {
    const {board, tool} = boardWithTool();
    board.select('box-1');
    click(tool, 40, 40);
    expect(board.selection).to.deep.equal(['box-2']);
  });

  it('selects the next box below when the same spot is clicked again, and the first after the last (HIT-2)', () => {
    const {board, tool} = boardWithTool();
    const picked = [40, 42, 38, 40].map((x) => {
      click(tool, x, 40);
      return board.selection[0];
    });
    expect(picked).to.deep.equal(['box-2', 'box-1', 'box-2', 'box-1']);
    click(tool, 46, 40);
    expect(board.selection, 'another spot').to.deep.equal(['box-2']);
  });

  it('starts with the uppermost again when something happened between two clicks', () => {
    const {board, tool} = boardWithTool();
    click(tool, 40, 40);
    board.select('box-3');
    click(tool, 40, 40);
    expect(board.selection).to.deep.equal(['box-2']);
  });

  it('goes to the box below at once with Alt', () => {
    const {board, tool} = boardWithTool();
    click(tool, 40, 40, {alt: true});
    expect(board.selection).to.deep.equal(['box-1']);
    click(tool, 40, 40, {alt: true});
    expect(board.selection).to.deep.equal(['box-2']);
  });

  it('moves the box under the pointer, and selects it (EDIT-1)', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[40, 40], [45, 43.4]]); // prettier-ignore
    expect(board.boxes[1]).to.deep.equal([35, 33, 20, 20]);
    expect(board.selection).to.deep.equal(['box-2']);
    expect(board.steps).to.deep.equal(['move car 2']);
    expect(board.lastTold).to.equal('Moved car 2 to 35, 33.');
  });

  it('shows the move before it is done, and commits it once', () => {
    const {board, tool} = boardWithTool();
    tool.press(pointerAt(40, 40));
    tool.dragStart(pointerAt(40, 40));
    tool.drag(pointerAt(41.5, 40));
    const {preview} = board.drawing.state;
    expect(
      preview?.kind === 'change' && [...preview.records.values()].map(({box}) => box.left),
    ).to.deep.equal([31.5]);
    expect(board.steps).to.deep.equal([]);
    tool.drag(pointerAt(50, 40));
    tool.dragEnd(pointerAt(50, 40));
    expect(board.steps).to.have.length(1);
    expect(board.drawing.state.preview).to.equal(undefined);
  });

  it('moves what is selected, not the smaller box inside it (HIT-1)', () => {
    const {board, tool} = boardWithTool();
    board.select('box-1');
    drag(tool, [[40, 40], [41, 40]]); // prettier-ignore
    expect(board.boxes[0]).to.deep.equal([11, 10, 60, 60]);
    expect(board.boxes[1]).to.deep.equal([30, 30, 20, 20]);
  });

  it('moves several as one step; at the border all stop together and keep their sizes (COORD-4)', () => {
    const {board, tool} = boardWithTool();
    board.select('box-2', 'box-3');
    drag(tool, [[40, 40], [60, 20]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([
      [10, 10, 60, 60],
      [35, 20, 20, 20],
      [85, 0, 15, 15],
    ]);
    expect(board.steps).to.deep.equal(['move 2 boxes']);
  });

  it('keeps to one axis with Shift', () => {
    const {board, tool} = boardWithTool([small]);
    board.select('box-2');
    drag(tool, [[40, 40], [44, 47]], {shift: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[30, 37, 20, 20]]);
  });

  it('commits nothing when a drag ends where it began', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[40, 40], [60, 50], [40, 40]]); // prettier-ignore
    board.select('box-3');
    drag(tool, [[95, 25], [99, 29], [95, 25]]); // prettier-ignore
    expect(board.steps).to.deep.equal([]);
  });

  it('resizes by corners, and by a side anywhere along it', () => {
    const {board, tool} = boardWithTool([large]);
    board.select('box-1');
    drag(tool, [[70, 70], [80, 75]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[10, 10, 70, 65]]);
    drag(tool, [[10, 25], [15, 60]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[15, 10, 65, 65]]);
    expect(board.steps).to.deep.equal(['resize car 1', 'resize car 1']);
    expect(board.lastTold).to.equal('Resized car 1 to 65 by 65 at 15, 10.');
  });

  it('flips past the opposite corner, which stays (BOX-1), and clamps what moves (COORD-4)', () => {
    const {board, tool} = boardWithTool([small]);
    board.select('box-2');
    drag(tool, [[50, 50], [10, 20]], {scale: 4}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[10, 20, 20, 10]]);
    board.editor.undo();
    drag(tool, [[30, 30], [-50, -9]], {scale: 4}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[0, 0, 50, 50]]);
  });

  it('keeps the ratio with Shift and the middle with Alt', () => {
    const {board, tool} = boardWithTool([boxRecord('box-1', [30, 30, 30, 20])]);
    board.select('box-1');
    drag(tool, [[60, 50], [75, 51]], {scale: 4, shift: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[30, 30, 45, 30]]);
    board.editor.undo();
    drag(tool, [[60, 50], [65, 53]], {scale: 4, alt: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[25, 27, 40, 26]]);
  });

  it('takes what a frame touches, with Alt only what it contains, with Shift besides the rest (SEL-1)', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[5, 5], [35, 35]]); // prettier-ignore
    expect(board.selection).to.deep.equal(['box-1', 'box-2']);
    drag(tool, [[75, 5], [98, 30]], {shift: true}); // prettier-ignore
    expect(board.selection).to.deep.equal(['box-1', 'box-2', 'box-3']);
    drag(tool, [[75, 78], [25, 5]], {alt: true}); // prettier-ignore
    expect(board.selection).to.deep.equal(['box-2']);
    expect(board.steps).to.deep.equal([]);
  });

  it('leaves hidden and locked boxes out of a frame', () => {
    const {board, tool} = boardWithTool();
    board.drawing.set({hiddenIds: new Set(['box-1']), lockedLabels: new Set(['tree'])});
    drag(tool, [[0, 0], [100, 80]]); // prettier-ignore
    expect(board.selection).to.deep.equal(['box-2']);
  });

  it('selects locked boxes, and refuses to move them in words (EDIT-1)', () => {
    const {board, tool} = boardWithTool();
    board.drawing.set({lockedIds: new Set(['box-3'])});
    click(tool, 88, 18);
    expect(board.selection).to.deep.equal(['box-3']);
    drag(tool, [[88, 18], [60, 60]]); // prettier-ignore
    expect(board.boxes[2]).to.deep.equal([80, 10, 15, 15]);
    expect(board.told.at(-1)).to.deep.equal({
      done: false,
      reason: 'locked',
      message: 'Locked: tree 1. Unlock first.',
    });
  });

  it('moves the free ones of a selection and says what stayed', () => {
    const {board, tool} = boardWithTool();
    board.drawing.set({lockedIds: new Set(['box-3'])});
    board.select('box-2', 'box-3');
    drag(tool, [[40, 40], [42, 40]]); // prettier-ignore
    expect(board.boxes.slice(1)).to.deep.equal([
      [32, 30, 20, 20],
      [80, 10, 15, 15],
    ]);
    expect(board.lastTold).to.equal('Moved car 2 to 32, 30. 1 locked box left as before.');
  });

  it('never hits what is hidden (HIT-1)', () => {
    const {board, tool} = boardWithTool();
    board.drawing.set({hiddenIds: new Set(['box-2'])});
    click(tool, 40, 40);
    expect(board.selection).to.deep.equal(['box-1']);
  });

  it('gives up a drag without trace, selection included', () => {
    const {board, tool} = boardWithTool();
    board.select('box-3');
    tool.press(pointerAt(40, 40));
    tool.dragStart(pointerAt(40, 40));
    tool.drag(pointerAt(60, 60));
    expect(tool.cancel()).to.equal(true);
    expect(board.selection).to.deep.equal(['box-3']);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.steps).to.deep.equal([]);
    expect(tool.cancel()).to.equal(false);
  });

  it('lets go of what it drags when another item is opened', () => {
    const {board, tool} = boardWithTool();
    board.select('box-3');
    startDrag(tool, [40, 40], [60, 60]);
    board.editor.open(emptyDocument);
    tool.dragEnd(pointerAt(60, 60));
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.selection, 'none of the item before').to.deep.equal([]);
    expect(tool.cancel()).to.equal(false);
  });

  it('moves and resizes a box outside the picture from where it is (COORD-5)', () => {
    const {board, tool} = boardWithTool([boxRecord('box-1', [-50, -20, 100, 60])]);
    board.select('box-1');
    drag(tool, [[20, 10], [25, 10]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[-45, -20, 100, 60]]);
    drag(tool, [[55, 40], [65, 50]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[-45, -20, 110, 70]]);
    drag(tool, [[65, 50], [65, 50.2], [65, 50]]); // prettier-ignore
    drag(tool, [[65, 50], [76, 50]], {shift: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([[-45, -20, 121, 77]]);
    expect(board.steps).to.have.length(3);
  });

  it('gives up what runs by a step back: a move, a resize, a frame', () => {
    const {board, tool} = boardWithTool();
    for (const [from, to] of [
      [
        [40, 40],
        [60, 60],
      ],
      [
        [95, 25],
        [99, 29],
      ],
      [
        [75, 5],
        [98, 30],
      ],
    ] as const) {
      board.select('box-3');
      startDrag(tool, from, to);
      expect(tool.stepBack()).to.equal(true);
      tool.drag(pointerAt(to[0], to[1]));
      tool.dragEnd(pointerAt(to[0], to[1]));
      expect(board.records).to.deep.equal([large, small, apart]);
      expect(board.selection).to.deep.equal(['box-3']);
      expect(board.drawing.state.preview).to.equal(undefined);
      expect(board.drawing.takeDraft()).to.equal(undefined);
    }
    expect(tool.stepBack()).to.equal(false);
  });

  it('drops the numbers that were read, and the mark of a suggestion, when a box is moved', () => {
    const read = {left: 30.25, top: 30, width: 20, height: 20.5};
    const {board, tool} = boardWithTool([{...small, box: read, read, isSuggestion: true}]);
    drag(tool, [[40, 40], [45, 40]]); // prettier-ignore
    expect(board.records).to.deep.equal([
      {id: 'box-2', kind: 'box', order: 2, label: 'car', box: {left: 35, top: 30, width: 20, height: 21}},
    ]);
  });

  it('shows by its cursor what a press would do', () => {
    const {board, tool} = boardWithTool();
    const cursorAt = (x: number, y: number): string => {
      tool.hover(pointerAt(x, y));
      return tool.cursor;
    };
    expect(cursorAt(5, 75)).to.equal('default');
    expect(cursorAt(20, 20)).to.equal('pointer');
    expect(board.drawing.state.hovered).to.equal('box-1');
    board.select('box-1');
    expect(cursorAt(20, 20)).to.equal('move');
    expect(cursorAt(70, 70)).to.equal('nwse-resize');
    expect(cursorAt(10, 20)).to.equal('ew-resize');
    board.drawing.set({frame: {stored: {width: 100, height: 80}, orientation: 6}});
    expect(cursorAt(10, 20), 'the picture is turned').to.equal('ns-resize');
    expect(cursorAt(70, 70), 'the picture is turned').to.equal('nesw-resize');
  });
});
