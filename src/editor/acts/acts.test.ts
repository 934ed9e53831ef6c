import {expect} from '@open-wc/testing';
import type {Orientation} from '../../geometry/orientation.js';
import type {BoxRecord} from '../../model/record.js';
import {boxRecord, DrawingBoard} from '../drawing-board.harness.js';
import {addBox} from './add-box.js';
import {copyBoxes, cutBoxes, duplicateBoxes, pasteBoxes, repeatBoxes} from './copy-boxes.js';
import {acceptSuggestions, chooseLabel, relabel, setAttribute, toggleAttribute} from './label-boxes.js';
import {fitToPicture, growSide, growStep, nudge, setNumbers} from './move-boxes.js';
import {deleteBoxes, restoreBoxes, toggleNothing} from './remove-boxes.js';
import {inShapeOrder, selectAll, selectNext} from './select-boxes.js';
import {
  showAll,
  showOnly,
  showOnlyLabel,
  toggleAllHidden,
  toggleHidden,
  toggleHiddenLabel,
  toggleLocked,
  toggleLockedLabel,
} from './show-boxes.js';

const one = boxRecord('box-1', [10, 10, 30, 20]);
const two = boxRecord('box-2', [50, 40, 20, 20], {label: 'tree'});

/** A board with a car and a tree, the car selected. */
function board(...records: BoxRecord[]): DrawingBoard {
  const made = new DrawingBoard(100, 80, records.length > 0 ? records : [one, two]);
  made.select((records[0] ?? one).id);
  return made;
}

describe('moving by keys', () => {
  it('nudges by whole pixels, and says where the box is (EDIT-1)', () => {
    const at = board();
    expect(nudge(at, 'right', 1)).to.deep.equal({done: true, count: 1, message: 'Moved car 1 to 11, 10.'});
    nudge(at, 'up', 10);
    expect(at.boxes[0]).to.deep.equal([11, 0, 30, 20]);
    expect(at.steps).to.deep.equal(['move car 1', 'move car 1']);
  });

  it('merges fast nudges of the same boxes into one step, and nothing else (UNDO-1)', () => {
    const at = board();
    const fast = (act: () => unknown): void => {
      act();
      at.now -= 500;
    };
    fast(() => nudge(at, 'right', 1));
    fast(() => nudge(at, 'down', 1));
    expect(at.steps).to.have.length(1);
    fast(() => growSide(at, 'right', 1));
    at.select('box-2');
    fast(() => nudge(at, 'right', 1));
    at.select('box-1', 'box-2');
    fast(() => nudge(at, 'right', 1));
    expect(at.steps).to.deep.equal(['move car 1', 'resize car 1', 'move tree 1', 'move 2 boxes']);
  });

  it('stops at the border and says so', () => {
    const at = board();
    nudge(at, 'left', 50);
    expect(at.boxes[0]).to.deep.equal([0, 10, 30, 20]);
    expect(nudge(at, 'left', 1)).to.include({done: false, reason: 'unchanged'});
    expect(at.steps).to.have.length(1);
  });

  for (const orientation of [2, 3, 6, 8] as Orientation[]) {
    it(`moves the way that is seen, orientation ${orientation}`, () => {
      const at = board();
      at.drawing.set({frame: {stored: {width: 100, height: 80}, orientation}});
      nudge(at, 'right', 3);
      const expected = {2: [7, 10], 3: [7, 10], 6: [10, 7], 8: [10, 13]}[orientation as 2 | 3 | 6 | 8];
      expect(at.boxes[0]?.slice(0, 2)).to.deep.equal(expected);
    });
  }

  it('grows and shrinks the side the arrow names, down to a pixel, up to the border', () => {
    const at = board();
    growSide(at, 'left', 1);
    growSide(at, 'down', growStep(10));
    expect(at.boxes[0]).to.deep.equal([9, 10, 31, 25]);
    growSide(at, 'right', 100, 'shrink');
    growSide(at, 'up', 100);
    expect(at.boxes[0]).to.deep.equal([9, 0, 1, 35]);
    expect(growSide(at, 'right', 1, 'shrink')).to.include({done: false, reason: 'unchanged'});
    expect(growStep(9)).to.equal(1);
  });

  it('sets exact numbers: a place keeps the size, a size keeps the place', () => {
    const at = board();
    setNumbers(at, at.records[0]!, {left: 95});
    expect(at.boxes[0]).to.deep.equal([70, 10, 30, 20]);
    setNumbers(at, at.records[0]!, {left: 20, width: 500});
    expect(at.boxes[0]).to.deep.equal([20, 10, 80, 20]);
    expect(setNumbers(at, at.records[0]!, {width: NaN})).to.include({reason: 'not-a-number'});
    expect(setNumbers(at, at.records[0]!, {height: 0})).to.include({reason: 'not-a-number'});
    expect(setNumbers(at, at.records[0]!, {left: 20})).to.include({reason: 'unchanged'});
    expect(at.steps).to.deep.equal(['move car 1', 'resize car 1']);
  });

  it('sets numbers of the picture as it is shown', () => {
    const at = board();
    at.drawing.set({frame: {stored: {width: 100, height: 80}, orientation: 6}});
    // Stored 10, 10, 30 × 20 of 100 × 80 is shown at 50, 10 with 20 × 30 of 80 × 100.
    setNumbers(at, at.records[0]!, {left: 60, height: 40}, 'shown');
    expect(at.boxes[0]).to.deep.equal([10, 0, 40, 20]);
  });

  it('fits boxes that reach out of the picture, only when told (COORD-5)', () => {
    const read = {left: -5.5, top: 70, width: 20, height: 20};
    const at = board(boxRecord('box-1', [0, 0, 0, 0], {box: read, read}));
    expect(fitToPicture(at, at.records)).to.include({done: true, message: 'Fitted car 1 to the picture.'});
    expect(at.records[0]).to.deep.equal(boxRecord('box-1', [0, 70, 15, 10]));
    expect(at.steps).to.deep.equal(['fit car 1 to the picture']);
  });
});

