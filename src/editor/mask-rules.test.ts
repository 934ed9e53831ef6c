import {expect} from '@open-wc/testing';
import {commitStroke} from './commit-stroke.js';
import {MaskBoardHarness} from './mask-board.harness.js';
import type {WriteMode} from './mask-board.js';
import {beginStroke, freeNumber, paintTarget} from './mask-rules.js';

/** Paints, or erases, a stretch of the first row. */
function stretch(
  board: MaskBoardHarness,
  start: number,
  end: number,
  act: 'paint' | 'erase' = 'paint',
): string {
  const stroke = beginStroke(board, act, {x: start + 0.5, y: 0.5});
  if ('done' in stroke) return stroke.message;
  stroke.paint(Int32Array.of(0, start, end));
  return commitStroke(board, stroke).message;
}

/** Sky at the left, ground at the right, nothing between. */
function landscape(hasInstances = false): MaskBoardHarness {
  const board = new MaskBoardHarness(10, 1, {hasInstances});
  stretch(board, 0, 3);
  board.set({label: 'ground', instance: undefined});
  stretch(board, 7, 10);
  board.set({label: 'building', instance: undefined});
  return board;
}

describe('rules of writing on masks', () => {
  const modes: readonly (readonly [WriteMode, number, string])[] = [
    ['over', 1, '1333333332'],
    ['behind', 1, '1113333222'],
    ['inside', 1, '133....222'],
    ['inside', 4, '111.333222'],
  ];

  for (const [mode, from, row] of modes) {
    it(`paints ${mode} from pixel ${from}`, () => {
      const board = landscape();
      board.set({mode});
      stretch(board, from, 9);
      expect(board.rows).to.deep.equal([row]);
    });
  }

  it('gives a region the place of its label in the list, or the smallest number that is free', () => {
    const board = new MaskBoardHarness(10, 1);
    board.set({label: 'building'});
    stretch(board, 0, 1);
    board.set({label: 'a label of a prior mask'});
    stretch(board, 1, 2);
    board.set({label: 'sky'});
    stretch(board, 2, 3);
    expect(board.rows).to.deep.equal(['312.......']);
    expect(board.regions).to.deep.equal({3: 'building', 1: 'a label of a prior mask', 2: 'sky'});
  });

  it('has no number left after the last', () => {
    const board = landscape();
    const taken = new Set(Array.from({length: 255}, (_, index) => index + 1));
    expect(freeNumber(board.board, 1, taken)).to.equal(undefined);
    taken.delete(200);
    expect(freeNumber(board.board, 300, taken)).to.equal(200);
  });

  it('never changes what is locked or hidden, in any mode, by brush or eraser', () => {
    for (const mode of ['over', 'behind', 'inside'] as const) {
      for (const state of [
        {lockedLabels: new Set(['sky'])},
        {lockedNumbers: new Set([1])},
        {hiddenLabels: new Set(['sky'])},
        {hiddenNumbers: new Set([1])},
      ]) {
        const board = landscape();
        board.set({mode, ...state});
        stretch(board, 0, 10);
        stretch(board, 0, 10, 'erase');
        expect(board.rows[0]!.startsWith('111'), `${mode} ${Object.keys(state).join()}`).to.equal(true);
        board.set({label: 'sky'});
        expect(stretch(board, 3, 7)).to.match(/is (locked|hidden)/);
        expect(board.rows[0]).to.not.contain('1111');
      }
    }
  });

  it('says why nothing changed', () => {
    const board = landscape();
    board.set({mode: 'behind'});
    expect(stretch(board, 0, 2)).to.contain('“behind” paints only where nothing is');
    board.set({mode: 'inside', lockedLabels: new Set(['sky'])});
    expect(stretch(board, 0, 2)).to.equal('sky is locked. Unlock it to change it.');
    board.set({mode: 'over'});
    expect(stretch(board, 0, 2)).to.equal('Nothing changed. What is locked or hidden stays as it is.');
    board.set({lockedLabels: new Set(), label: 'sky'});
    expect(stretch(board, 0, 2)).to.equal('Nothing was there to change.');
  });

  it('erases everything, or the active label only', () => {
    const board = landscape();
    board.set({label: 'sky', erasesOwnOnly: true});
    expect(stretch(board, 2, 8, 'erase')).to.equal('Erased 1 pixel.');
    expect(board.rows).to.deep.equal(['11.....222']);
    board.set({erasesOwnOnly: false});
    expect(stretch(board, 1, 9, 'erase')).to.equal('Erased 3 pixels.');
    expect(board.rows).to.deep.equal(['1........2']);
    board.set({label: 'building', erasesOwnOnly: true});
    expect(stretch(board, 0, 9, 'erase')).to.contain('nothing to erase here');
  });

  it('goes on with the present instance, and begins another when there is none', () => {
    const board = new MaskBoardHarness(10, 1, {hasInstances: true});
    stretch(board, 0, 1);
    stretch(board, 2, 3);
    expect(board.rows).to.deep.equal(['1.1.......']);
    board.set({instance: undefined});
    expect(paintTarget(board)).to.deep.equal({number: 2, label: 'sky'});
    expect(stretch(board, 4, 5)).to.equal('Painted sky 2: 1 pixel more.');
    expect(board.board.state.instance).to.equal(2);
    board.editor.undo();
    expect(board.board.state.instance).to.equal(undefined);
    expect(board.regions).to.deep.equal({1: 'sky'});
  });

  it('erases from the present instance, else from that under the hand, and tells of one that is gone', () => {
    const board = landscape(true);
    board.set({erasesOwnOnly: true, instance: 1});
    stretch(board, 1, 9, 'erase');
    expect(board.rows).to.deep.equal(['1......222']);
    board.set({instance: undefined});
    expect(stretch(board, 7, 10, 'erase')).to.equal(
      'Erased 3 pixels. One instance has no pixel left and is gone.',
    );
    expect(board.regions).to.deep.equal({1: 'sky'});
    expect(stretch(board, 7, 10, 'erase')).to.contain('nothing to erase here');
  });

  it('lets one stroke be finished before the next begins', () => {
    const board = landscape();
    const stroke = beginStroke(board, 'paint');
    expect(stretch(board, 3, 4)).to.equal('A stroke is being painted. Finish it first.');
    if ('done' in stroke) throw new Error(stroke.message);
    stroke.drop();
    expect(stretch(board, 3, 4)).to.equal('Painted building: 1 pixel more.');
  });

  it('takes “nothing to label” back with the first pixels', () => {
    const board = new MaskBoardHarness(10, 1);
    board.commit('nothing', [
      {id: 'nothing', before: undefined, after: {id: 'nothing', kind: 'nothing', order: 0}},
    ]);
    stretch(board, 0, 1);
    expect(board.editor.state.document.records.has('nothing')).to.equal(false);
    board.editor.undo();
    expect(board.editor.state.document.records.has('nothing')).to.equal(true);
  });

  it('leaves no trace of a commit that was refused', () => {
    const board = landscape();
    const stroke = beginStroke(board, 'paint');
    if ('done' in stroke) throw new Error(stroke.message);
    stroke.paint(Int32Array.of(0, 0, 10));
    board.isReadonly = true;
    expect(commitStroke(board, stroke).message).to.equal('This item cannot be changed now.');
    expect(board.rows).to.deep.equal(['111....222']);
  });
});
