import {expect} from '@open-wc/testing';
import type {Outcome} from '../act.js';
import {commitStroke} from '../commit-stroke.js';
import {MaskBoardHarness} from '../mask-board.harness.js';
import {beginStroke} from '../mask-rules.js';
import {AreaWalk} from './areas.js';
import {coverage} from './coverage.js';
import {cutRegion} from './cut-region.js';
import {fixUp} from './fix-up.js';
import {mergeRegions, newInstance, splitRegion} from './instances.js';
import {chooseLabel, relabel, swapLabels} from './label-regions.js';
import {moveRegions} from './move-regions.js';
import {clearAll, deleteRegions, toggleNothing} from './remove-regions.js';
import {selectAll, selectNext, selectRegions} from './select-regions.js';
import {
  cycleMode,
  keepSizeOnScreen,
  resizeBrush,
  setBrushShape,
  setBrushSize,
  toggleErasesOwn,
  toggleNewPerFill,
  toggleSizeOnScreen,
} from './settings.js';
import {
  showAll,
  showOnly,
  showOnlyLabel,
  toggleAllHidden,
  toggleHidden,
  toggleHiddenLabel,
  toggleLocked,
  toggleLockedLabel,
} from './show-regions.js';

const labels = ['sky', 'ground', 'building'];

/** A mask drawn in signs: `.` nothing, 1 sky, 2 ground, 3 building; with instances each digit is one, all of them sky. */
function drawn(rows: readonly string[], hasInstances = false): MaskBoardHarness {
  const board = new MaskBoardHarness(rows[0]!.length, rows.length, {hasInstances, labels});
  for (const number of [1, 2, 3]) {
    const label = hasInstances ? 'sky' : labels[number - 1]!;
    board.set({label, instance: undefined});
    const stroke = beginStroke(board, 'paint');
    if ('done' in stroke) throw new Error(stroke.message);
    for (const [y, row] of rows.entries())
      for (let x = 0; x < row.length; x++) if (row[x] === `${number}`) stroke.write(y, x, x + 1);
    commitStroke(board, stroke);
  }
  board.set({label: 'sky', instance: undefined, tool: 'select'});
  return board;
}

const stepsOf = (board: MaskBoardHarness) => board.steps.slice(board.board.regions.length);

function expectDone(outcome: Outcome, message: string): void {
  expect(outcome).to.include({done: true, message});
}

function expectRefused(outcome: Outcome, message: string): void {
  expect(outcome).to.include({done: false, message});
}

describe('labels of regions', () => {
  it('choose what is painted, unless regions are selected', () => {
    const board = drawn(['112233']);
    expectDone(chooseLabel(board, 'ground'), 'Label: ground.');
    board.set({selection: new Set([1]), tool: 'brush'});
    chooseLabel(board, 'building');
    expect(board.rows).to.deep.equal(['112233']);
    board.set({tool: 'select'});
    expectDone(chooseLabel(board, 'building'), 'Changed sky to building.');
    expect(board.rows).to.deep.equal(['332233']);
    expect(board.regions).to.deep.equal({2: 'ground', 3: 'building'});
    expect(board.board.state.label).to.equal('building');
    board.editor.undo();
    expect(board.rows).to.deep.equal(['112233']);
  });

  it('change the record only where nobody has the label', () => {
    const board = drawn(['1122..']);
    expectDone(relabel(board, 'building', [board.board.region(1)!]), 'Changed sky to building.');
    expect(board.rows).to.deep.equal(['1122..']);
    expect(board.regions).to.deep.equal({1: 'building', 2: 'ground'});
    expectRefused(relabel(board, 'building', [board.board.region(1)!]), 'It is building already.');
  });

  it('merge several regions into a label that nobody has', () => {
    const board = drawn(['1122..']);
    board.set({selection: new Set([1, 2])});
    expectDone(relabel(board, 'building'), 'Changed 2 regions to building.');
    expect(board.rows).to.deep.equal(['3333..']);
    expect(board.steps.at(-1)).to.equal('change 2 regions to building');
  });

  it('change the present instance, and never merge two', () => {
    const board = drawn(['1122..'], true);
    board.set({instance: 2, tool: 'brush'});
    expectDone(chooseLabel(board, 'ground'), 'Changed sky 2 to ground.');
    expect(board.regions).to.deep.equal({1: 'sky', 2: 'ground'});
    board.set({instance: 1});
    chooseLabel(board, 'ground');
    expect(board.rows).to.deep.equal(['1122..']);
    expect(board.regions).to.deep.equal({1: 'ground', 2: 'ground'});
  });

  it('keep to locks', () => {
    const board = drawn(['112233']);
    board.set({lockedLabels: new Set(['building'])});
    expectRefused(
      relabel(board, 'building', [board.board.region(1)!]),
      'building is locked. Unlock it to change it.',
    );
    expectDone(
      relabel(board, 'ground', [board.board.region(1)!, board.board.region(3)!]),
      'Changed sky to ground. One that is locked or hidden was left as it is.',
    );
    expect(board.rows).to.deep.equal(['222233']);
    expectRefused(swapLabels(board, 'ground', 'building'), 'building is locked. Unlock it to change it.');
  });

  it('are swapped in one step', () => {
    const board = drawn(['1122..']);
    expectDone(swapLabels(board, 'sky', 'ground'), 'Swapped sky and ground.');
    expect(board.regions).to.deep.equal({1: 'ground', 2: 'sky'});
    expectDone(swapLabels(board, 'sky', 'building'), 'Swapped sky and building.');
    expect(board.regions).to.deep.equal({1: 'ground', 2: 'building'});
    expectRefused(swapLabels(board, 'sky', 'sky'), 'There is nothing to swap between sky and sky.');
    expect(stepsOf(board)).to.deep.equal(['swap sky and ground', 'swap sky and building']);
  });
});

