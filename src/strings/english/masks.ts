import {plural} from '../plural.js';

/** The words around masks: what happened to them, and what one can do with them. */
export const maskWords = {
  masks: {
    isReadonly: 'This item cannot be changed now.',
    noPicture: 'The picture is not shown yet. Wait until it is.',
    noLabel: 'There is no label to paint with.',
    nothingChanged: 'Nothing was there to change.',
    pixels: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'pixel', other: 'pixels'})}`,
  },

  maskTask: {
    stageRole: 'annotation canvas',
  },
};
