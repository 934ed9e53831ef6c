import type {Strings} from '../../strings/strings.js';
import {capsOf, type ShortcutRow} from '../shared/shortcut-list.js';
import {keyRow} from '../stage/label-rows.js';

/** The keys of painting that are not one command each. */
export function paintingRows(words: Strings['shortcuts'], hasInstances: boolean): readonly ShortcutRow[] {
  const caps = (chord: string): readonly string[] => capsOf(chord, words.keys);
  return [
    keyRow(words, 'paint-line', caps('Shift'), caps('Alt'), caps('Ctrl')),
    ...(hasInstances ? [keyRow(words, 'cut-line', caps('Alt'))] : []),
    keyRow(words, 'move-cursor', ['↑'], ['↓'], ['←'], ['→']),
  ];
}
