import type {Keymap} from '../../editor/keymap.js';
import {arrowKeymap, drawingLabelKeymap, moveKeymap, stageViewKeymap} from '../stage/stage-keymap.js';

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
];

const arrows: Keymap = [
  ...moveKeymap,
  ...arrowKeymap('grow', 'Alt+'),
  ...arrowKeymap('shrink', 'Alt+Shift+'),
];

const view: Keymap = [
  ...stageViewKeymap,
  {command: 'show-tags', keys: ['`']},
  {command: 'guides', keys: ['G']},
];

/** The commands of a bounding box task. */
export const bboxKeymap: Keymap = [...drawingLabelKeymap, ...tools, ...selection, ...arrows, ...view];
