import {expect} from '@open-wc/testing';
import {create, remove} from './change.js';
import {changesOf, commit, emptyHistory, redo, undo, type Step} from './history.js';
import type {ChoiceRecord, CommentRecord} from './record.js';

const choice = (label: string): ChoiceRecord => ({id: 'choice', kind: 'choice', order: 0, label});
const comment = (text: string): CommentRecord => ({id: 'comment', kind: 'comment', order: 1, text});
const step = (name: string, at: number, ...changes: Step['changes']): Step => ({name, at, changes});

describe('history', () => {
  it('keeps two acts apart, however fast they follow each other', () => {
    const one = step('Choose cat', 0, create(choice('cat')));
    const two = step('Take cat back', 1, remove(choice('cat')));
    expect(commit(commit(emptyHistory, one), two).done).to.deep.equal([one, two]);
  });

  it('merges keystrokes in one field and keeps the time of the last', () => {
    const typed = (at: number, before: string | undefined, after: string): Step => ({
      name: 'Edit comment',
      at,
      mergeKey: 'comment',
      changes: [
        {id: 'comment', before: before === undefined ? undefined : comment(before), after: comment(after)},
      ],
    });
    const history = [typed(0, undefined, 'a'), typed(700, 'a', 'ab'), typed(1600, 'ab', 'abc')].reduce(
      commit,
      emptyHistory,
    );
    expect(history.done).to.have.length(2);
    expect(history.done[0]).to.deep.equal({...typed(700, undefined, 'ab')});
  });

  it('gives up what was undone when something new is done', () => {
    const one = step('one', 0, create(choice('cat')));
    const two = step('two', 5000, create(comment('x')));
    const undone = undo(commit(emptyHistory, one))!.history;
    expect(commit(undone, two)).to.deep.equal({done: [two], undone: []});
  });

  it('redoes what was undone, in the order it was done', () => {
    const one = step('one', 0, create(choice('cat')));
    const two = step('two', 5000, create(comment('x')));
    const full = commit(commit(emptyHistory, one), two);
    const back = undo(undo(full)!.history)!.history;
    expect(changesOf(back)).to.deep.equal([]);
    expect(redo(redo(back)!.history)!.history).to.deep.equal(full);
    expect(undo(emptyHistory)).to.equal(undefined);
    expect(redo(emptyHistory)).to.equal(undefined);
  });
});
