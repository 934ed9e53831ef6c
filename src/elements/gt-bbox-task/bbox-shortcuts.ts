import type {Strings} from '../../strings/strings.js';
import {capsOf, type ShortcutRow} from '../shared/shortcut-list.js';

type Words = Strings['shortcuts'];

function row({commands}: Words, command: string, ...keys: readonly (readonly string[])[]): ShortcutRow {
  return {name: commands[command] ?? command, keys};
}

/** The keys of labels, as ranges. */
export function labelRows(words: Words, count: number): readonly ShortcutRow[] {
  const caps = (chord: string): readonly string[] => capsOf(chord, words.keys);
  return [
    row(words, 'label-numbers', ['1', '…', '9', '0']),
    ...(count > 10 ? [row(words, 'label-shift-numbers', [...caps('Shift+1'), '…', '0'])] : []),
    ...(count > 20 ? [row(words, 'label-alt-numbers', [...caps('Alt+Shift+1'), '…', '0'])] : []),
  ];
}

/** The keys that make and move boxes and are not one command each. */
export function drawingRows(words: Words): readonly ShortcutRow[] {
  const caps = (chord: string): readonly string[] => capsOf(chord, words.keys);
  return [
    row(words, 'draw-square', caps('Shift'), caps('Alt'), caps('Space')),
    row(words, 'nudge', ['↑'], ['↓'], ['←'], ['→']),
    row(words, 'nudge-far', [...caps('Shift'), '→']),
    row(words, 'grow', [...caps('Alt'), '→']),
    row(words, 'shrink', [...caps('Alt'), ...caps('Shift'), '→']),
  ];
}
