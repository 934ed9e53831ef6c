import {expect} from '@open-wc/testing';
import type {Orientation} from '../geometry/orientation.js';
import {boxRecord, DrawingBoard} from './drawing-board.harness.js';
import {KeyboardCursor} from './keyboard-cursor.js';
import type {Tool} from './tool.js';
import {DrawBoxTool} from './tools/draw-box.js';
import {DrawExtremesTool} from './tools/draw-extremes.js';
import {SelectTool} from './tools/select.js';

function cursorOn(
  board: DrawingBoard,
  makeTool: (board: DrawingBoard) => Tool = (context) => new DrawBoxTool(context),
  scale = 1,
) {
  const tool = makeTool(board);
  return new KeyboardCursor(
    board,
    () => tool,
    () => scale,
  );
}

describe('keyboard cursor', () => {
  it('starts in the middle, or at the corner of the selection, or where it is told', () => {
    const board = new DrawingBoard(101, 80, [boxRecord('box-1', [10, 20, 30, 30])]);
    const cursor = cursorOn(board);
    expect(cursor.isOn).to.equal(false);
    expect(cursor.start()).to.equal('Crosshair on at 51, 40. The arrow keys move it, Enter clicks.');
    expect(board.drawing.state.cursor).to.deep.equal({x: 51, y: 40});
    cursor.start({x: 12.4, y: 7});
    expect(board.drawing.state.cursor).to.deep.equal({x: 12, y: 7});
    board.select('box-1');
    cursor.start({x: 12, y: 7});
    expect(board.drawing.state.cursor).to.deep.equal({x: 10, y: 20});
    cursor.stop();
    expect(cursor.isOn).to.equal(false);
  });

  it('draws a box by keys alone', () => {
    const board = new DrawingBoard();
    const cursor = cursorOn(board);
    cursor.start();
    cursor.move('left', 10);
    cursor.move('up', 1);
    expect(cursor.press()).to.equal('First corner at 40, 39.');
    cursor.move('right', 50);
    cursor.move('down', 10);
    expect(board.drawing.state.preview).to.have.deep.property('box', {
      left: 40,
      top: 39,
      width: 50,
      height: 10,
    });
    expect(cursor.press()).to.equal(undefined);
    expect(board.boxes).to.deep.equal([[40, 39, 50, 10]]);
    expect(board.lastTold).to.equal('car box added, 50 by 10 at 40, 39. 1 shape.');
  });

  it('draws a box of one pixel, however small the picture is shown', () => {
    const board = new DrawingBoard();
    const cursor = cursorOn(board, undefined, 0.1);
    cursor.start();
    cursor.press();
    cursor.move('right', 1);
    cursor.move('down', 1);
    cursor.press();
    expect(board.boxes).to.deep.equal([[50, 40, 1, 1]]);
  });

  it('gives the whole picture from border to border', () => {
    const board = new DrawingBoard();
    const cursor = cursorOn(board);
    cursor.start();
    cursor.jump('left');
    cursor.jump('up');
    cursor.press();
    cursor.jump('right');
    cursor.jump('down');
    cursor.press();
    expect(board.boxes).to.deep.equal([[0, 0, 100, 80]]);
  });

  it('sets extreme points', () => {
    const board = new DrawingBoard();
    const cursor = cursorOn(board, (context) => new DrawExtremesTool(context));
    cursor.start();
    for (const direction of ['left', 'up', 'right', 'down'] as const) {
      cursor.move(direction, 10);
      cursor.press();
    }
    expect(board.boxes).to.deep.equal([[40, 30, 10, 10]]);
  });

  it('selects what is under it', () => {
    const board = new DrawingBoard(100, 80, [boxRecord('box-1', [40, 30, 30, 30])]);
    const cursor = cursorOn(board, (context) => new SelectTool(context));
    cursor.start();
    cursor.press();
    expect(board.selection).to.deep.equal(['box-1']);
  });

  it('says which box it is in when that changes', () => {
    const board = new DrawingBoard(100, 80, [
      boxRecord('box-1', [0, 0, 60, 60]),
      boxRecord('box-2', [40, 30, 10, 20]),
    ]);
    const cursor = cursorOn(board);
    cursor.start({x: 30, y: 40});
    expect(cursor.move('right', 5)).to.equal(undefined);
    expect(cursor.move('right', 10)).to.equal('inside car 2');
    expect(cursor.move('right', 10)).to.equal('inside car 1');
    expect(cursor.move('right', 10)).to.equal('outside all boxes');
    expect(cursor.place()).to.equal('65, 40');
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as Orientation[]) {
    it(`moves as seen on the screen in a picture of orientation ${orientation}`, () => {
      const board = new DrawingBoard(100, 80, [], orientation);
      const cursor = cursorOn(board);
      cursor.start();
      const before = cursor.place().split(', ').map(Number);
      cursor.move('right', 3);
      cursor.move('down', 7);
      const after = cursor.place().split(', ').map(Number);
      expect([after[0]! - before[0]!, after[1]! - before[1]!]).to.deep.equal([3, 7]);
      cursor.jump('left');
      cursor.jump('up');
      expect(cursor.place()).to.equal('0, 0');
    });
  }
});
