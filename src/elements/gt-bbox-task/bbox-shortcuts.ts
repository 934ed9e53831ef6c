import type {Strings} from '../../strings/strings.js';
import {capsOf, type ShortcutRow} from '../shared/shortcut-list.js';
import {keyRow} from '../stage/label-rows.js';

/** The keys that make and move boxes and are not one command each. */
export function drawingRows(words: Strings['shortcuts']): readonly ShortcutRow[] {
  const caps = (chord: string): readonly string[] => capsOf(chord, words.keys);
  return [
    keyRow(words, 'draw-square', caps('Shift'), caps('Alt'), caps('Space')),
    keyRow(words, 'nudge', ['↑'], ['↓'], ['←'], ['→']),
    keyRow(words, 'nudge-far', [...caps('Shift'), '→']),
    keyRow(words, 'grow', [...caps('Alt'), '→']),
    keyRow(words, 'shrink', [...caps('Alt'), ...caps('Shift'), '→']),
  ];
}
