import {expect} from '@open-wc/testing';
import type {Orientation} from '../geometry/orientation.js';
import {MaskBoardHarness} from './mask-board.harness.js';
import {MaskCursor} from './mask-cursor.js';
import {BucketTool} from './tools/bucket.js';
import {PaintTool} from './tools/paint.js';

function cursorOn(board: MaskBoardHarness, tool = new PaintTool(board)): MaskCursor {
  return new MaskCursor(
    board,
    () => tool,
    () => 1,
  );
}

describe('crosshair of masks', () => {
  it('stands on the middle of a pixel and stays in the picture', () => {
    const board = new MaskBoardHarness(6, 4);
    const cursor = cursorOn(board);
    expect(cursor.start()).to.contain('Crosshair on at 3, 2.');
    expect(board.board.state.cursor).to.deep.equal({x: 3.5, y: 2.5});
    cursor.jump('right');
    cursor.jump('down');
    expect(cursor.place()).to.equal('5, 3');
    cursor.jump('left');
    cursor.jump('up');
    expect(cursor.place()).to.equal('0, 0');
  });

  it('paints one stroke from pen down to pen up', () => {
    const board = new MaskBoardHarness(6, 3);
    const cursor = cursorOn(board);
    cursor.start({x: 1, y: 0});
    expect(cursor.press()).to.equal('Brush down at 1, 0. The arrow keys paint, Enter lifts it.');
    expect(board.rows[0]).to.equal('.1....');
    cursor.move('right', 3);
    cursor.move('down', 2);
    expect(board.steps).to.deep.equal([]);
    expect(cursor.press()).to.equal(undefined);
    expect(board.rows).to.deep.equal(['.1111.', '....1.', '....1.']);
    expect(board.steps).to.deep.equal(['paint sky']);
    expect(cursor.isDown).to.equal(false);
    cursor.move('left', 4);
    expect(board.rows[2]).to.equal('....1.');
  });

  it('erases in the same way', () => {
    const board = new MaskBoardHarness(6, 1);
    const cursor = cursorOn(board);
    cursor.start({x: 0, y: 0});
    cursor.press();
    cursor.jump('right');
    cursor.press();
    board.set({tool: 'eraser'});
    cursor.press();
    cursor.move('left', 2);
    cursor.press();
    expect(board.rows).to.deep.equal(['111...']);
  });

  it('loses the pen with a stroke that was undone or given up, and keeps it when it is put away', () => {
    const board = new MaskBoardHarness(6, 1);
    const tool = new PaintTool(board);
    const cursor = cursorOn(board, tool);
    cursor.start({x: 0, y: 0});
    cursor.press();
    tool.giveUp();
    expect(cursor.isDown).to.equal(false);
    cursor.move('right', 2);
    expect(board.rows).to.deep.equal(['......']);
    cursor.press();
    cursor.move('right', 1);
    cursor.stop();
    expect(board.rows).to.deep.equal(['..11..']);
    expect(board.steps).to.have.length(1);
    expect(board.board.state.footprint).to.equal(undefined);
  });

  it('says nothing of a pen that could not be put down', () => {
    const board = new MaskBoardHarness(6, 1);
    const cursor = cursorOn(board);
    board.set({lockedLabels: new Set(['sky'])});
    cursor.start();
    expect(cursor.press()).to.equal(undefined);
    expect(cursor.isDown).to.equal(false);
    expect(board.lastTold).to.equal('sky is locked. Unlock it to change it.');
  });

  it('presses other tools where it is', async () => {
    const board = new MaskBoardHarness(6, 1);
    board.set({tool: 'bucket'});
    const bucket = new BucketTool(board);
    const cursor = new MaskCursor(
      board,
      () => bucket,
      () => 1,
    );
    cursor.start();
    cursor.press();
    while (board.board.state.isBusy) await new Promise<void>((resolve) => setTimeout(resolve));
    expect(board.rows).to.deep.equal(['111111']);
  });

  it('says what it is in when that changes', () => {
    const board = new MaskBoardHarness(6, 1);
    const cursor = cursorOn(board);
    cursor.start({x: 2, y: 0});
    cursor.press();
    cursor.move('right', 1);
    cursor.press();
    expect(cursor.move('right', 1)).to.equal(undefined);
    expect(cursor.move('left', 1)).to.equal('inside sky');
    expect(cursor.move('left', 1)).to.equal(undefined);
    expect(cursor.move('left', 1)).to.equal('nothing labelled here');
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as Orientation[]) {
    it(`moves as seen on the screen in a picture of orientation ${orientation}`, () => {
      const board = new MaskBoardHarness(40, 30);
      board.set({frame: {stored: {width: 40, height: 30}, orientation}});
      const cursor = cursorOn(board);
      cursor.start();
      cursor.jump('left');
      cursor.jump('up');
      expect(cursor.place()).to.equal('0, 0');
      cursor.move('right', 3);
      cursor.move('down', 7);
      expect(cursor.place()).to.equal('3, 7');
    });
  }
});