describe('boxes that reach out of the picture', () => {
  /** As given in a manifest: out on the left and above. */
  const out = (left = -50, top = -20, width = 100, height = 60) => {
    const read = {left, top, width, height};
    return board(boxRecord('box-1', [0, 0, 0, 0], {box: read, read}));
  };
  const acts: Record<string, readonly [act: (at: DrawingBoard) => unknown, expected: readonly number[]]> = {
    'nudged in': [(at) => nudge(at, 'right', 1), [-49, -20, 100, 60]],
    'nudged on the other axis': [(at) => nudge(at, 'down', 10), [-50, -10, 100, 60]],
    'nudged across': [(at) => nudge(at, 'right', 90), [0, -20, 100, 60]],
    'grown to the right': [(at) => growSide(at, 'right', 5), [-50, -20, 105, 60]],
    'grown beyond the border': [(at) => growSide(at, 'down', 90), [-50, -20, 100, 100]],
    'shrunk outside': [(at) => growSide(at, 'left', 1, 'shrink'), [-49, -20, 99, 60]],
    'placed by a number': [(at) => setNumbers(at, at.records[0]!, {left: 0}), [0, -20, 100, 60]],
    'placed outside': [(at) => setNumbers(at, at.records[0]!, {top: -19}), [-50, -19, 100, 60]],
    'given a width': [(at) => setNumbers(at, at.records[0]!, {width: 90}), [-50, -20, 90, 60]],
  };
  for (const [name, [act, expected]] of Object.entries(acts)) {
    it(`stay so on the other axis: ${name} (COORD-5)`, () => {
      const at = out();
      expect(act(at)).to.include({done: true});
      expect(at.boxes[0]).to.deep.equal(expected);
    });
  }

  it('go no further out', () => {
    const at = out();
    for (const outcome of [
      nudge(at, 'left', 1),
      nudge(at, 'up', 10),
      growSide(at, 'left', 1),
      growSide(at, 'up', 5),
      setNumbers(at, at.records[0]!, {left: -60}),
    ]) {
      expect(outcome).to.include({done: false, reason: 'unchanged'});
    }
  });

  it('keep fractions on the axis that nobody touched, and only there', () => {
    const at = out(-5.6, 70.25, 20, 20.5);
    nudge(at, 'right', 1);
    expect(at.boxes[0]).to.deep.equal([-5, 70.25, 20, 20.5]);
    setNumbers(at, at.records[0]!, {width: 12});
    expect(at.boxes[0]).to.deep.equal([-5, 70.25, 12, 20.5]);
    at.drawing.set({frame: {stored: {width: 100, height: 80}, orientation: 6}});
    setNumbers(at, at.records[0]!, {height: 13}, 'shown');
    expect(at.boxes[0]).to.deep.equal([-5, 70.25, 13, 20.5]);
  });
});

