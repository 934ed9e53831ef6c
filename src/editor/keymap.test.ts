import {expect} from '@open-wc/testing';
import {commandsFor, rebind, type Keymap, type KeyPress} from './keymap.js';

const keymap: Keymap = [
  {command: 'label-1', keys: ['1']},
  {command: 'label-17', keys: ['Shift+7']},
  {command: 'undo', keys: ['Ctrl+Z']},
  {command: 'redo', keys: ['Ctrl+Shift+Z', 'Ctrl+Y']},
  {command: 'fit', keys: ['Z']},
  {command: 'search', keys: ['/']},
  {command: 'help', keys: ['?']},
  {command: 'zoom-in', keys: ['+', '='], repeats: true},
  {command: 'submit', keys: ['Enter']},
];

function press(key: string, code: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    ...more,
  };
}

describe('keymap', () => {
  it('matches digits by their place, on the number row and the number pad, whatever the layout prints', () => {
    expect(commandsFor(keymap, press('1', 'Digit1'))).to.deep.equal(['label-1']);
    expect(commandsFor(keymap, press('&', 'Digit1'))).to.deep.equal(['label-1']);
    expect(commandsFor(keymap, press('1', 'Numpad1'))).to.deep.equal(['label-1']);
  });

  it('matches letters by what the layout prints, and by place when that is not Latin', () => {
    expect(commandsFor(keymap, press('z', 'KeyY'))).to.deep.equal(['fit']);
    expect(commandsFor(keymap, press('я', 'KeyZ'))).to.deep.equal(['fit']);
    expect(commandsFor(keymap, press('y', 'KeyZ'))).to.deep.equal([]);
    expect(commandsFor(keymap, press('Z', 'KeyZ'))).to.deep.equal(['fit'], 'caps lock');
  });

  it('tells chords with different modifiers apart', () => {
    expect(commandsFor(keymap, press('z', 'KeyZ', {ctrlKey: true}))).to.deep.equal(['undo']);
    expect(commandsFor(keymap, press('z', 'KeyZ', {metaKey: true}))).to.deep.equal(['undo']);
    expect(commandsFor(keymap, press('Z', 'KeyZ', {metaKey: true, shiftKey: true}))).to.deep.equal(['redo']);
    expect(commandsFor(keymap, press('z', 'KeyZ', {altKey: true}))).to.deep.equal([]);
  });

  it('finds punctuation however the layout makes it', () => {
    expect(commandsFor(keymap, press('/', 'Slash'))).to.deep.equal(['search']);
    expect(commandsFor(keymap, press('?', 'Slash', {shiftKey: true}))).to.deep.equal(['help']);
    expect(commandsFor(keymap, press('/', 'Digit7', {shiftKey: true}))).to.deep.equal(['label-17', 'search']);
    expect(commandsFor(keymap, press('/', 'KeyQ', {ctrlKey: true, altKey: true}))).to.deep.equal(['search']);
  });

  it('lets only commands that say so repeat', () => {
    expect(commandsFor(keymap, press('Enter', 'Enter', {repeat: true}))).to.deep.equal([]);
    expect(commandsFor(keymap, press('+', 'Equal', {repeat: true, shiftKey: true}))).to.deep.equal([
      'zoom-in',
    ]);
  });

  it('keeps only chords that cannot be hit by accident, when asked to', () => {
    expect(commandsFor(keymap, press('1', 'Digit1'), 'modifier')).to.deep.equal([]);
    expect(commandsFor(keymap, press('z', 'KeyZ', {ctrlKey: true}), 'modifier')).to.deep.equal(['undo']);
    expect(commandsFor(keymap, press('Enter', 'Enter'), 'modifier')).to.deep.equal(['submit']);
    expect(commandsFor(keymap, press('Enter', 'Enter'), 'none')).to.deep.equal([]);
  });

  it('never takes what belongs to the browser', () => {
    const greedy: Keymap = [{command: 'x', keys: ['Ctrl+R', 'F5', 'Ctrl+0', 'Ctrl++']}];
    expect(commandsFor(greedy, press('r', 'KeyR', {ctrlKey: true}))).to.deep.equal([]);
    expect(commandsFor(greedy, press('F5', 'F5'))).to.deep.equal([]);
    expect(commandsFor(greedy, press('0', 'Digit0', {metaKey: true}))).to.deep.equal([]);
    expect(commandsFor(greedy, press('+', 'Equal', {ctrlKey: true}))).to.deep.equal([]);
  });

  it('rebinds, and refuses conflicts, reserved keys, unknown commands and nonsense in words', () => {
    const {keymap: changed, problems} = rebind(keymap, {
      fit: 'Q',
      search: 'Ctrl+Z',
      help: 'Ctrl+T',
      dance: 'D',
      redo: 'Banana+Q',
      undo: null,
    });
    expect(problems.map(({code, at}) => `${code} ${at}`)).to.deep.equal([
      'keymap/conflict keymap.search',
      'keymap/reserved keymap.help',
      'keymap/unknown-command keymap.dance',
      'keymap/unreadable keymap.redo',
    ]);
    expect(commandsFor(changed, press('q', 'KeyQ'))).to.deep.equal(['fit']);
    expect(commandsFor(changed, press('z', 'KeyZ', {ctrlKey: true}))).to.deep.equal([]);
    expect(commandsFor(changed, press('/', 'Slash'))).to.deep.equal(['search']);
  });
});
