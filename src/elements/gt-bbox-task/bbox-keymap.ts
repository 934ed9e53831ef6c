import type {Keymap} from '../../editor/keymap.js';
import {panSteps, viewerKeymap} from '../gt-image-viewer/viewer-keymap.js';
import {labelKeymap} from '../shared/task-keymap.js';

/** Enter has its meaning in drawing, so it takes Ctrl to submit. */
const withLabels: Keymap = labelKeymap.map((binding) =>
  binding.command === 'submit' ? {...binding, keys: ['Ctrl+Enter']} : binding,
);

const tools: Keymap = [
  {command: 'tool-select', keys: ['V']},
  {command: 'tool-box', keys: ['R']},
  {command: 'cursor', keys: ['C']},
  {command: 'press', keys: ['Enter', 'Space']},
  {command: 'escape', keys: ['Escape']},
  {command: 'nothing', keys: ['N']},
  {command: 'repeat-previous', keys: ['Shift+R']},
];

const selection: Keymap = [
  {command: 'next-box', keys: ['.']},
  {command: 'previous-box', keys: [',']},
  {command: 'tab-next', keys: ['Tab']},
  {command: 'tab-previous', keys: ['Shift+Tab']},
  {command: 'delete', keys: ['Delete', 'Backspace']},
  {command: 'select-all', keys: ['Ctrl+A']},
  {command: 'copy', keys: ['Ctrl+C']},
  {command: 'cut', keys: ['Ctrl+X']},
  {command: 'paste', keys: ['Ctrl+V']},
  {command: 'duplicate', keys: ['Ctrl+D']},
  {command: 'lock', keys: ['Shift+L']},
  {command: 'occluded', keys: ['O']},
  {command: 'truncated', keys: ['T']},
  {command: 'home', keys: ['Home']},
  {command: 'end', keys: ['End']},
  {command: 'page-up', keys: ['PageUp']},
  {command: 'page-down', keys: ['PageDown']},
];

const sides = ['Left', 'Right', 'Up', 'Down'] as const;

/** Arrows move the selection, the crosshair or, with neither, the picture; `move-right-far` is ten times as far. */
const arrows: Keymap = sides.flatMap((side) => {
  const key = `Arrow${side}`;
  const name = side.toLowerCase();
  return [
    {command: `move-${name}`, keys: [key], repeats: true},
    {command: `move-${name}-far`, keys: [`Shift+${key}`], repeats: true},
    {command: `move-${name}-farther`, keys: [`Ctrl+${key}`], repeats: true},
    {command: `grow-${name}`, keys: [`Alt+${key}`], repeats: true},
    {command: `shrink-${name}`, keys: [`Alt+Shift+${key}`], repeats: true},
  ];
});

const view: Keymap = [
  ...viewerKeymap.filter(({command}) => !(command in panSteps)),
  {command: 'previous-view', keys: ['Shift+Backspace']},
  {command: 'hide-all', keys: ['H']},
  {command: 'show-tags', keys: ['`']},
  {command: 'hide-label', keys: ['Shift+H']},
  {command: 'guides', keys: ['G']},
];

/** The commands of a bounding box task. */
export const bboxKeymap: Keymap = [...withLabels, ...tools, ...selection, ...arrows, ...view];