describe('labels and attributes', () => {
  it('relabels the selection as one step; it keeps the numbers that were read', () => {
    const read = {left: 10.5, top: 10, width: 30, height: 20};
    const at = board({...one, box: read, read, isSuggestion: true}, two);
    at.select('box-1', 'box-2');
    expect(relabel(at, 'tree')).to.include({done: true, message: 'Changed car 1 to tree.', count: 1});
    expect(at.records[0]).to.deep.equal({...one, box: read, read, label: 'tree'});
    expect(relabel(at, 'tree')).to.include({reason: 'unchanged'});
    expect(at.steps).to.deep.equal(['change car 1 to tree']);
  });

  it('chooses the label of what is drawn, of what is selected, or of the next box', () => {
    const at = board();
    chooseLabel(at, 'tree');
    expect(at.records[0]?.label).to.equal('tree');
    expect(at.drawing.state.label).to.equal('car');
    at.drawing.set({preview: {kind: 'new', box: one.box, label: 'car', anchor: {x: 0, y: 0}}});
    chooseLabel(at, 'bus');
    expect(at.drawing.state.preview).to.include({label: 'bus'});
    expect(at.drawing.state.label).to.equal('bus');
    at.drawing.set({preview: undefined});
    at.select();
    chooseLabel(at, 'tree');
    expect(at.drawing.state.label).to.equal('tree');
    expect(at.steps).to.have.length(1);
  });

  it('accepts suggestions only', () => {
    const at = board({...one, isSuggestion: true}, two);
    at.select('box-1', 'box-2');
    expect(acceptSuggestions(at)).to.include({done: true, message: 'Accepted car 1.'});
    expect(at.records[0]).to.deep.equal(one);
    expect(acceptSuggestions(at)).to.include({reason: 'nothing-there'});
  });

  it('keeps only attributes that differ from the start', () => {
    const at = board();
    at.select('box-1', 'box-2');
    toggleAttribute(at, 'occluded');
    expect(at.records.map(({attributes}) => attributes)).to.deep.equal([{occluded: true}, {occluded: true}]);
    at.select('box-1');
    expect(setAttribute(at, 'colour', 'red').message).to.equal('“colour” of car 1 is “red”.');
    toggleAttribute(at, 'occluded');
    expect(at.records[0]?.attributes).to.deep.equal({colour: 'red'});
    setAttribute(at, 'colour', '');
    expect(at.records[0]).to.deep.equal(one);
    expect(setAttribute(at, 'colour', '')).to.include({reason: 'unchanged'});
  });

  it('ticks all when only some have the tick', () => {
    const at = board({...one, attributes: {occluded: true}}, two);
    at.select('box-1', 'box-2');
    toggleAttribute(at, 'occluded');
    expect(at.records[1]?.attributes).to.deep.equal({occluded: true});
  });

  it('merges typing into one step, but not choosing', () => {
    const at = board();
    for (const value of ['r', 're', 'red']) {
      setAttribute(at, 'colour', value, {isTyped: true});
      at.now -= 900;
    }
    expect(at.steps).to.have.length(1);
    setAttribute(at, 'colour', 'blue');
    expect(at.steps).to.have.length(2);
  });

  it('survives attributes with the names of inherited members', () => {
    const at = board();
    toggleAttribute(at, '__proto__');
    toggleAttribute(at, 'constructor');
    expect(Object.keys(at.records[0]?.attributes ?? {})).to.deep.equal(['__proto__', 'constructor']);
  });
});

