import {expect} from '@open-wc/testing';
import {emptyDocument} from '../../model/document.js';
import {boxRecord, click, drag, DrawingBoard, pointerAt, startDrag} from '../drawing-board.harness.js';
import {DrawExtremesTool} from './draw-extremes.js';

function boardWithTool(...given: ConstructorParameters<typeof DrawingBoard>) {
  const board = new DrawingBoard(...given);
  return {board, tool: new DrawExtremesTool(board)};
}

const points = [
  [30.4, 10],
  [20, 25],
  [45, 30.6],
  [28, 50],
] as const;

describe('draw-extremes', () => {
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ]) {
    it(`makes the same box of four points in the order ${order.join()}`, () => {
      const {board, tool} = boardWithTool();
      for (const place of order) click(tool, points[place]![0], points[place]![1]);
      expect(board.boxes).to.deep.equal([[20, 10, 25, 40]]);
      expect(board.steps).to.deep.equal(['draw car']);
      expect(tool.isDrawing).to.equal(false);
    });
  }

  it('starts nothing by a double click on the last point', () => {
    const {tool} = boardWithTool();
    points.forEach(([x, y], index) => click(tool, x, y, {timeMs: 1000 * index}));
    click(tool, 28, 50, {timeMs: 3200});
    expect(tool.isDrawing).to.equal(false);
    click(tool, 28, 50, {timeMs: 3700});
    expect(tool.isDrawing).to.equal(true);
  });

  it('shows the points, and takes the last one back', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    click(tool, 20, 20);
    expect(board.lastTold).to.equal('2 of 4 points.');
    expect(tool.stepBack()).to.equal(true);
    expect(board.drawing.state.preview).to.deep.equal({kind: 'points', points: [{x: 10, y: 10}]});
    tool.stepBack();
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(tool.isDrawing).to.equal(false);
    expect(tool.stepBack()).to.equal(false);
  });

  it('puts a dragged point where it is released', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    drag(tool, [[15, 15], [20, 30]]); // prettier-ignore
    expect(board.drawing.state.preview).to.have.deep.property('points', [
      {x: 10, y: 10},
      {x: 20, y: 30},
    ]);
  });

  it('gives up a drag but not the points before it; then the points, which can come back', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    tool.press();
    tool.dragStart(pointerAt(20, 20));
    tool.drag(pointerAt(30, 30));
    tool.giveUp();
    expect(board.drawing.state.preview).to.have.deep.property('points', [{x: 10, y: 10}]);
    expect(tool.giveUp()).to.equal(true);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(tool.resume(board.drawing.takeDraft()!.preview)).to.equal(true);
    expect(tool.isDrawing).to.equal(true);
  });

  it('gives up the drag of a point by a step back, and keeps the points before it', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    startDrag(tool, [20, 20], [30, 30]);
    expect(tool.stepBack()).to.equal(true);
    tool.drag(pointerAt(35, 35));
    tool.dragEnd(pointerAt(35, 35));
    tool.cancelPress();
    expect(board.drawing.state.preview).to.have.deep.property('points', [{x: 10, y: 10}]);
    expect(board.drawing.takeDraft()).to.equal(undefined);
  });

  it('keeps the drag of the first point when it is given up, but not when it is taken back', () => {
    const {board, tool} = boardWithTool();
    startDrag(tool, [20, 20], [30, 30]);
    tool.cancelPress();
    expect(board.drawing.takeDraft()).to.equal(undefined);
    startDrag(tool, [20, 20], [30, 30]);
    tool.stepBack();
    expect(board.drawing.takeDraft()?.preview).to.deep.equal({kind: 'points', points: [{x: 30, y: 30}]});
  });

  it('is cleared at once, pressed or not, and leaves nothing to bring back', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    startDrag(tool, [20, 20], [30, 30]);
    expect(tool.cancel()).to.equal(true);
    tool.dragEnd(pointerAt(30, 30));
    expect(tool.isDrawing).to.equal(false);
    expect(tool.cancel()).to.equal(false);
    expect(board.drawing.state.preview).to.equal(undefined);
    expect(board.drawing.takeDraft()).to.equal(undefined);
  });

  it('begins anew when another item is opened', () => {
    const {board, tool} = boardWithTool();
    click(tool, 10, 10);
    board.editor.open(emptyDocument);
    expect(tool.isDrawing).to.equal(false);
    click(tool, 20, 20);
    expect(board.drawing.state.preview).to.have.deep.property('points', [{x: 20, y: 20}]);
  });

  it('keeps points in the picture, and makes nothing of four on one spot', () => {
    const {board, tool} = boardWithTool();
    for (const [x, y] of [[50, -20], [-20, 40], [120, 40], [50, 99]] as const) click(tool, x, y); // prettier-ignore
    for (let times = 0; times < 4; times++) click(tool, 50, 50 + times / 4);
    expect(board.boxes).to.deep.equal([[0, 0, 100, 80]]);
    expect(tool.isDrawing).to.equal(false);
  });

  it('grabs a handle of the selection only before the first point', () => {
    const {board, tool} = boardWithTool(100, 80, [boxRecord('box-0', [10, 10, 60, 40])]);
    board.select('box-0');
    drag(tool, [[70, 50], [80, 60]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[10, 10, 70, 50]]);
    click(tool, 5, 5);
    drag(tool, [[80, 60], [85, 65]]); // prettier-ignore
    expect(board.boxes).to.deep.equal([[10, 10, 70, 50]]);
  });
});