describe('taking regions away', () => {
  it('deletes the selected ones, and only those', () => {
    const board = drawn(['112233', '1.2.3.']);
    expectRefused(deleteRegions(board), board.words.nothingSelected);
    board.set({selection: new Set([1, 3])});
    expectDone(deleteRegions(board), 'Deleted 2 regions.');
    expect(board.rows).to.deep.equal(['..22..', '..2...']);
    expect(board.board.state.selection.size).to.equal(0);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['112233', '1.2.3.']);
  });

  it('clears all but what is locked', () => {
    const board = drawn(['112233']);
    board.set({lockedLabels: new Set(['ground'])});
    expectDone(clearAll(board), 'Deleted 2 regions. One that is locked or hidden was left as it is.');
    expect(board.rows).to.deep.equal(['..22..']);
    expectRefused(clearAll(board), 'ground is locked. Unlock it to change it.');
    board.set({lockedLabels: new Set()});
    clearAll(board);
    expectRefused(clearAll(board), 'Nothing is labelled yet.');
  });

  it('asks before “nothing to label” deletes regions', () => {
    const board = drawn(['112233']);
    expectRefused(toggleNothing(board), '“Nothing to label” deletes all 3 regions of this item.');
    expectDone(toggleNothing(board, true), 'Nothing to label.');
    expect(board.rows).to.deep.equal(['......']);
    expectDone(toggleNothing(board), '“Nothing to label” taken back.');
    board.editor.undo();
    board.editor.undo();
    expect(board.rows).to.deep.equal(['112233']);
    expect(board.regions).to.deep.equal({1: 'sky', 2: 'ground', 3: 'building'});
  });
});