describe('copies', () => {
  it('duplicates ten screen pixels away, in the picture, and selects the copies (EDIT-2)', () => {
    const at = board();
    expect(duplicateBoxes(at, 2)).to.include({done: true, message: 'Duplicated car 2.'});
    expect(at.boxes[2]).to.deep.equal([15, 15, 30, 20]);
    expect(at.selection).to.deep.equal(['box-3']);
    setNumbers(at, at.records[2]!, {left: 70, top: 60});
    duplicateBoxes(at, 1);
    expect(at.boxes[3]).to.deep.equal([60, 50, 30, 20]);
  });

  it('pastes into another picture where it was, pushed inside', () => {
    const at = board();
    at.select('box-1', 'box-2');
    const {clipboard} = copyBoxes(at);
    const next = new DrawingBoard(60, 50);
    expect(pasteBoxes(next, clipboard, 1)).to.include({done: true, message: 'Pasted 2 boxes.', count: 2});
    expect(next.boxes).to.deep.equal([
      [10, 10, 30, 20],
      [40, 30, 20, 20],
    ]);
    expect(next.records.map(({label}) => label)).to.deep.equal(['car', 'tree']);
    expect(next.selection).to.deep.equal(['box-0', 'box-1']);
    expect(next.steps).to.deep.equal(['paste 2 boxes']);
  });

  it('pastes beside what is just the same', () => {
    const at = board();
    pasteBoxes(at, copyBoxes(at).clipboard, 1);
    expect(at.boxes[2]).to.deep.equal([20, 20, 30, 20]);
  });

  it('pastes beside them all when one would be on top of the same one', () => {
    const at = board();
    at.select('box-1', 'box-2');
    const {clipboard} = copyBoxes(at);
    at.select('box-2');
    deleteBoxes(at);
    pasteBoxes(at, clipboard, 1);
    expect(at.boxes.slice(1)).to.deep.equal([
      [20, 20, 30, 20],
      [60, 50, 20, 20],
    ]);
  });

  it('pastes each time to another place', () => {
    const at = board();
    const {clipboard} = copyBoxes(at);
    for (let times = 0; times < 5; times++) pasteBoxes(at, clipboard, 1);
    expect(new Set(at.boxes.map(String)).size).to.equal(at.boxes.length);
    expect(at.boxes[3]).to.deep.equal([30, 30, 30, 20]);
  });

  it('cuts, and pastes where it was', () => {
    const at = board();
    const {clipboard, outcome} = cutBoxes(at);
    expect(outcome.message).to.equal('Cut car 1.');
    expect(at.boxes).to.have.length(1);
    pasteBoxes(at, clipboard, 1);
    expect(at.boxes[1]).to.deep.equal([10, 10, 30, 20]);
    expect(at.steps).to.deep.equal(['cut car 1', 'paste car']);
  });

  it('repeats the boxes of the item before as suggestions, in one step', () => {
    const at = new DrawingBoard(100, 80, [one]);
    expect(repeatBoxes(at, [one, two])).to.include({count: 1}, 'what is there already is left out');
    expect(at.records[1]).to.deep.equal({...two, isSuggestion: true, id: 'box-2', order: 2});
    expect(repeatBoxes(at, [])).to.include({reason: 'nothing-there'});
    expect(repeatBoxes(at, [one])).to.include({reason: 'unchanged'});
    deleteBoxes(at);
    at.editor.undo();
    expect(at.boxes).to.have.length(2);
  });

  it('never gives an id again that undo or redo could bring back', () => {
    const at = new DrawingBoard();
    addBox(at, one.box);
    addBox(at, two.box);
    deleteBoxes(at);
    addBox(at, one.box);
    expect(at.records.map(({id}) => id)).to.deep.equal(['box-0', 'box-2']);
    at.editor.undo();
    at.editor.undo();
    at.editor.undo();
    addBox(at, two.box);
    expect(at.records.map(({id}) => id)).to.deep.equal(['box-0', 'box-3']);
  });
});

