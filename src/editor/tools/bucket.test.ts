import {expect} from '@open-wc/testing';
import {click, drag, pointerAt} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {BucketTool} from './bucket.js';
import {PaintTool} from './paint.js';

/** Waits for what was asked for; what was asked for before is answered before. */
async function answered(board: MaskBoardHarness): Promise<void> {
  while (board.board.state.isBusy) await new Promise<void>((resolve) => setTimeout(resolve));
}

/** A picture with a diagonal wall of sky, which leaves no way through by the sides of pixels. */
function walled(): MaskBoardHarness {
  const board = new MaskBoardHarness(4, 4);
  const tool = new PaintTool(board);
  for (let at = 0; at < 4; at++) click(tool, at + 0.5, 3.5 - at);
  board.set({label: 'ground'});
  return board;
}

describe('bucket tool', () => {
  it('fills an area up to its borders, and does not leak between corners', async () => {
    const board = walled();
    const tool = new BucketTool(board);
    click(tool, 0.5, 0.5);
    expect(board.board.state.isBusy).to.equal(true);
    await answered(board);
    expect(board.rows).to.deep.equal(['2221', '221.', '21..', '1...']);
    expect(board.documentRows).to.deep.equal(board.rows);
    expect(board.steps.at(-1)).to.equal('fill ground');
    expect(board.lastTold).to.equal('Painted ground: 6 pixels more.');
    board.editor.undo();
    expect(board.rows).to.deep.equal(['...1', '..1.', '.1..', '1...']);
  });

  it('relabels a whole area, and all areas of the number with Shift', async () => {
    const board = walled();
    const tool = new BucketTool(board);
    click(tool, 3.5, 0.5);
    await answered(board);
    expect(board.rows).to.deep.equal(['...2', '..1.', '.1..', '1...']);
    click(tool, 0.5, 0.5, {shift: true});
    await answered(board);
    expect(board.rows).to.deep.equal(['2222', '2212', '2122', '1222']);
    click(tool, 0.5, 3.5, {shift: true});
    await answered(board);
    expect(board.regions).to.deep.equal({2: 'ground'});
  });

  it('empties an area with Alt', async () => {
    const board = walled();
    click(new BucketTool(board), 3.5, 0.5, {alt: true});
    await answered(board);
    expect(board.rows).to.deep.equal(['....', '..1.', '.1..', '1...']);
  });

  it('asks again when the mask has changed meanwhile', async () => {
    const board = walled();
    let isFirst = true;
    board.work.meanwhile = () => {
      if (isFirst) board.editor.undo();
      isFirst = false;
    };
    click(new BucketTool(board), 0.5, 0.5);
    await answered(board);
    expect(board.work.asked).to.equal(2);
    expect(board.rows).to.deep.equal(['2222', '2212', '2122', '1222']);
  });

  it('fills as it was told when it was pressed', async () => {
    const board = walled();
    click(new BucketTool(board), 0.5, 0.5);
    board.set({label: 'building'});
    await answered(board);
    expect(board.rows[0]).to.equal('2221');
  });

  it('waits for a stroke that began meanwhile', async () => {
    const board = walled();
    const brush = new PaintTool(board);
    board.work.meanwhile = () => {
      board.work.meanwhile = () => undefined;
      brush.press(pointerAt(1.5, 0.5));
      queueMicrotask(() => queueMicrotask(() => brush.click()));
    };
    click(new BucketTool(board), 0.5, 0.5);
    board.set({label: 'building'});
    await answered(board);
    expect(board.steps.slice(-2)).to.deep.equal(['paint building', 'fill ground']);
    expect(board.rows).to.deep.equal(['23.1', '221.', '21..', '1...']);
  });

  it('keeps to modes and locks', async () => {
    const board = walled();
    const tool = new BucketTool(board);
    board.set({mode: 'behind'});
    click(tool, 3.5, 0.5);
    await answered(board);
    expect(board.lastTold).to.contain('“behind”');
    board.set({mode: 'over', lockedLabels: new Set(['sky'])});
    click(tool, 3.5, 0.5);
    await answered(board);
    expect(board.lastTold).to.equal('Nothing changed. What is locked or hidden stays as it is.');
    expect(board.rows).to.deep.equal(['...1', '..1.', '.1..', '1...']);
  });

  it('is given up by Escape, by another item and by a second finger', async () => {
    const board = walled();
    const tool = new BucketTool(board);
    const count = board.steps.length;
    tool.press(pointerAt(0.5, 0.5));
    expect(tool.cancelPress()).to.equal(true);
    tool.click();
    expect(board.board.state.isBusy).to.equal(false);
    click(tool, 0.5, 0.5);
    expect(tool.giveUp()).to.equal(true);
    await answered(board);
    click(tool, 0.5, 0.5);
    board.work.meanwhile = () => board.editor.open({records: new Map()});
    await answered(board);
    expect(board.steps).to.have.length(0);
    expect(count).to.equal(4);
    expect(board.rows).to.deep.equal(['....', '....', '....', '....']);
  });

  it('makes an instance of each fill where that is wished for', async () => {
    const board = new MaskBoardHarness(4, 1, {hasInstances: true, labels: ['cell']});
    const brush = new PaintTool(board);
    click(brush, 1.5, 0.5);
    board.set({isNewPerFill: true});
    const tool = new BucketTool(board);
    for (const x of [0.5, 3.5]) click(tool, x, 0.5);
    await answered(board);
    expect(board.rows).to.deep.equal(['2133']);
    expect(board.regions).to.deep.equal({1: 'cell', 2: 'cell', 3: 'cell'});
    expect(board.lastTold).to.equal('Painted cell 3: 2 pixels more.');
    drag(brush, [[0.5, 0.5]]);
    expect(board.rows).to.deep.equal(['3133']);
    expect(board.lastTold).to.equal(
      'Painted cell 3: 1 pixel more. One instance has no pixel left and is gone.',
    );
  });
});