describe('instances', () => {
  it('begin anew on request', () => {
    const board = drawn(['1122..'], true);
    board.set({instance: 1});
    expectDone(newInstance(board), 'What you paint next begins sky 3.');
    expect(board.board.state.instance).to.equal(undefined);
    expectDone(newInstance(board, 'ground'), 'What you paint next begins ground 1.');
    expect(board.board.state.label).to.equal('ground');
    expectRefused(newInstance(drawn(['1.'])), board.words.noInstances);
  });

  it('are merged into the first that was selected', () => {
    const board = drawn(['112233'], true);
    expectRefused(mergeRegions(board), board.words.nothingSelected);
    board.set({selection: new Set([3])});
    expectRefused(mergeRegions(board), board.words.selectSeveral);
    board.set({selection: new Set([3, 1])});
    expectDone(mergeRegions(board), 'Merged 2 regions into sky 3.');
    expect(board.rows).to.deep.equal(['332233']);
    expect([...board.board.state.selection]).to.deep.equal([3]);
    board.set({selection: new Set([3, 2]), lockedNumbers: new Set([2])});
    expectRefused(mergeRegions(board), 'sky 1 is locked. Unlock it to change it.');
  });

  it('are split into their connected parts', () => {
    const board = drawn(['111.1.1', '111..1.', '2222...'], true);
    expectDone(splitRegion(board, board.board.region(1)), 'Split sky 1 into 4 parts.');
    expect(board.rows).to.deep.equal(['111.3.4', '111..5.', '2222...']);
    expect(board.regions).to.deep.equal({1: 'sky', 2: 'sky', 3: 'sky', 4: 'sky', 5: 'sky'});
    expectRefused(splitRegion(board, board.board.region(2)), board.words.isOnePart);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['111.1.1', '111..1.', '2222...']);
  });

  it('are cut along a line, but for parts that it does not touch', () => {
    const rows = ['111111.1', '111111.1', '111111.1', '111111..'];
    const board = drawn(rows, true);
    board.set({instance: 1});
    const at = (x: number, y: number) => ({x: x + 0.5, y: y + 0.5});
    expectRefused(cutRegion(board, [at(3, -2), at(3, 2)]), board.words.isNotCut);
    expectDone(cutRegion(board, [at(3, -2), at(3, 2), at(2, 3), at(2, 9)]), 'Split sky 1 into 2 parts.');
    expect(board.rows).to.deep.equal(['111122.1', '111122.1', '111122.1', '111222..'].map((row) => row));
    board.editor.undo();
    expect(board.rows).to.deep.equal(rows);
    expectRefused(cutRegion(drawn(rows), [at(3, -2), at(3, 9)]), board.words.noInstances);
  });

  it('move as far as the picture goes', () => {
    const board = drawn(['.11...', '.1.2..']);
    board.set({selection: new Set([1])});
    expectDone(moveRegions(board, {x: 2, y: -3}), 'Moved sky.');
    expect(board.rows).to.deep.equal(['...11.', '...1..']);
    expect(board.regions).to.deep.equal({1: 'sky'});
    expectRefused(moveRegions(board, {x: 0, y: 1}), board.words.isAtBorder);
    board.editor.undo();
    board.set({mode: 'behind', selection: new Set([1])});
    moveRegions(board, {x: 2, y: 0});
    expect(board.rows).to.deep.equal(['...11.', '...2..']);
  });

  it('move in one step as long as moves follow fast', () => {
    const board = drawn(['1.....']);
    board.set({selection: new Set([1])});
    for (let move = 0; move < 3; move++) {
      moveRegions(board, {x: 1, y: 0});
      board.now -= 900;
    }
    expect(board.rows).to.deep.equal(['...1..']);
    expect(stepsOf(board)).to.deep.equal(['move sky']);
    board.editor.undo();
    expect(board.rows).to.deep.equal(['1.....']);
  });
});

describe('fix-ups', () => {
  const rows = ['.......', '.1111.1', '.1..1..', '.1111.2', '.......'];

  it('fill holes, remove islands, grow and shrink', async () => {
    for (const [kind, expected] of [
      ['fill-holes', ['.......', '.1111.1', '.1111..', '.1111.2', '.......']],
      ['remove-islands', ['.......', '.1111..', '.1..1..', '.1111.2', '.......']],
      ['grow', ['.1111.1', '1111111', '1111111', '1111112', '.1111..']],
      ['shrink', ['.......', '.......', '.......', '......2', '.......']],
    ] as const) {
      const board = drawn(rows);
      const outcome = await fixUp(board, {kind, most: 2});
      expect(outcome.message).to.match(/^Corrected: \d+ pixels? (more|less)\.$/);
      expect(board.rows, kind).to.deep.equal(expected);
      board.editor.undo();
      expect(board.rows).to.deep.equal(rows);
    }
  });

  it('keep to mode and locks, and say when there is nothing to do', async () => {
    const board = drawn(['1112222']);
    board.set({mode: 'behind'});
    expectRefused(await fixUp(board, {kind: 'grow'}), board.words.nothingToFix);
    board.set({mode: 'over', lockedLabels: new Set(['ground'])});
    expectRefused(await fixUp(board, {kind: 'grow'}), board.words.nothingToFix);
    board.set({lockedLabels: new Set(['sky'])});
    expectRefused(await fixUp(board, {kind: 'shrink'}), 'sky is locked. Unlock it to change it.');
    board.set({label: 'building'});
    expectRefused(await fixUp(board, {kind: 'grow'}), board.words.nothingSelected);
  });

  it('tell what went wrong', async () => {
    const board = drawn(rows);
    board.work.meanwhile = () => {
      throw new Error('no memory.');
    };
    expectRefused(
      await fixUp(board, {kind: 'grow'}),
      'That did not work, and nothing was changed: no memory.',
    );
    expect(board.board.state.isBusy).to.equal(false);
  });
});

