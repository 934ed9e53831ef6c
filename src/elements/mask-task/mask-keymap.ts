import type {MaskToolName} from '../../editor/mask-board.js';
import type {Keymap} from '../../editor/keymap.js';
import {drawingLabelKeymap, moveKeymap, stageViewKeymap} from '../stage/stage-keymap.js';

const toolKeys: Readonly<Record<MaskToolName, string>> = {
  select: 'V',
  brush: 'B',
  eraser: 'E',
  shape: 'Q',
  bucket: 'F',
  wand: 'W',
  superpixels: 'S',
  segment: 'A',
};

/** All tools, in the order of the bar. */
export const allTools = Object.keys(toolKeys) as readonly MaskToolName[];

const painting: Keymap = [
  {command: 'swap', keys: ['X']},
  {command: 'smaller', keys: ['['], repeats: true},
  {command: 'larger', keys: [']'], repeats: true},
  {command: 'size-on-screen', keys: ['Shift+B']},
  {command: 'shape-kind', keys: ['Shift+Q']},
  {command: 'mode', keys: ['M']},
  {command: 'cursor', keys: ['C']},
  {command: 'press', keys: ['Enter']},
  {command: 'click', keys: ['Space']},
  {command: 'subtract', keys: ['Alt+Enter']},
  {command: 'escape', keys: ['Escape']},
  {command: 'nothing', keys: ['N']},
  {command: 'next-unlabelled', keys: ['U']},
  {command: 'next-smallest', keys: ['Shift+U']},
];

const selection: Keymap = [
  {command: 'next-region', keys: ['.']},
  {command: 'previous-region', keys: [',']},
  {command: 'tab-next', keys: ['Tab']},
  {command: 'tab-previous', keys: ['Shift+Tab']},
  {command: 'delete', keys: ['Delete', 'Backspace']},
  {command: 'select-all', keys: ['Ctrl+A']},
  {command: 'lock-label', keys: ['Shift+L']},
];

const view: Keymap = [...stageViewKeymap, {command: 'compare', keys: ['Y']}];

/** The commands of a segmentation task that offers those tools. Letters of other tools do nothing. */
export function maskKeymap(tools: readonly MaskToolName[], hasInstances: boolean): Keymap {
  return [
    ...drawingLabelKeymap,
    ...tools.map((tool) => ({command: `tool-${tool}`, keys: [toolKeys[tool]]})),
    ...painting,
    ...selection,
    ...(hasInstances
      ? [
          {command: 'merge', keys: ['Shift+M']},
          {command: 'cut', keys: ['K']},
          {command: 'new-instance', keys: []},
        ]
      : []),
    ...moveKeymap,
    ...view,
  ];
}
