import {expect} from '@open-wc/testing';
import {click, drag, pointerAt, startDrag} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {PaintTool} from './paint.js';

describe('paint tool', () => {
  it('paints exactly one pixel with a click of size 1, from the press on', () => {
    const board = new MaskBoardHarness(6, 3);
    const tool = new PaintTool(board);
    tool.press(pointerAt(2.9, 1.1));
    expect(board.rows).to.deep.equal(['......', '..1...', '......']);
    expect(board.editor.state.document.records.size).to.equal(0);
    tool.click();
    expect(board.rows).to.deep.equal(['......', '..1...', '......']);
    expect(board.documentRows).to.deep.equal(board.rows);
    expect(board.regions).to.deep.equal({1: 'sky'});
    expect(board.steps).to.deep.equal(['paint sky']);
    expect(board.lastTold).to.equal('Painted sky: 1 pixel more.');
  });

  it('makes one step of a stroke that leaves the picture and comes back', () => {
    const board = new MaskBoardHarness(6, 3);
    const tool = new PaintTool(board);
    drag(tool, [
      [0.5, 0.5],
      [-4.5, 0.5],
      [-4.5, 2.5],
      [3.5, 2.5],
    ]);
    expect(board.rows).to.deep.equal(['1.....', '......', '1111..']);
    expect(board.steps).to.have.length(1);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['......', '......', '......']);
    expect(board.regions).to.deep.equal({});
    board.editor.redo();
    expect(board.rows).to.deep.equal(['1.....', '......', '1111..']);
  });

  it('follows every place between two inputs', () => {
    const board = new MaskBoardHarness(6, 3);
    const tool = new PaintTool(board);
    startDrag(tool, [0.5, 0.5], [0.5, 0.5]);
    tool.dragEnd(
      pointerAt(5.5, 0.5, {
        trail: [
          {x: 0.5, y: 2.5},
          {x: 5.5, y: 2.5},
        ],
      }),
    );
    expect(board.rows).to.deep.equal(['1....1', '1....1', '111111']);
  });

  it('draws a straight line with Shift from the end of the last stroke, and shows it before', () => {
    const board = new MaskBoardHarness(6, 3);
    const tool = new PaintTool(board);
    tool.hover(pointerAt(5.5, 0.5, {shift: true}));
    expect(board.board.state.preview).to.equal(undefined);
    click(tool, 0.5, 0.5);
    tool.hover(pointerAt(5.5, 0.5, {shift: true}));
    expect([...board.board.state.preview!.pixels!.spans]).to.deep.equal([0, 0, 6]);
    tool.hover(pointerAt(5.5, 0.5));
    expect(board.board.state.preview).to.equal(undefined);
    click(tool, 5.5, 0.5, {shift: true});
    expect(board.rows[0]).to.equal('111111');
    expect(board.steps).to.have.length(2);
    click(tool, 5.5, 2.5, {shift: true});
    expect(board.rows).to.deep.equal(['111111', '.....1', '.....1']);
  });

  it('erases with the eraser, Alt, the secondary button and the eraser end', () => {
    const board = new MaskBoardHarness(6, 1);
    const tool = new PaintTool(board);
    drag(tool, [
      [0.5, 0.5],
      [5.5, 0.5],
    ]);
    click(tool, 0.5, 0.5, {alt: true});
    drag(tool, [[1.5, 0.5]], {secondary: true});
    click(tool, 2.5, 0.5, {eraser: true});
    board.set({tool: 'eraser'});
    click(tool, 3.5, 0.5);
    click(tool, 4.5, 0.5, {eraser: true});
    expect(board.rows).to.deep.equal(['.....1']);
    click(tool, 0.5, 0.5, {alt: true});
    expect(board.rows).to.deep.equal(['1....1']);
    expect(board.steps).to.deep.equal(['paint sky', ...Array<string>(5).fill('erase'), 'paint sky']);
  });

  it('leaves a secondary press that is no drag to the menu', () => {
    const board = new MaskBoardHarness(6, 1);
    const tool = new PaintTool(board);
    click(tool, 0.5, 0.5);
    tool.press(pointerAt(0.5, 0.5, {secondary: true}));
    expect(board.rows).to.deep.equal(['1.....']);
    expect(tool.cancelPress()).to.equal(true);
    tool.drag(pointerAt(0.5, 0.5, {secondary: true}));
    expect(board.rows).to.deep.equal(['1.....']);
  });

  it('keeps a size for the brush and one for the eraser, and shows the footprint', () => {
    const board = new MaskBoardHarness(6, 4);
    const tool = new PaintTool(board);
    board.set({brush: {size: 2, shape: 'square'}, eraser: {size: 3, shape: 'square'}});
    tool.hover(pointerAt(2.2, 2.2));
    expect(board.board.state.footprint).to.deep.include({at: {x: 2, y: 2}, erases: false});
    tool.hover(pointerAt(2.2, 2.2, {alt: true}));
    expect(board.board.state.footprint).to.deep.equal({
      at: {x: 2.5, y: 2.5},
      brush: {size: 3, shape: 'square'},
      erases: true,
    });
    click(tool, 2.2, 2.2);
    expect(board.rows).to.deep.equal(['......', '.11...', '.11...', '......']);
  });

  it('paints a disc of diameter 7 as everybody knows it', () => {
    const board = new MaskBoardHarness(9, 9);
    board.set({brush: {size: 7, shape: 'disc'}});
    click(new PaintTool(board), 4.2, 4.7);
    expect(board.rows).to.deep.equal([
      '.........',
      '...111...',
      '..11111..',
      '.1111111.',
      '.1111111.',
      '.1111111.',
      '..11111..',
      '...111...',
      '.........',
    ]);
  });

  it('leaves no trace of a press that was taken back', () => {
    for (const way of ['cancelPress', 'giveUp', 'cancel', 'stepBack'] as const) {
      const board = new MaskBoardHarness(6, 2);
      const tool = new PaintTool(board);
      click(tool, 0.5, 0.5);
      startDrag(tool, [2.5, 0.5], [5.5, 1.5]);
      expect(tool.isDrawing).to.equal(true);
      expect(tool[way]()).to.equal(true);
      expect(board.rows).to.deep.equal(['1.....', '......']);
      tool.drag(pointerAt(0.5, 1.5));
      tool.dragEnd(pointerAt(0.5, 1.5));
      expect(board.rows).to.deep.equal(['1.....', '......']);
      expect(board.steps).to.have.length(1);
      expect(tool[way]()).to.equal(false);
    }
  });

  it('drops the stroke under way when a step is undone or another item opened', () => {
    const board = new MaskBoardHarness(6, 2);
    const tool = new PaintTool(board);
    click(tool, 0.5, 0.5);
    startDrag(tool, [2.5, 0.5], [5.5, 1.5]);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['......', '......']);
    tool.dragEnd(pointerAt(0.5, 1.5));
    expect(board.rows).to.deep.equal(['......', '......']);
    expect(board.steps).to.deep.equal([]);
    startDrag(tool, [2.5, 0.5], [5.5, 1.5]);
    board.editor.open({records: new Map()});
    tool.dragEnd(pointerAt(0.5, 1.5));
    expect(board.rows).to.deep.equal(['......', '......']);
  });

  it('picks what is under the pointer with Ctrl', () => {
    const board = new MaskBoardHarness(6, 1);
    const tool = new PaintTool(board);
    board.set({label: 'building'});
    click(tool, 0.5, 0.5);
    board.set({label: 'sky'});
    click(tool, 0.5, 0.5, {control: true});
    expect(board.board.state.label).to.equal('building');
    expect(board.lastTold).to.equal('Painting building now.');
    click(tool, 3.5, 0.5, {control: true});
    expect(board.lastTold).to.equal('Nothing is labelled here.');
    expect(board.rows).to.deep.equal(['3.....']);
  });

  it('says why it does not paint, before it does', () => {
    const board = new MaskBoardHarness(6, 1);
    const tool = new PaintTool(board);
    board.isReadonly = true;
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('This item cannot be changed now.');
    board.isReadonly = false;
    board.set({lockedLabels: new Set(['sky'])});
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('sky is locked. Unlock it to change it.');
    board.set({lockedLabels: new Set(), hiddenLabels: new Set(['sky'])});
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('sky is hidden. Show it to change it.');
    board.set({hiddenLabels: new Set(), isAllHidden: true});
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('The labels are hidden. Show them before you change them.');
    board.set({isAllHidden: false, label: ''});
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('There is no label to paint with.');
    board.set({frame: undefined, label: 'sky'});
    click(tool, 0.5, 0.5);
    expect(board.lastTold).to.equal('The picture is not shown yet. Wait until it is.');
    expect(board.steps).to.deep.equal([]);
  });

  it('takes 50 strokes back to an empty map', () => {
    const board = new MaskBoardHarness(300, 200);
    const tool = new PaintTool(board);
    board.set({brush: {size: 15, shape: 'disc'}});
    for (let stroke = 0; stroke < 50; stroke++) {
      board.set({label: board.labels[stroke % 3]!});
      drag(tool, [
        [(stroke * 37) % 300, (stroke * 53) % 200],
        [(stroke * 91) % 300, (stroke * 17) % 200],
      ]);
    }
    expect(board.steps).to.have.length(50);
    while (board.editor.undo());
    expect(board.map.data.every((number) => number === 0)).to.equal(true);
    expect(board.editor.state.document.records.size).to.equal(0);
    expect(board.board.labelledCount).to.equal(0);
  });
});