describe('what covers the picture', () => {
  it('is counted per label', () => {
    const board = drawn(['1111222...'], true);
    const {byLabel, unlabelled} = coverage(board.board, labels)!;
    expect(byLabel.get('sky')).to.deep.equal({pixels: 7, share: 0.7});
    expect(byLabel.get('building')).to.deep.equal({pixels: 0, share: 0});
    expect(unlabelled).to.deep.equal({pixels: 3, share: 0.3});
    board.set({frame: undefined});
    expect(coverage(board.board, labels)).to.equal(undefined);
  });

  it('leads from one unlabelled area to the next, the largest first', async () => {
    const board = drawn(['.1..1...', '11111...']);
    const walk = new AreaWalk(board);
    const first = await walk.next('unlabelled');
    expectDone(first.outcome, 'Area 1 of 3: unlabelled, 6 pixels.');
    expect(first.area?.box).to.deep.equal({left: 5, top: 0, right: 8, bottom: 2});
    const [second, third] = await Promise.all([walk.next('unlabelled'), walk.next('unlabelled')]);
    expectDone(second.outcome, 'Area 2 of 3: unlabelled, 2 pixels.');
    expectDone(third.outcome, 'Area 3 of 3: unlabelled, 1 pixel.');
    expectDone((await walk.next('unlabelled')).outcome, 'Area 1 of 3: unlabelled, 6 pixels.');
    board.editor.undo();
    const both = await Promise.all([walk.next('unlabelled'), walk.next('smallest')]);
    expectDone(both[0].outcome, 'Area 1 of 1: unlabelled, 16 pixels.');
    expectRefused(both[1].outcome, 'There are no areas.');
  });

  it('leads to the smallest areas', async () => {
    const board = drawn(['11.1.222', '11...2.2']);
    const walk = new AreaWalk(board);
    expectDone((await walk.next('smallest')).outcome, 'Area 1 of 3: sky, 1 pixel.');
    expectDone((await walk.next('smallest')).outcome, 'Area 2 of 3: sky, 4 pixels.');
    expectDone((await walk.next('smallest')).outcome, 'Area 3 of 3: ground, 5 pixels.');
    expectRefused((await new AreaWalk(drawn(['1'])).next('unlabelled')).outcome, 'Every pixel is labelled.');
  });
});

