import type {Keymap} from '../../editor/keymap.js';

/** Keys of the picture. Arrows move the picture like a window over it: the right arrow shows what is further right. */
export const viewerKeymap: Keymap = [
  {command: 'zoom-in', keys: ['+', '='], repeats: true},
  {command: 'zoom-out', keys: ['-'], repeats: true},
  {command: 'fit', keys: ['Z']},
  {command: 'actual-size', keys: ['Shift+Z']},
  {command: 'previous-view', keys: []},
  {command: 'loupe', keys: ['L']},
  {command: 'adjustments', keys: ['J']},
  {command: 'pan-left', keys: ['ArrowLeft'], repeats: true},
  {command: 'pan-right', keys: ['ArrowRight'], repeats: true},
  {command: 'pan-up', keys: ['ArrowUp'], repeats: true},
  {command: 'pan-down', keys: ['ArrowDown'], repeats: true},
  {command: 'pan-left-far', keys: ['Shift+ArrowLeft'], repeats: true},
  {command: 'pan-right-far', keys: ['Shift+ArrowRight'], repeats: true},
  {command: 'pan-up-far', keys: ['Shift+ArrowUp'], repeats: true},
  {command: 'pan-down-far', keys: ['Shift+ArrowDown'], repeats: true},
];

/** How far each arrow command moves the picture, in fractions of the stage. */
export const panSteps: Readonly<Record<string, readonly [number, number]>> = {
  'pan-left': [0.1, 0],
  'pan-right': [-0.1, 0],
  'pan-up': [0, 0.1],
  'pan-down': [0, -0.1],
  'pan-left-far': [0.5, 0],
  'pan-right-far': [-0.5, 0],
  'pan-up-far': [0, 0.5],
  'pan-down-far': [0, -0.5],
};

/**
 * The keys of a picture inside an element with keys of its own: the same commands have the outer element's keys, and
 * a key that the outer element uses for something else, such as a label, is left to it.
 */
export function viewerKeymapWithin(outer: Keymap): Keymap {
  const taken = new Set(outer.flatMap(({keys}) => keys.map((key) => key.toLowerCase())));
  return viewerKeymap.map((own) => {
    const same = outer.find(({command}) => command === own.command);
    return same ?? {...own, keys: own.keys.filter((key) => !taken.has(key.toLowerCase()))};
  });
}
