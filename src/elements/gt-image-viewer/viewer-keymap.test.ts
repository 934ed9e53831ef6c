import {expect} from '@open-wc/testing';
import {viewerKeymapWithin} from './viewer-keymap.js';

describe('keys of a picture inside a task', () => {
  it('follow the task, and leave it the keys it needs', () => {
    const keymap = viewerKeymapWithin([
      {command: 'fit', keys: ['F']},
      {command: 'label-key-1', keys: ['j']},
    ]);
    const keysOf = (wanted: string) => keymap.find(({command}) => command === wanted)!.keys;
    expect(keysOf('fit')).to.deep.equal(['F']);
    expect(keysOf('adjustments')).to.deep.equal([]);
    expect(keysOf('zoom-in')).to.deep.equal(['+', '=']);
  });
});
