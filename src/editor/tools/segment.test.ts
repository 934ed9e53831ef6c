import {expect} from '@open-wc/testing';
import type {SegmentPrompt} from '../../vision/segmenter.js';
import {click, drag, pointerAt, startDrag} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {SlowPicture} from './picture-work.harness.js';
import {SegmentTool} from './segment.js';

/** The segmenter of {@link SlowPicture} finds the box of what it is given. */
function boardWithTool(segmentMode: 'extremes' | 'points' = 'extremes') {
  const board = new MaskBoardHarness(12, 8);
  const picture = new SlowPicture();
  const prompts: SegmentPrompt[] = [];
  const segment = picture.segment.bind(picture);
  picture.segment = (prompt, signal) => {
    prompts.push(prompt);
    return segment(prompt, signal);
  };
  board.picture = picture;
  board.set({tool: 'segment'});
  board.board.setToolOptions({segmentMode});
  return {board, picture, prompts, tool: new SegmentTool(board)};
}

const extremes = [
  [2, 1],
  [1, 3],
  [6, 3],
  [4, 5],
] as const;

const found = ['............', '.11111......', '.11111......', '.11111......', '.11111......'];

describe('segment', () => {
  it('finds a thing by four extreme points, whose dots stay', async () => {
    const {board, picture, prompts, tool} = boardWithTool();
    for (const [x, y] of extremes.slice(0, 3)) click(tool, x, y);
    expect(picture.asked).to.have.length(0);
    expect(board.lastTold).to.equal('3 of 4 points.');
    click(tool, ...extremes[3]);
    expect(prompts).to.deep.equal([{kind: 'extremes', points: extremes.map(([x, y]) => ({x, y}))}]);
    expect(board.board.state.preview?.isBusy).to.equal(true);
    await picture.answerAll();
    const {preview} = board.board.state;
    expect(preview?.isBusy).to.equal(undefined);
    expect(preview?.marks?.map(({kind}) => kind)).to.deep.equal(['extreme', 'extreme', 'extreme', 'extreme']);
    expect(board.lastTold).to.equal('Found 20 pixels. Enter accepts, Escape drops.');
    tool.confirm();
    expect(board.rows.slice(0, 5)).to.deep.equal(found);
    expect(board.steps).to.deep.equal(['fill sky']);
    expect(board.board.state.preview).to.equal(undefined);
  });

  it('takes dots back by steps, and by a secondary click', () => {
    const {board, tool} = boardWithTool();
    for (const [x, y] of extremes.slice(0, 3)) click(tool, x, y);
    tool.stepBack();
    expect(board.board.state.preview?.marks).to.have.length(2);
    expect(tool.secondary(pointerAt(3, 3))).to.equal(true);
    expect(board.board.state.preview?.marks).to.have.length(1);
    tool.stepBack();
    expect(board.board.state.preview).to.equal(undefined);
    expect(tool.secondary(pointerAt(3, 3))).to.equal(false);
  });

  it('gives up the search when the last dot is taken back', async () => {
    const {board, picture, tool} = boardWithTool();
    for (const [x, y] of extremes) click(tool, x, y);
    const [search] = picture.open;
    tool.stepBack();
    expect(search!.signal?.aborted).to.equal(true);
    await search!.answer();
    expect(board.board.state.preview?.pixels).to.equal(undefined);
    expect(board.board.state.preview?.isBusy).to.equal(undefined);
  });

  it('puts a dragged dot where it is released', () => {
    const {board, prompts, tool} = boardWithTool();
    click(tool, 2, 1);
    drag(tool, [[9, 7], [1, 3]]); // prettier-ignore
    expect(board.board.state.preview?.marks?.map(({at}) => at)).to.deep.equal([{x: 2, y: 1}, {x: 1, y: 3}]); // prettier-ignore
    expect(prompts).to.have.length(0);
  });

  for (const mode of ['extremes', 'points'] as const) {
    it(`finds a thing by a box that is dragged, in mode ${mode}`, async () => {
      const {board, picture, prompts, tool} = boardWithTool(mode);
      startDrag(tool, [6, 5], [3, 4]);
      expect(board.board.state.preview?.box).to.deep.equal({left: 3, top: 4, width: 3, height: 1});
      tool.drag(pointerAt(1, 1));
      tool.dragEnd(pointerAt(1, 1));
      expect(prompts).to.deep.equal([{kind: 'box', box: {left: 1, top: 1, width: 5, height: 4}}]);
      await picture.answerAll();
      tool.confirm();
      expect(board.rows.slice(0, 5)).to.deep.equal(found);
    });
  }

  it('takes no speck for a box, and keeps a box in the picture', () => {
    const {prompts, tool} = boardWithTool();
    drag(tool, [[5, 5], [9, 5], [5.5, 5.5]]); // prettier-ignore
    expect(prompts).to.have.length(0);
    expect(tool.isDrawing).to.equal(false);
    drag(tool, [[-5, 4], [30, 30]]); // prettier-ignore
    expect(prompts.at(-1)).to.deep.equal({kind: 'box', box: {left: 0, top: 4, width: 12, height: 4}});
  });

  it('corrects what a box found by plus and minus clicks', async () => {
    const {board, picture, prompts, tool} = boardWithTool();
    drag(tool, [[1, 1], [6, 5]]); // prettier-ignore
    await picture.answerAll();
    click(tool, 8.5, 5.5);
    click(tool, 3.5, 2.5, {alt: true});
    tool.secondary(pointerAt(4.5, 2.5));
    expect(prompts.at(-1)).to.deep.equal({
      kind: 'box',
      box: {left: 1, top: 1, width: 5, height: 4},
      plus: [{x: 8.5, y: 5.5}],
      minus: [{x: 3.5, y: 2.5}, {x: 4.5, y: 2.5}], // prettier-ignore
    });
    expect(board.board.state.preview?.marks?.map(({kind}) => kind)).to.deep.equal(['plus', 'minus', 'minus']);
    expect(picture.open, 'only the last question is of interest').to.have.length(1);
    expect(board.board.state.preview?.pixels, 'what was found stays meanwhile').not.to.equal(undefined);
  });

  it('finds a thing by places that belong to it, and needs one', async () => {
    const {board, picture, prompts, tool} = boardWithTool('points');
    click(tool, 2.5, 2.5, {alt: true});
    expect(board.lastTold).to.match(/Click on the thing first/);
    click(tool, 1.5, 1.5);
    click(tool, 6.5, 5.5);
    click(tool, 9.5, 6.5, {secondary: true});
    expect(prompts.at(-1)).to.deep.equal({
      kind: 'points',
      plus: [{x: 1.5, y: 1.5}, {x: 6.5, y: 5.5}], // prettier-ignore
      minus: [{x: 9.5, y: 6.5}],
    });
    await picture.answerAll();
    tool.confirm();
    expect(board.rows.slice(0, 5)).to.deep.equal(found);
  });

  it('takes the last answer, whatever comes late', async () => {
    const {board, picture, tool} = boardWithTool('points');
    click(tool, 1.5, 1.5);
    const [late] = picture.open;
    click(tool, 6.5, 5.5);
    expect(late!.signal?.aborted).to.equal(true);
    await picture.answerAll();
    const shown = board.board.state.preview;
    await late!.answer();
    expect(board.board.state.preview).to.equal(shown);
  });

  it('takes corrections back without searching again', async () => {
    const {board, picture, tool} = boardWithTool('points');
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    click(tool, 6.5, 5.5);
    await picture.answerAll();
    const corrected = board.board.state.preview;
    tool.stepBack();
    expect(board.board.state.preview?.marks).to.have.length(1);
    tool.stepForward();
    expect(board.board.state.preview).to.deep.equal(corrected);
    expect(picture.asked).to.have.length(2);
  });

  it('can be given up while it searches, and comes back', async () => {
    const {board, picture, tool} = boardWithTool();
    for (const [x, y] of extremes) click(tool, x, y);
    expect(tool.giveUp()).to.equal(true);
    expect(picture.open).to.have.length(0);
    expect(board.board.state.preview).to.equal(undefined);
    tool.resumeDraft(board.board.drafts.take()!);
    await picture.answerAll();
    tool.confirm();
    expect(board.rows.slice(0, 5)).to.deep.equal(found);
  });

  it('becomes a step once the pixels are there, when Enter is quicker', async () => {
    const {board, picture, tool} = boardWithTool();
    for (const [x, y] of extremes) click(tool, x, y);
    tool.confirm();
    tool.secondary(pointerAt(3, 3));
    await picture.answerAll();
    expect(board.rows.slice(0, 5)).to.deep.equal(found);
    expect(board.steps).to.have.length(1);
  });

  it('says how many dots are missing', () => {
    const {board, tool} = boardWithTool();
    click(tool, 2, 1);
    click(tool, 1, 3);
    expect(tool.confirm()).to.equal(true);
    expect(board.lastTold).to.equal('Click 2 more outermost points of the thing first.');
    expect(tool.isDrawing).to.equal(true);
  });

  it('means one click by a double one on the last dot', () => {
    const {prompts, tool} = boardWithTool();
    extremes.forEach(([x, y], index) => click(tool, x, y, {timeMs: 6_000_000 + 1000 * index}));
    click(tool, 4, 5, {timeMs: 6_003_200});
    expect(prompts).to.have.length(1);
  });

  it('works by presses of the keyboard', async () => {
    const {board, picture, tool} = boardWithTool();
    for (const [x, y] of extremes) click(tool, x, y, {timeMs: NaN});
    await picture.answerAll();
    click(tool, 4, 5, {timeMs: NaN, alt: true});
    await picture.answerAll();
    expect(board.board.state.preview?.marks?.at(-1)?.kind).to.equal('minus');
  });

  it('tells that nothing was found, or that the search failed, and lets one go on', async () => {
    const {board, picture, tool} = boardWithTool('points');
    click(tool, 1.5, 1.5);
    await picture.answerAll();
    expect(board.lastTold).to.match(/Nothing was found/);
    tool.confirm();
    expect(board.steps).to.have.length(0);
    click(tool, 6.5, 5.5);
    await picture.open[0]!.fail();
    expect(board.told.at(-1)).to.include({done: false, reason: 'failed'});
    expect(board.board.state.preview?.isBusy).to.equal(undefined);
    click(tool, 7.5, 5.5);
    await picture.answerAll();
    expect(tool.confirm()).to.equal(true);
    expect(board.steps).to.have.length(1);
  });

  it('says why it cannot be used', () => {
    const {board, picture, tool} = boardWithTool();
    picture.problem = 'The pixels of this picture cannot be read.';
    click(tool, 2, 2);
    drag(tool, [[1, 1], [6, 5]]); // prettier-ignore
    expect(board.told.map(({message}) => message)).to.deep.equal([picture.problem, picture.problem]);
    expect(tool.isDrawing).to.equal(false);
  });

  it('paints nothing where the element is read-only, and leaves locked labels alone', async () => {
    const {board, picture, tool} = boardWithTool();
    drag(tool, [[1, 1], [6, 5]]); // prettier-ignore
    await picture.answerAll();
    board.isReadonly = true;
    tool.confirm();
    expect(board.told.at(-1)).to.include({done: false, reason: 'read-only'});
    expect(board.rows.join('')).to.match(/^\.+$/);
    board.isReadonly = false;
    tool.confirm();
    board.set({label: 'ground', lockedLabels: new Set(['sky'])});
    drag(tool, [[5, 4], [8, 6]]); // prettier-ignore
    await picture.answerAll();
    tool.confirm();
    expect(board.rows.slice(4, 6)).to.deep.equal(['.1111122....', '.....222....']);
  });
});