describe('removing', () => {
  it('deletes without asking, and counts what is left (EDIT-3)', () => {
    const at = board();
    expect(deleteBoxes(at)).to.deep.equal({done: true, count: 1, message: 'Deleted car 1. 1 shape.'});
    expect(at.selection).to.deep.equal([]);
    expect(deleteBoxes(at)).to.include({reason: 'nothing-selected'});
  });

  it('asks before “nothing to label” removes boxes (SHELL-2)', () => {
    const at = board();
    expect(toggleNothing(at)).to.deep.equal({
      done: false,
      reason: 'has-boxes',
      message: '“Nothing to label” deletes 2 boxes. Delete them?',
    });
    expect(toggleNothing(at, true)).to.include({done: true, count: 2});
    expect([...at.editor.state.document.records.values()]).to.deep.equal([
      {id: 'nothing', kind: 'nothing', order: 3},
    ]);
    at.editor.undo();
    expect(at.boxes).to.have.length(2);
    at.editor.redo();
    expect(toggleNothing(at)).to.include({message: '“Nothing to label” taken back.'});
    expect(at.editor.state.document.records.size).to.equal(0);
  });

  it('never gives a place in the order again that a restored box has', () => {
    const at = board();
    at.select('box-2');
    deleteBoxes(at);
    addBox(at, {left: 0, top: 0, width: 5, height: 5});
    restoreBoxes(at, ['box-2']);
    expect(at.records.map(({id, order}) => `${id}: ${order}`)).to.deep.equal([
      'box-1: 1',
      'box-2: 2',
      'box-3: 3',
    ]);
  });

  it('restores what an item was opened with (VER-2)', () => {
    const read = {left: 10.25, top: 10, width: 30, height: 20};
    const given = {...one, box: read, read};
    const at = board(given, two);
    nudge(at, 'right', 1);
    at.select('box-2');
    deleteBoxes(at);
    expect(restoreBoxes(at, ['box-1', 'box-2'])).to.include({done: true, count: 2});
    expect(at.records[0]).to.equal(given);
    expect(at.records).to.deep.equal([given, two]);
    expect(restoreBoxes(at, ['box-1', 'box-9'])).to.include({reason: 'nothing-there'});
    expect(at.steps.at(-1)).to.equal('restore 2 boxes');
  });
});

describe('locks', () => {
  const refusals: Record<string, (at: DrawingBoard) => unknown> = {
    nudge: (at) => nudge(at, 'left', 1),
    grow: (at) => growSide(at, 'left', 1),
    numbers: (at) => setNumbers(at, at.records[0]!, {left: 0}),
    fit: (at) => fitToPicture(at, [at.records[0]!]),
    relabel: (at) => relabel(at, 'tree'),
    attribute: (at) => toggleAttribute(at, 'occluded'),
    delete: (at) => deleteBoxes(at),
    cut: (at) => cutBoxes(at).outcome,
  };
  for (const [name, act] of Object.entries(refusals)) {
    it(`refuse: ${name}`, () => {
      const at = board();
      at.drawing.set({lockedIds: new Set(['box-1'])});
      expect(act(at)).to.include({done: false, reason: 'locked', message: 'Locked: car 1. Unlock first.'});
      expect(at.steps).to.deep.equal([]);
    });
  }

  it('spare the locked ones of a selection, and tell', () => {
    const at = board();
    at.select('box-1', 'box-2');
    at.drawing.set({lockedLabels: new Set(['tree'])});
    expect(deleteBoxes(at).message).to.equal('Deleted car 1. 1 shape. 1 locked box left as before.');
    expect(at.records).to.deep.equal([two]);
  });

  it('are set and released for boxes and for labels', () => {
    const at = board();
    expect(toggleLocked(at).message).to.equal('Locked car 1.');
    expect(at.drawing.isLocked(one)).to.equal(true);
    expect(toggleLocked(at).message).to.equal('Unlocked car 1.');
    toggleLockedLabel(at, 'car');
    expect(toggleLocked(at)).to.include({reason: 'locked'});
    toggleLockedLabel(at, 'car');
    expect(at.drawing.isLocked(one)).to.equal(false);
    expect(at.steps, 'what is locked is not in the history').to.deep.equal([]);
  });

  it('of a read-only element change nothing and say so', () => {
    const at = board();
    at.isReadonly = true;
    for (const outcome of [
      nudge(at, 'left', 1),
      deleteBoxes(at),
      duplicateBoxes(at, 1),
      toggleNothing(at, true),
      relabel(at, 'tree'),
      addBox(at, one.box),
    ]) {
      expect(outcome).to.include({done: false, reason: 'read-only'});
    }
    expect(at.selection).to.deep.equal(['box-1']);
  });
});

