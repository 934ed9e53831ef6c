import {expect} from '@open-wc/testing';
import {ar} from '../../strings/ar.js';
import {de} from '../../strings/de.js';
import {en} from '../../strings/en.js';
import {capsOf} from './shortcut-list.js';

describe('key caps', () => {
  const english = en.shortcuts.keys;

  it('are named as on keyboards of the language', () => {
    expect(capsOf('Delete', english, false)).to.deep.equal(['Delete']);
    expect(capsOf('Delete', de.shortcuts.keys, false)).to.deep.equal(['Entf']);
    expect(capsOf('Delete', ar.shortcuts.keys, false)).to.deep.equal(['Del']);
    expect(capsOf('Ctrl+PageUp', de.shortcuts.keys, false)).to.deep.equal(['Strg', 'Bild ↑']);
  });

  it('are signs where every keyboard has the same', () => {
    expect(capsOf('Backspace', english, false)).to.deep.equal(['⌫']);
    expect(capsOf('Shift+Enter', english, false)).to.deep.equal(['⇧', '⏎']);
    expect(capsOf('Ctrl+Alt+z', english, true)).to.deep.equal(['⌘', '⌥', 'Z']);
  });

  it('are plus itself, alone and with others', () => {
    expect(capsOf('+', english, false)).to.deep.equal(['+']);
    expect(capsOf('Shift++', english, false)).to.deep.equal(['⇧', '+']);
  });
});
