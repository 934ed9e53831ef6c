import type {Problem} from '../../base/result.js';
import {rebind, type Keymap, type KeymapChanges} from '../../editor/keymap.js';
import type {Label} from '../../model/label.js';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Number keys choose the first thirty labels: plain, with Shift, with Alt and Shift. */
const numberKeys: Keymap = ['', 'Shift+', 'Alt+Shift+'].flatMap((prefix, bank) =>
  digits.map((digit, place) => ({command: `label-${bank * 10 + place + 1}`, keys: [`${prefix}${digit}`]})),
);

/** The commands every task with labels has. */
export const labelKeymap: Keymap = [
  ...numberKeys,
  {command: 'label-search', keys: ['/']},
  {command: 'submit', keys: ['Enter', 'Ctrl+Enter']},
  {command: 'undo', keys: ['Ctrl+Z']},
  {command: 'redo', keys: ['Ctrl+Shift+Z', 'Ctrl+Y']},
  {command: 'instructions', keys: ['I']},
  {command: 'shortcuts', keys: ['?']},
];

/** The commands of a task that shows a picture. */
export const pictureKeymap: Keymap = [
  {command: 'zoom-in', keys: ['+', '='], repeats: true},
  {command: 'zoom-out', keys: ['-'], repeats: true},
  {command: 'fit', keys: ['Z']},
  {command: 'actual-size', keys: ['Shift+Z']},
];

/**
 * A keymap with the page's changes and the labels' own keys. A label's key works as the command `label-key-3` (counted
 * from 1). Keys that are taken already are told as problems and not bound.
 */
export function taskKeymap(
  base: Keymap,
  changes: KeymapChanges,
  labels: readonly Label[],
): {readonly keymap: Keymap; readonly problems: readonly Problem[]} {
  const rebound = rebind(base, changes);
  const withOwnKey = labels.flatMap(({shortcut}, index) =>
    shortcut ? [{command: `label-key-${index + 1}`, key: shortcut}] : [],
  );
  if (withOwnKey.length === 0) return rebound;
  const own = rebind(
    [...withOwnKey.map(({command}) => ({command, keys: []})), ...rebound.keymap],
    Object.fromEntries(withOwnKey.map(({command, key}) => [command, key])),
  );
  return {keymap: own.keymap, problems: [...rebound.problems, ...own.problems]};
}
