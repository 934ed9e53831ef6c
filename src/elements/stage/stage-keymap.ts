import type {Keymap} from '../../editor/keymap.js';
import {panSteps, viewerKeymap} from '../gt-image-viewer/viewer-keymap.js';
import {labelKeymap} from '../shared/task-keymap.js';

/** Labels, undo and the like. Enter has its meaning in drawing, so it takes Ctrl to submit. */
export const drawingLabelKeymap: Keymap = labelKeymap.map((binding) =>
  binding.command === 'submit' ? {...binding, keys: ['Ctrl+Enter']} : binding,
);

const sides = ['Left', 'Right', 'Up', 'Down'] as const;

/** The arrow keys, with what is held beside them; the command ends in the side. */
export function arrowKeymap(command: string, held = '', ending = ''): Keymap {
  return sides.map((side) => ({
    command: `${command}-${side.toLowerCase()}${ending}`,
    keys: [`${held}Arrow${side}`],
    repeats: true,
  }));
}

/** Arrows move the selection, the crosshair or, with neither, the picture; `move-right-far` is ten times as far. */
export const moveKeymap: Keymap = [
  ...arrowKeymap('move'),
  ...arrowKeymap('move', 'Shift+', '-far'),
  ...arrowKeymap('move', 'Ctrl+', '-farther'),
  {command: 'home', keys: ['Home']},
  {command: 'end', keys: ['End']},
  {command: 'page-up', keys: ['PageUp']},
  {command: 'page-down', keys: ['PageDown']},
];

/** What is seen, as far as every drawing task has it. */
export const stageViewKeymap: Keymap = [
  ...viewerKeymap.filter(({command}) => !(command in panSteps)),
  {command: 'previous-view', keys: ['Shift+Backspace']},
  {command: 'hide-all', keys: ['H']},
  {command: 'hide-label', keys: ['Shift+H']},
];
