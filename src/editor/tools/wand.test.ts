import {expect} from '@open-wc/testing';
import {areaOf} from '../../raster/spans.js';
import {click, pointerAt, startDrag} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {SlowPicture} from './picture-work.harness.js';
import {WandTool} from './wand.js';

/** The wand of {@link SlowPicture} finds squares: tolerance 1 is three pixels a side. */
function boardWithTool(tolerance = 1) {
  const board = new MaskBoardHarness(12, 8);
  const picture = new SlowPicture();
  board.picture = picture;
  board.set({tool: 'wand'});
  board.board.setToolOptions({tolerance});
  const tool = new WandTool(board);
  const area = () => areaOf(board.board.state.preview?.pixels?.spans ?? new Int32Array(0));
  return {board, picture, tool, area};
}

describe('wand', () => {
  it('asks with its settings, and shows what was found without painting it', async () => {
    const {board, picture, tool, area} = boardWithTool();
    board.board.setToolOptions({isContiguous: false, neighbours: 8, smoothing: 3});
    let request: unknown;
    const wand = picture.wand.bind(picture);
    picture.wand = (asked, signal) => {
      request = asked;
      return wand(asked, signal);
    };
    click(tool, 4.5, 3.5);
    expect(request).to.deep.equal({
      at: {x: 4.5, y: 3.5},
      tolerance: 1,
      isContiguous: false,
      neighbours: 8,
      smoothing: 3,
    });
    expect(board.board.state.preview?.isBusy).to.equal(true);
    await picture.answerAll();
    expect(board.board.state.preview?.isBusy).to.equal(undefined);
    expect(area()).to.equal(9);
    expect(board.lastTold).to.equal('Found 9 pixels. Enter accepts, Escape drops.');
    expect(board.rows.join('')).to.match(/^\.+$/);
  });

  it('asks from the press on, and shows what was found while it is held', async () => {
    const {picture, tool, area} = boardWithTool();
    tool.press(pointerAt(4.5, 3.5));
    await picture.answerAll();
    expect(area()).to.equal(9);
    expect(tool.isDrawing).to.equal(true);
  });

  it('becomes one step by Enter, and by a click on what was found', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    expect(tool.confirm()).to.equal(true);
    expect(board.rows.slice(0, 4)).to.deep.equal([
      '111.........',
      '111.........',
      '111.........',
      '............',
    ]);
    expect(board.board.state.preview).to.equal(undefined);
    click(tool, 8.5, 1.5);
    await picture.answerAll();
    click(tool, 9.5, 2.5);
    expect(board.rows[2]).to.equal('111....111..');
    expect(board.steps).to.deep.equal(['fill sky', 'fill sky']);
    expect(picture.asked).to.have.length(2);
  });

  it('raises the tolerance by a drag, one for two screen pixels, from its setting on', async () => {
    const {board, picture, tool, area} = boardWithTool();
    tool.press(pointerAt(5.5, 3.5, {scale: 10}));
    tool.dragStart(pointerAt(5.5, 3.5, {scale: 10}));
    tool.drag(pointerAt(5.9, 3.5, {scale: 10}));
    tool.dragEnd(pointerAt(5.9, 3.5, {scale: 10}));
    await picture.answerAll();
    expect(picture.asked.at(-1)?.text).to.equal('5.5,3.5 ±3');
    expect(area()).to.equal(49);
    expect(board.board.state.toolOptions.tolerance, 'the setting stays').to.equal(1);
  });

  it('never asks for more than the largest tolerance', () => {
    const {picture, tool} = boardWithTool(250);
    startDrag(tool, [1, 1], [1001, 1]);
    tool.dragEnd(pointerAt(1001, 1));
    expect(picture.openTexts).to.deep.equal(['1,1 ±255']);
  });

  it('asks one thing at a time in a drag, shows the last answer meanwhile, and the last question in the end', async () => {
    const {picture, tool, area} = boardWithTool();
    tool.press(pointerAt(5.5, 3.5, {scale: 1}));
    tool.dragStart(pointerAt(5.5, 3.5, {scale: 1}));
    for (const x of [7.5, 9.5, 11.5]) tool.drag(pointerAt(x, 3.5, {scale: 1}));
    expect(picture.openTexts).to.deep.equal(['5.5,3.5 ±1']);
    await picture.open[0]!.answer();
    expect(area()).to.equal(9);
    expect(picture.openTexts).to.deep.equal(['5.5,3.5 ±4']);
    tool.drag(pointerAt(7.5, 3.5, {scale: 1}));
    tool.dragEnd(pointerAt(7.5, 3.5, {scale: 1}));
    expect(picture.openTexts, 'what is not wanted any more is given up').to.deep.equal(['5.5,3.5 ±2']);
    expect(picture.asked[1]?.signal?.aborted).to.equal(true);
    expect(area()).to.equal(9);
    await picture.answerAll();
    expect(area()).to.equal(25);
  });

  it('ignores an answer that comes after it was given up', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 5.5, 3.5);
    const [late] = picture.open;
    expect(tool.giveUp()).to.equal(true);
    expect(late!.signal?.aborted).to.equal(true);
    await late!.answer();
    expect(board.board.state.preview).to.equal(undefined);
    expect(tool.isDrawing).to.equal(false);
  });

  it('adds by more presses, removes by Alt, and takes each back', async () => {
    const {board, picture, tool, area} = boardWithTool();
    click(tool, 1.5, 1.5);
    click(tool, 6.5, 1.5);
    await picture.answerAll();
    expect(area()).to.equal(18);
    click(tool, 7.5, 1.5, {alt: true});
    await picture.answerAll();
    expect(area()).to.equal(12);
    tool.stepBack();
    expect(area()).to.equal(18);
    tool.stepBack();
    expect(area()).to.equal(9);
    expect(tool.stepForward()).to.equal(true);
    expect(tool.stepForward()).to.equal(true);
    expect(picture.open, 'what is known is not asked again').to.have.length(0);
    tool.confirm();
    expect(board.rows[1]).to.equal('111..1......');
    expect(board.steps).to.have.length(1);
  });

  it('says that there is nothing to take away from yet', () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1.5, 1.5, {alt: true});
    expect(board.told.at(-1)).to.include({done: false, reason: 'nothing-there'});
    expect(picture.asked).to.have.length(0);
  });

  it('comes back as a draft after it was given up', async () => {
    const {board, picture, tool, area} = boardWithTool();
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    tool.giveUp();
    expect(tool.resumeDraft(board.board.drafts.take()!)).to.equal(true);
    expect(area()).to.equal(9);
  });

  it('becomes a step as soon as its pixels are there, when Enter is quicker', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1.5, 1.5);
    tool.confirm();
    expect(board.steps).to.have.length(0);
    await picture.answerAll();
    expect(board.steps).to.deep.equal(['fill sky']);
  });

  it('finds anew when its settings change', async () => {
    const {board, picture, tool, area} = boardWithTool();
    click(tool, 4.5, 3.5);
    await picture.answerAll();
    board.board.setToolOptions({tolerance: 2});
    expect(area(), 'what was found stays until more is known').to.equal(9);
    await picture.answerAll();
    expect(area()).to.equal(25);
    board.board.setToolOptions({cellSize: 64});
    expect(picture.open).to.have.length(0);
    tool.stepBack();
    expect(tool.isDrawing, 'settings are no step').to.equal(false);
  });

  it('tells that a search went wrong, and goes on with what was there', async () => {
    const {board, picture, tool, area} = boardWithTool();
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    click(tool, 8.5, 5.5);
    await picture.open[0]!.fail();
    expect(board.told.some((outcome) => !outcome.done && outcome.reason === 'failed')).to.equal(true);
    expect(area()).to.equal(9);
    expect(board.board.state.preview?.isBusy).to.equal(undefined);
  });

  it('paints nothing when what Enter waited for went wrong, and can be used again', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1.5, 1.5);
    tool.confirm();
    await picture.open[0]!.fail();
    expect(board.steps).to.have.length(0);
    expect(tool.isDrawing).to.equal(false);
    click(tool, 1.5, 1.5);
    tool.confirm();
    await picture.answerAll();
    expect(board.steps).to.have.length(1);
  });

  it('says why it cannot be used, and asks nothing then', () => {
    const {board, picture, tool} = boardWithTool();
    picture.problem = 'The pixels of this picture cannot be read.';
    click(tool, 1.5, 1.5);
    expect(board.lastTold).to.equal('The pixels of this picture cannot be read.');
    board.picture = undefined;
    click(tool, 1.5, 1.5);
    expect(board.told.at(-1)).to.include({reason: 'no-picture'});
    expect(picture.asked).to.have.length(0);
    expect(tool.isDrawing).to.equal(false);
  });

  it('asks for nothing beside the picture', () => {
    const {picture, tool} = boardWithTool();
    for (const [x, y] of [[-1, 2], [12, 2], [2, -0.1], [2, 8]] as const) click(tool, x, y); // prettier-ignore
    expect(picture.asked).to.have.length(0);
  });

  it('leaves a locked label alone, and paints inside what was under the first press', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    tool.confirm();
    board.set({label: 'ground', lockedLabels: new Set(['sky'])});
    click(tool, 3.5, 1.5);
    await picture.answerAll();
    tool.confirm();
    expect(board.rows[1]).to.equal('11122.......');
    board.set({label: 'building', lockedLabels: new Set(), mode: 'inside'});
    click(tool, 2.5, 1.5);
    await picture.answerAll();
    tool.confirm();
    expect(board.rows[1]).to.equal('13322.......');
  });

  it('forgets a press that was cancelled', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.press(pointerAt(4.5, 3.5));
    expect(tool.cancelPress()).to.equal(true);
    await picture.answerAll();
    expect(board.board.state.preview).to.equal(undefined);
    expect(board.board.drafts.take()).to.equal(undefined);
  });
});