describe('what is set', () => {
  it('cycles through the modes', () => {
    const board = drawn(['1']);
    const seen = [1, 2, 3].map(() => (cycleMode(board), board.board.state.mode));
    expect(seen).to.deep.equal(['behind', 'inside', 'over']);
  });

  it('changes sizes by a tenth, by a pixel at least, from 1 to 512, for brush and eraser apart', () => {
    const board = drawn(['1']);
    board.set({tool: 'brush'});
    const sizeAfter = (way: 'larger' | 'smaller', steps = 1) => {
      resizeBrush(board, way, steps);
      return board.board.state.brush.size;
    };
    expect([sizeAfter('smaller'), sizeAfter('larger'), sizeAfter('larger')]).to.deep.equal([1, 2, 3]);
    setBrushSize(board, 100);
    expect([sizeAfter('larger'), sizeAfter('smaller', 2)]).to.deep.equal([110, 89]);
    expect(sizeAfter('larger', 100)).to.equal(512);
    expectDone(setBrushSize(board, NaN), 'Size: 512 pixels.');
    expect(board.board.state.eraser.size).to.equal(1);
    board.board.set({tool: 'eraser'});
    expectDone(setBrushSize(board, 7.4), 'Size: 7 pixels.');
    expect([board.board.state.brush.size, board.board.state.eraser.size]).to.deep.equal([512, 7]);
    setBrushShape(board, 'disc');
    expect(board.board.state.eraser).to.deep.equal({size: 7, shape: 'disc'});
  });

  it('keeps sizes on the screen while the view changes, from 1 to 512 in the picture', () => {
    const board = drawn(['..']);
    const sizes = () => [board.board.state.brush.size, board.board.state.eraser.size];
    const zoomTo = (scale: number) => {
      board.scale = scale;
      keepSizeOnScreen(board);
    };
    board.scale = 2;
    setBrushSize(board, 24, 'brush');
    setBrushSize(board, 5, 'eraser');
    zoomTo(4);
    expect(sizes(), 'in picture pixels at first').to.deep.equal([24, 5]);
    zoomTo(2);
    expectDone(toggleSizeOnScreen(board), board.words.sizeOnScreen);
    zoomTo(4);
    expect(sizes(), 'half as many pixels, rounded').to.deep.equal([12, 3]);
    zoomTo(0.05);
    expect(sizes(), 'at most 512').to.deep.equal([512, 200]);
    zoomTo(64);
    expect(sizes(), 'at least 1').to.deep.equal([1, 1]);
    zoomTo(2);
    expect(sizes(), 'nothing is lost at the ends').to.deep.equal([24, 5]);
    setBrushSize(board, 10, 'brush');
    zoomTo(1);
    expect(sizes(), 'what is set anew counts').to.deep.equal([20, 10]);
    expectDone(toggleSizeOnScreen(board), board.words.sizeInPicture);
    zoomTo(8);
    expect(sizes()).to.deep.equal([20, 10]);
  });

  it('leaves the ring of a stroke under way alone', () => {
    const board = drawn(['....', '....']);
    setBrushSize(board, 4, 'brush');
    toggleSizeOnScreen(board);
    board.set({tool: 'brush', footprint: {at: {x: 1, y: 1}, brush: board.board.state.brush, erases: false}});
    const ring = () => board.board.state.footprint?.brush.size;
    const stroke = beginStroke(board, 'paint');
    if ('done' in stroke) throw new Error(stroke.message);
    board.scale = 2;
    keepSizeOnScreen(board);
    expect(ring(), 'it shows what is painted').to.equal(4);
    expect(board.board.state.brush.size, 'of the next one').to.equal(2);
    stroke.drop();
    board.scale = 4;
    keepSizeOnScreen(board);
    expect(ring()).to.equal(1);
  });

  it('switches what the eraser takes and where fills go', () => {
    const board = drawn(['1']);
    expectDone(toggleErasesOwn(board), board.words.erasesOwn);
    expectDone(toggleErasesOwn(board), board.words.erasesAll);
    expectDone(toggleNewPerFill(board), board.words.fillsAreNew);
    expectDone(toggleNewPerFill(board), board.words.fillsGoOn);
  });

  it('selects, and paints on with the one that is selected', () => {
    const board = drawn(['1122..'], true);
    expectDone(selectNext(board, 'next'), '1 of 2, sky 1');
    expectDone(selectNext(board, 'next'), '2 of 2, sky 2');
    expect(board.board.state.instance).to.equal(2);
    expectDone(selectNext(board, 'next'), '1 of 2, sky 1');
    expectDone(selectNext(board, 'previous'), '2 of 2, sky 2');
    board.set({lockedNumbers: new Set([2])});
    expectDone(selectAll(board), 'sky 1 selected.');
    selectRegions(board, [2, 9]);
    expect([...board.board.state.selection]).to.deep.equal([2]);
  });

  it('hides and locks regions and labels', () => {
    const board = drawn(['112233']);
    board.set({selection: new Set([1])});
    expectDone(toggleLocked(board), 'Locked sky.');
    expectDone(toggleLocked(board), 'Unlocked sky.');
    expectDone(toggleLockedLabel(board, 'sky'), 'Locked sky.');
    expectRefused(toggleLocked(board), 'The label sky is locked. Unlock the label.');
    expectDone(toggleLockedLabel(board, 'sky'), 'Unlocked sky.');
    expectDone(showOnly(board), 'Only sky is shown.');
    expect([1, 2, 3].map((number) => board.board.isHidden(number))).to.deep.equal([false, true, true]);
    expectDone(showOnly(board), 'All labels are shown.');
    expectDone(toggleHidden(board), 'Hid sky.');
    expect(board.board.state.selection.size).to.equal(0);
    expectDone(toggleHidden(board, [board.board.region(1)!]), 'Showed sky.');
    expectDone(toggleHiddenLabel(board, 'sky'), 'Hid sky.');
    expectDone(toggleHiddenLabel(board, 'sky'), 'Showed sky.');
    expectDone(showOnlyLabel(board, 'ground'), 'Only ground is shown.');
    expectDone(showOnlyLabel(board, 'ground'), 'All labels are shown.');
    expectDone(toggleAllHidden(board), 'All labels are hidden.');
    expect(board.board.isHidden(3)).to.equal(true);
    expectDone(showAll(board), 'All labels are shown.');
  });
});
