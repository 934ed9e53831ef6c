import {expect} from '@open-wc/testing';
import {emptyDocument} from '../../model/document.js';
import {boxRecord, click, drag, DrawingBoard, pointerAt, startDrag} from '../drawing-board.harness.js';
import {DrawBoxTool} from './draw-box.js';

function boardWithTool(...given: ConstructorParameters<typeof DrawingBoard>) {
  const board = new DrawingBoard(...given);
  return {board, tool: new DrawBoxTool(board)};
}

describe('draw-box', () => {
  it('makes one box, one step and one message of a drag, and selects the box (SEL-2)', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [
      [10.2, 20.4],
      [30, 30],
      [39.6, 50.3],
    ]);
    expect(board.records).to.deep.equal([
      {id: 'box-0', kind: 'box', order: 0, label: 'car', box: {left: 10, top: 20, width: 30, height: 30}},
    ]);
    expect(board.steps).to.deep.equal(['draw car']);
    expect(board.lastTold).to.equal('car box added, 30 by 30 at 10, 20. 1 shape.');
    expect(board.selection).to.deep.equal(['box-0']);
    expect(board.drawing.state.preview).to.equal(undefined);
  });

  for (const [name, from, to] of [
    ['down right', [10, 20], [40, 50]],
    ['down left', [40, 20], [10, 50]],
    ['up right', [10, 50], [40, 20]],
    ['up left', [40, 50], [10, 20]],
  ] as const) {
    it(`gives the same box drawn ${name}`, () => {
      const {board, tool} = boardWithTool();
      drag(tool, [from, to]);
      expect(board.boxes).to.deep.equal([[10, 20, 30, 30]]);
    });
  }

  it('draws by two clicks, the box following the pointer between them', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    expect(tool.isDrawing).to.equal(true);
    tool.hover(pointerAt(25, 30));
    expect(board.drawing.state.preview).to.deep.equal({
      kind: 'new',
      box: {left: 10, top: 10, width: 15, height: 20},
      label: 'car',
      anchor: {x: 10, y: 10},
    });
    click(tool, 40, 50);
    expect(board.boxes).to.deep.equal([[10, 10, 30, 40]]);
    expect(tool.isDrawing).to.equal(false);
  });

  for (const [pointer, near, far] of [
    ['mouse', 5, 8],
    ['pen', 9, 12],
    ['touch', 15, 18],
  ] as const) {
    it(`starts nothing by a double click on the second corner: ${pointer}`, () => {
      const {board, tool} = boardWithTool();
      click(tool, 10, 10, {pointer, timeMs: 1000});
      click(tool, 40, 40, {pointer, timeMs: 2000});
      click(tool, 40 + near, 40, {pointer, timeMs: 2300});
      expect(tool.isDrawing, 'near').to.equal(false);
      expect(board.drawing.state.preview).to.equal(undefined);
      click(tool, 40 + near, 40, {pointer, timeMs: 2700});
      expect(tool.isDrawing, 'later').to.equal(true);
      click(tool, 70, 70, {pointer, timeMs: 3000});
      click(tool, 70, 70 - far, {pointer, timeMs: 3100});
      expect(tool.isDrawing, 'elsewhere').to.equal(true);
      expect(board.boxes).to.have.length(2);
    });
  }

  it('draws from where a box has just ended by a drag, and by the keyboard at any speed', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10, {timeMs: 1000});
    click(tool, 40, 40, {timeMs: 2000});
    board.select();
    drag(tool, [[40, 40], [60, 60]], {timeMs: 2100}); // prettier-ignore
    click(tool, 60, 60, {timeMs: NaN});
    click(tool, 70, 70, {timeMs: NaN});
    click(tool, 70, 70, {timeMs: NaN});
    expect(tool.isDrawing).to.equal(true);
    expect(board.boxes).to.have.length(3);
  });

  it('lets a finger tap the first corner and drag the second into place', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10, {pointer: 'touch'});
    drag(
      tool,
      [
        [60, 60],
        [50, 40],
      ],
      {pointer: 'touch'},
    );
    expect(board.boxes).to.deep.equal([[10, 10, 40, 30]]);
  });

  it('cancels at a second click on the first corner, and at a drag that comes back (BOX-3)', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    click(tool, 12, 11);
    drag(tool, [
      [30, 30],
      [50, 50],
      [31, 31],
    ]);
    expect(board.boxes).to.deep.equal([]);
    expect(board.steps).to.deep.equal([]);
    expect(board.drawing.state.preview).to.equal(undefined);
  });

  it('measures that on the screen: enlarged, a box of one pixel can be drawn', () => {
    const {board, tool} = boardWithTool();
    drag(
      tool,
      [
        [10.2, 10.2],
        [10.6, 10.6],
      ],
      {scale: 16},
    );
    expect(board.boxes).to.deep.equal([[10, 10, 1, 1]]);
  });

  it('starts a new box inside another one (BOX-2)', () => {
    const {board, tool} = boardWithTool(100, 80, [boxRecord('box-0', [0, 0, 90, 70])]);
    drag(tool, [
      [40, 40],
      [50, 50],
    ]);
    expect(board.boxes).to.deep.equal([
      [0, 0, 90, 70],
      [40, 40, 10, 10],
    ]);
    expect(board.selection).to.deep.equal(['box-1']);
  });

  it('grabs the handles of the selection, but not its sides (principle 2)', () => {
    const {board, tool} = boardWithTool(100, 80, [boxRecord('box-0', [10, 10, 60, 40])]);
    board.select('box-0');
    drag(tool, [
      [71, 49],
      [81, 59],
    ]);
    expect(board.boxes).to.deep.equal([[10, 10, 70, 50]]);
    expect(board.steps).to.deep.equal(['resize car 1']);
    drag(tool, [
      [80, 20],
      [90, 30],
    ]);
    expect(board.boxes[1]).to.deep.equal([80, 20, 10, 10]);
  });

  it('starts at the border for a press beside the picture, and ends at the border (COORD-4)', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [
      [-20, -5],
      [30, 40],
    ]);
    drag(tool, [
      [90, 70],
      [130, 95],
    ]);
    expect(board.boxes).to.deep.equal([
      [0, 0, 30, 40],
      [90, 70, 10, 10],
    ]);
  });

  it('gives the whole picture for a drag across it', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [
      [-3, -3],
      [105, 85],
    ]);
    expect(board.boxes).to.deep.equal([[0, 0, 100, 80]]);
  });

  it('makes nothing of a drag beside the picture', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [
      [-30, 10],
      [-10, 60],
    ]);
    drag(tool, [
      [-30, -10],
      [130, -20],
    ]);
    expect(board.boxes).to.deep.equal([]);
  });

  it('makes a line one pixel wide', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [
      [50, 10],
      [50, 60],
    ]);
    expect(board.boxes).to.deep.equal([[50, 10, 1, 50]]);
  });

  it('draws squares with Shift, in the picture too', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[10, 10], [30, 18]], {shift: true}); // prettier-ignore
    drag(tool, [[50, 60], [20, 10]], {shift: true}); // prettier-ignore
    drag(tool, [[70, 60], [99, 79]], {shift: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([
      [10, 10, 20, 20],
      [0, 10, 50, 50],
      [70, 60, 20, 20],
    ]);
  });

  it('draws from the middle with Alt, and squares from the middle with both', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[50, 40], [60, 45]], {alt: true}); // prettier-ignore
    drag(tool, [[50, 40], [60, 45]], {alt: true, shift: true}); // prettier-ignore
    drag(tool, [[95, 40], [75, 45]], {alt: true}); // prettier-ignore
    expect(board.boxes).to.deep.equal([
      [40, 35, 20, 10],
      [40, 30, 20, 20],
      [75, 35, 25, 10],
    ]);
  });

  it('moves what is drawn while Space is held, not beyond the border', () => {
    const {board, tool} = boardWithTool();
    tool.press();
    tool.dragStart(pointerAt(10, 10));
    tool.drag(pointerAt(30, 20));
    tool.drag(pointerAt(35, 25, {space: true}));
    expect(board.drawing.state.preview).to.have.deep.property('box', {
      left: 15,
      top: 15,
      width: 20,
      height: 10,
    });
    tool.drag(pointerAt(-35, 25, {space: true}));
    expect(board.drawing.state.preview).to.have.deep.property('box', {
      left: 0,
      top: 15,
      width: 20,
      height: 10,
    });
    tool.drag(pointerAt(40, 30));
    tool.dragEnd(pointerAt(40, 30));
    expect(board.boxes).to.deep.equal([[0, 15, 40, 15]]);
  });

  it('gives up the gesture first, the open drawing next (PTR-8)', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    tool.hover(pointerAt(20, 20));
    tool.press();
    tool.dragStart(pointerAt(20, 20));
    tool.drag(pointerAt(50, 50));
    expect(tool.giveUp(), 'the drag').to.equal(true);
    expect(tool.isDrawing).to.equal(true);
    expect(tool.giveUp(), 'the drawing').to.equal(true);
    expect(tool.isDrawing).to.equal(false);
    expect(tool.giveUp()).to.equal(false);
    expect(board.steps).to.deep.equal([]);
    expect(board.drawing.state.preview).to.equal(undefined);
  });

  it('opens a cancelled drawing again (PTR-9)', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    tool.hover(pointerAt(20, 20));
    tool.giveUp();
    const draft = board.drawing.takeDraft()!;
    expect(draft.tool).to.equal('box');
    expect(tool.resume(draft.preview)).to.equal(true);
    expect(board.drawing.state.preview).to.deep.equal(draft.preview);
    expect(board.drawing.takeDraft()).to.equal(undefined);
    click(tool, 30, 40);
    expect(board.boxes).to.deep.equal([[10, 10, 20, 30]]);
  });

  it('brings a cancelled drawing back before the step it came after is undone', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[10, 10], [30, 30]]); // prettier-ignore
    click(tool, 50, 50);
    tool.giveUp();
    drag(tool, [[60, 10], [80, 30]]); // prettier-ignore
    expect(board.drawing.takeDraft(), 'the second box comes first').to.equal(undefined);
    board.editor.undo();
    expect(board.drawing.takeDraft()?.preview).to.have.property('kind', 'new');
  });

  it('forgets what was given up when another item is opened', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    tool.giveUp();
    click(tool, 20, 20);
    board.editor.open(emptyDocument);
    tool.giveUp();
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.drawing.takeDraft()).to.equal(undefined);
  });

  it('begins anew when another item is opened, also in the middle of a drag', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    board.editor.open(emptyDocument);
    expect(tool.isDrawing).to.equal(false);
    startDrag(tool, [10, 10], [30, 30]);
    board.editor.open(emptyDocument);
    tool.drag(pointerAt(40, 40));
    tool.dragEnd(pointerAt(40, 40));
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.boxes).to.deep.equal([]);
  });

  it('takes an open drawing back by one step, for good', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    expect(tool.stepBack()).to.equal(true);
    expect(tool.isDrawing).to.equal(false);
    expect(board.drawing.takeDraft()).to.equal(undefined);
    expect(tool.stepBack()).to.equal(false);
  });

  it('brings a drag back that was given up (PTR-9)', () => {
    const {board, tool} = boardWithTool();
    startDrag(tool, [10, 10], [30, 40]);
    expect(tool.giveUp()).to.equal(true);
    expect(board.drawing.state.preview).to.equal(undefined);
    tool.resume(board.drawing.takeDraft()!.preview);
    expect(board.drawing.state.preview).to.have.deep.property('box', {
      left: 10,
      top: 10,
      width: 20,
      height: 30,
    });
    click(tool, 50, 50);
    expect(board.boxes).to.deep.equal([[10, 10, 40, 40]]);
  });

  it('leaves no trace of a press that became something else, such as a pinch (PTR-5)', () => {
    const {board, tool} = boardWithTool();
    startDrag(tool, [10, 10], [30, 40]);
    expect(tool.cancelPress()).to.equal(true);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.drawing.takeDraft()).to.equal(undefined);
    click(tool, 10, 10);
    expect(tool.cancelPress(), 'the open drawing survives').to.equal(false);
    expect(tool.isDrawing).to.equal(true);
  });

  it('gives up the drag by a step back, and what is left of it does nothing', () => {
    const {board, tool} = boardWithTool();
    drag(tool, [[10, 10], [30, 30]]); // prettier-ignore
    startDrag(tool, [50, 50], [70, 70]);
    expect(tool.stepBack()).to.equal(true);
    expect(tool.isDrawing).to.equal(false);
    tool.drag(pointerAt(75, 75));
    tool.dragEnd(pointerAt(75, 75));
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.boxes).to.deep.equal([[10, 10, 20, 20]]);
    expect(board.drawing.takeDraft(), 'the next undo is for the step before').to.equal(undefined);
  });

  it('goes back to the first corner by a step back in the drag of the second, for the pointer that is down too', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    startDrag(tool, [50, 50], [70, 70]);
    tool.stepBack();
    tool.dragEnd(pointerAt(75, 75));
    tool.cancelPress();
    expect(tool.isDrawing).to.equal(true);
    expect(board.drawing.takeDraft()).to.equal(undefined);
    click(tool, 40, 40);
    expect(board.boxes).to.deep.equal([[10, 10, 30, 30]]);
  });

  it('gives up the drag of a handle by a step back', () => {
    const {board, tool} = boardWithTool(100, 80, [boxRecord('box-0', [10, 10, 60, 40])]);
    board.select('box-0');
    startDrag(tool, [70, 50], [80, 60]);
    expect(tool.stepBack()).to.equal(true);
    tool.dragEnd(pointerAt(80, 60));
    expect(board.boxes).to.deep.equal([[10, 10, 60, 40]]);
    expect(board.drawing.takeDraft()).to.equal(undefined);
  });

  it('is cleared at once, pressed or not, and leaves nothing to bring back', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    startDrag(tool, [50, 50], [70, 70]);
    expect(tool.cancel()).to.equal(true);
    tool.dragEnd(pointerAt(70, 70));
    expect(tool.isDrawing).to.equal(false);
    expect(tool.cancel()).to.equal(false);
    expect(board.boxes).to.deep.equal([]);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.drawing.takeDraft()).to.equal(undefined);
  });

  it('takes the label that is active when the box is finished', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    board.drawing.set({label: 'truck'});
    click(tool, 40, 40);
    expect(board.records[0]).to.have.property('label', 'truck');
  });

  it('adds nothing to a read-only element, or before the picture is there', () => {
    const {board, tool} = boardWithTool();
    board.isReadonly = true;
    drag(tool, [[10, 10], [30, 30]]); // prettier-ignore
    board.isReadonly = false;
    board.drawing.set({frame: undefined});
    drag(tool, [[10, 10], [30, 30]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([]);
    expect(board.selection).to.deep.equal([]);
  });

  it('takes “nothing to label” back in the same step', () => {
    const {board, tool} = boardWithTool();
    board.commit('nothing', [
      {id: 'nothing', before: undefined, after: {id: 'nothing', kind: 'nothing', order: 0}},
    ]);
    drag(tool, [[10, 10], [30, 30]]); // prettier-ignore
    expect([...board.editor.state.document.records.keys()]).to.deep.equal(['box-0']);
    board.editor.undo();
    expect([...board.editor.state.document.records.keys()]).to.deep.equal(['nothing']);
  });
});