describe('hidden boxes', () => {
  const acts: Record<string, (at: DrawingBoard) => unknown> = {
    nudge: (at) => nudge(at, 'left', 1),
    grow: (at) => growSide(at, 'left', 1),
    relabel: (at) => relabel(at, 'tree'),
    attribute: (at) => toggleAttribute(at, 'occluded'),
    accept: (at) => acceptSuggestions(at),
    delete: (at) => deleteBoxes(at),
    cut: (at) => cutBoxes(at).outcome,
  };
  for (const [name, act] of Object.entries(acts)) {
    it(`refuse, while nobody sees them: ${name}`, () => {
      const at = board({...one, isSuggestion: true}, two);
      toggleAllHidden(at);
      expect(act(at)).to.include({
        done: false,
        reason: 'hidden',
        message: 'car 1 is hidden. Show it first.',
      });
      at.select('box-1', 'box-2');
      expect(act(at)).to.include({reason: 'hidden'});
      expect(at.steps).to.deep.equal([]);
      toggleAllHidden(at);
      at.select('box-1');
      expect(act(at)).to.include({done: true});
    });
  }

  it('refuse when only some of the selection are hidden, as many as those', () => {
    const at = board();
    at.select('box-1', 'box-2');
    at.drawing.set({hiddenIds: new Set(['box-2'])});
    expect(deleteBoxes(at)).to.include({reason: 'hidden', message: 'tree 1 is hidden. Show it first.'});
    at.drawing.set({hiddenIds: new Set(['box-1', 'box-2'])});
    expect(deleteBoxes(at)).to.include({message: '2 boxes are hidden. Show them first.'});
    expect(deleteBoxes(at, [two]), 'those of a row that is seen').to.include({done: true});
  });

  it('are shown again by a new box that would be one of them', () => {
    const at = board();
    toggleAllHidden(at);
    const {message} = addBox(at, {left: 0, top: 0, width: 5, height: 5});
    expect(message).to.equal('car box added, 5 by 5 at 0, 0. 3 shapes. All boxes are shown.');
    expect(at.drawing.state.isAllHidden).to.equal(false);
    at.drawing.set({hiddenLabels: new Set(['car', 'tree'])});
    expect(addBox(at, {left: 9, top: 9, width: 5, height: 5}).message).to.match(/4 shapes\. Showed car\.$/);
    expect([...at.drawing.state.hiddenLabels]).to.deep.equal(['tree']);
    pasteBoxes(at, {boxes: [two]}, 1);
    expect([...at.drawing.state.hiddenLabels]).to.deep.equal([]);
    toggleAllHidden(at);
    at.isReadonly = true;
    addBox(at, {left: 0, top: 0, width: 5, height: 5});
    expect(at.drawing.state.isAllHidden, 'nothing was added').to.equal(true);
  });
});

