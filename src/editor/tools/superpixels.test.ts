import {expect} from '@open-wc/testing';
import {emptyDocument} from '../../model/document.js';
import {click, drag, pointerAt, startDrag} from '../drawing-board.harness.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {SlowPicture} from './picture-work.harness.js';
import {SuperpixelsTool} from './superpixels.js';

/** Cells of {@link SlowPicture} are squares of 2 pixels here, and a grid has four by four of them. */
function boardWithTool() {
  const board = new MaskBoardHarness(12, 8);
  const picture = new SlowPicture();
  board.picture = picture;
  board.set({tool: 'superpixels'});
  board.board.setToolOptions({cellSize: 2});
  return {board, picture, tool: new SuperpixelsTool(board)};
}

const preview = ({board}: MaskBoardHarness) => board.state.preview;

describe('superpixels', () => {
  it('shows the cell under the pointer, once its grid is there', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.hover(pointerAt(2.5, 3.5));
    expect(preview(board)).to.deep.equal({isBusy: true});
    await picture.answerAll();
    expect([...preview(board)!.pixels!.spans]).to.deep.equal([2, 2, 4, 3, 2, 4]);
    tool.hover(pointerAt(5, 3.5, {alt: true}));
    expect([...preview(board)!.pixels!.spans]).to.deep.equal([2, 4, 6, 3, 4, 6]);
    expect(preview(board)!.pixels!.erases).to.equal(true);
    expect(picture.asked).to.have.length(1);
    tool.leave();
    expect(preview(board)).to.equal(undefined);
  });

  it('shows the cells around as well, where they are large enough on the screen to be seen', async () => {
    const {board, picture, tool} = boardWithTool();
    const hover = (x: number, y: number, scale: number) => tool.hover(pointerAt(x, y, {scale}));
    hover(2.5, 3.5, 2);
    await picture.answerAll();
    expect(preview(board)!.cells, 'too small').to.equal(undefined);
    hover(2.5, 3.5, 4);
    await picture.answerAll();
    const shown = preview(board)!;
    expect(shown.cells!.around).to.deep.equal({left: -3, top: -3, right: 9, bottom: 9});
    expect(shown.cells!.grids, 'with the grid beside').to.have.length(2);
    expect(shown.isBusy).to.equal(undefined);
    hover(3.5, 2.5, 4);
    expect(preview(board), 'nothing to paint anew within a cell').to.equal(shown);
    hover(3.5, 2.5, 60);
    expect(preview(board)!.cells!.around, 'no further than is near on the screen').to.deep.equal({
      left: 1,
      top: 1,
      right: 5,
      bottom: 5,
    });
    startDrag(tool, [0.5, 1], [7, 1]);
    expect(preview(board), 'not while it paints').to.equal(undefined);
    tool.cancelPress();
  });

  it('paints the cell that is clicked, in one step', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.hover(pointerAt(2.5, 3.5));
    await picture.answerAll();
    click(tool, 2.5, 3.5);
    expect(board.rows.slice(1, 5)).to.deep.equal([
      '............',
      '..11........',
      '..11........',
      '............',
    ]);
    expect(board.steps).to.deep.equal(['fill sky']);
    board.editor.undo();
    expect(board.rows.join('')).to.match(/^\.+$/);
  });

  it('paints all cells that a drag comes over as one step, however far apart its places are', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.hover(pointerAt(1, 1));
    await picture.answerAll();
    startDrag(tool, [0.5, 1], [7, 1]);
    expect(board.rows[1], 'painted at once').to.equal('11111111....');
    tool.dragEnd(pointerAt(7, 7));
    expect(board.rows.slice(0, 3)).to.deep.equal(['11111111....', '11111111....', '......11....']);
    expect(board.rows[7]).to.equal('......11....');
    expect(board.steps).to.have.length(1);
  });

  it('goes on into the next grid, and makes its step when all of it is there', async () => {
    const {board, picture, tool} = boardWithTool();
    drag(tool, [[5, 1], [11, 1]]); // prettier-ignore
    expect(board.steps).to.have.length(0);
    expect(picture.openTexts).to.deep.equal(['0,0 2']);
    await picture.open[0]!.answer();
    expect(board.rows[0], 'as far as it is known').to.equal('....1111....');
    expect(board.steps).to.have.length(0);
    expect(picture.openTexts).to.deep.equal(['8,0 2']);
    await picture.open[0]!.answer();
    expect(board.rows[0]).to.equal('....11111111');
    expect(board.steps).to.have.length(1);
    expect(tool.isDrawing).to.equal(false);
    drag(tool, [[11, 4], [1, 4]]); // prettier-ignore
    expect(board.steps).to.have.length(2);
    expect(picture.asked, 'grids are kept').to.have.length(2);
  });

  it('starts nothing while the drag before waits, and says so', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1, 1);
    click(tool, 5, 5);
    expect(board.told.at(-1)).to.include({done: false, reason: 'busy'});
    await picture.answerAll();
    expect(board.rows[0]).to.equal('11..........');
    expect(board.rows[5]).to.equal('............');
  });

  it('erases cells with Alt, and with the secondary button', async () => {
    const {board, picture, tool} = boardWithTool();
    drag(tool, [[1, 1], [7, 1]]); // prettier-ignore
    await picture.answerAll();
    click(tool, 3, 1, {alt: true});
    drag(tool, [[5, 1], [5.5, 1]], {secondary: true}); // prettier-ignore
    expect(board.rows[0]).to.equal('11....11....');
    expect(board.steps).to.deep.equal(['fill sky', 'erase', 'erase']);
  });

  it('leaves locked labels alone, and paints behind', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1, 1);
    await picture.answerAll();
    board.set({label: 'ground', lockedLabels: new Set(['sky'])});
    drag(tool, [[3, 1], [1, 1]]); // prettier-ignore
    expect(board.rows[0]).to.equal('1122........');
    board.set({label: 'building', lockedLabels: new Set(), mode: 'behind'});
    drag(tool, [[1, 1], [5, 1]]); // prettier-ignore
    expect(board.rows[0]).to.equal('112233......');
  });

  for (const [name, giveUp] of [
    ['cancelled', (tool: SuperpixelsTool) => tool.cancelPress()],
    ['given up', (tool: SuperpixelsTool) => tool.giveUp()],
    ['taken back', (tool: SuperpixelsTool) => tool.stepBack()],
  ] as const) {
    it(`leaves no trace of a drag that is ${name}`, async () => {
      const {board, picture, tool} = boardWithTool();
      tool.hover(pointerAt(1, 1));
      await picture.answerAll();
      startDrag(tool, [1, 1], [7, 1]);
      expect(giveUp(tool)).to.equal(true);
      tool.dragEnd(pointerAt(7, 1));
      expect(board.rows.join('')).to.match(/^\.+$/);
      expect(board.steps).to.have.length(0);
      expect(giveUp(tool)).to.equal(false);
    });
  }

  it('drops what waits when another item is opened', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1, 1);
    const [late] = picture.open;
    board.editor.open(emptyDocument);
    expect(late!.signal?.aborted).to.equal(true);
    await late!.answer();
    expect(board.rows.join('')).to.match(/^\.+$/);
    expect(board.steps).to.have.length(0);
  });

  it('fetches anew for another size, and for another picture', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.hover(pointerAt(1, 1));
    await picture.answerAll();
    board.board.setToolOptions({cellSize: 3});
    expect(picture.openTexts).to.deep.equal(['0,0 3']);
    await picture.answerAll();
    expect(preview(board)?.pixels?.spans).to.have.length(9);
    const other = new SlowPicture();
    board.picture = other;
    tool.hover(pointerAt(1, 1));
    expect(other.openTexts).to.deep.equal(['0,0 3']);
  });

  it('says why it cannot be used', () => {
    const {board, picture, tool} = boardWithTool();
    picture.problem = 'The pixels of this picture cannot be read.';
    tool.hover(pointerAt(1, 1));
    expect(preview(board)).to.equal(undefined);
    click(tool, 1, 1);
    expect(board.lastTold).to.equal(picture.problem);
    expect(picture.asked).to.have.length(0);
  });

  it('tells that superpixels could not be found, and paints none', async () => {
    const {board, picture, tool} = boardWithTool();
    click(tool, 1, 1);
    await picture.open[0]!.fail();
    expect(board.told.at(-1)).to.include({done: false, reason: 'failed'});
    expect(board.steps).to.have.length(0);
    expect(tool.isDrawing).to.equal(false);
    expect(board.board.stroke).to.equal(undefined);
    expect(picture.open, 'it is not asked again by itself').to.have.length(0);
  });

  it('shows nothing for another tool, or beside the picture', async () => {
    const {board, picture, tool} = boardWithTool();
    tool.hover(pointerAt(1, 1));
    await picture.answerAll();
    tool.hover(pointerAt(-1, 1));
    expect(preview(board)).to.equal(undefined);
    tool.hover(pointerAt(1, 1));
    board.set({tool: 'brush'});
    expect(preview(board)).to.equal(undefined);
  });
});
