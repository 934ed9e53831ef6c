import type {Strings} from '../../strings/strings.js';
import {capsOf, type ShortcutRow} from '../shared/shortcut-list.js';

type Words = Strings['shortcuts'];

/** A line of the shortcuts page for keys that are not one command. */
export function keyRow(
  {commands}: Words,
  command: string,
  ...keys: readonly (readonly string[])[]
): ShortcutRow {
  return {name: commands[command] ?? command, keys};
}

/** The keys of labels, as ranges. */
export function labelRows(words: Words, count: number): readonly ShortcutRow[] {
  const caps = (chord: string): readonly string[] => capsOf(chord, words.keys);
  return [
    keyRow(words, 'label-numbers', ['1', '…', '9', '0']),
    ...(count > 10 ? [keyRow(words, 'label-shift-numbers', [...caps('Shift+1'), '…', '0'])] : []),
    ...(count > 20 ? [keyRow(words, 'label-alt-numbers', [...caps('Alt+Shift+1'), '…', '0'])] : []),
  ];
}