describe('what is shown', () => {
  const hidden = (at: DrawingBoard) =>
    at.records.filter((record) => at.drawing.isHidden(record)).map(({id}) => id);

  it('hides and shows boxes; what is hidden is not selected (VIS-1)', () => {
    const at = board();
    expect(toggleHidden(at).message).to.equal('Hid car 1.');
    expect(hidden(at)).to.deep.equal(['box-1']);
    expect(at.selection).to.deep.equal([]);
    expect(toggleHidden(at, [one]).message).to.equal('Showed car 1.');
    expect(hidden(at)).to.deep.equal([]);
    expect(toggleHidden(at)).to.include({reason: 'nothing-selected'});
  });

  it('hides labels, and all for a moment without losing the selection', () => {
    const at = board();
    toggleHiddenLabel(at, 'tree');
    expect(hidden(at)).to.deep.equal(['box-2']);
    toggleAllHidden(at);
    expect(hidden(at)).to.deep.equal(['box-1', 'box-2']);
    toggleAllHidden(at);
    expect(at.selection).to.deep.equal(['box-1']);
    showAll(at);
    expect(hidden(at)).to.deep.equal([]);
  });

  it('shows only some, and all again', () => {
    const at = board();
    showOnly(at);
    expect(hidden(at)).to.deep.equal(['box-2']);
    showOnly(at);
    expect(hidden(at)).to.deep.equal([]);
    showOnlyLabel(at, 'tree', ['car', 'tree', 'bus']);
    expect(hidden(at)).to.deep.equal(['box-1']);
    expect([...at.drawing.state.hiddenLabels]).to.deep.equal(['car', 'bus']);
    showOnlyLabel(at, 'tree', ['car', 'tree', 'bus']);
    expect(hidden(at)).to.deep.equal([]);
  });
});

describe('going through boxes', () => {
  const records = [
    boxRecord('box-1', [50, 40, 10, 10]),
    boxRecord('box-2', [10, 40, 10, 10], {label: 'tree'}),
    boxRecord('box-3', [10, 10, 10, 10]),
    boxRecord('box-4', [10, 40, 10, 10]),
  ];
  const byLabel = {by: 'label', labels: ['tree', 'car']} as const;

  it('goes by label, then from the top left, and round', () => {
    const at = new DrawingBoard(100, 80, records);
    const visited = Array.from({length: 5}, () => {
      const {message} = selectNext(at, byLabel, 'next');
      return `${at.selection.join()}: ${message}`;
    });
    expect(visited).to.deep.equal([
      'box-2: 1 of 4, tree',
      'box-3: 2 of 4, car',
      'box-4: 3 of 4, car',
      'box-1: 4 of 4, car',
      'box-2: 1 of 4, tree',
    ]);
    selectNext(at, byLabel, 'previous');
    expect(at.selection).to.deep.equal(['box-1']);
    expect(inShapeOrder(at.drawing, at.records, byLabel).map(({id}) => id)).to.deep.equal([
      'box-2',
      'box-3',
      'box-4',
      'box-1',
    ]);
  });

  it('goes by creation, backwards from the last, past hidden ones', () => {
    const at = new DrawingBoard(100, 80, records);
    at.drawing.set({hiddenIds: new Set(['box-3'])});
    const visited = Array.from({length: 3}, () => {
      selectNext(at, {by: 'creation'}, 'previous');
      return at.selection[0];
    });
    expect(visited).to.deep.equal(['box-4', 'box-2', 'box-1']);
  });

  it('counts from the top left of the picture as it is seen', () => {
    const at = new DrawingBoard(100, 80, records, 3);
    expect(inShapeOrder(at.drawing, at.records, byLabel).map(({id}) => id)).to.deep.equal([
      'box-2',
      'box-1',
      'box-4',
      'box-3',
    ]);
  });

  it('selects all that is visible and unlocked (SEL-1)', () => {
    const at = new DrawingBoard(100, 80, records);
    at.drawing.set({hiddenIds: new Set(['box-1']), lockedLabels: new Set(['tree'])});
    expect(selectAll(at).message).to.equal('2 boxes selected.');
    expect(at.selection).to.deep.equal(['box-3', 'box-4']);
    expect(selectAll(new DrawingBoard())).to.include({reason: 'nothing-there'});
  });
});
