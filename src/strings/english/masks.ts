import {plural} from '../plural.js';

/** The words around masks: what happened to them, and what one can do with them. */
export const maskWords = {
  masks: {
    isReadonly: 'This item cannot be changed now.',
    noPicture: 'The picture is not shown yet. Wait until it is.',
    noLabel: 'There is no label to paint with.',
    nothingChanged: 'Nothing was there to change.',
    name: (label: string, place: number, language: string) => `${label} ${place.toLocaleString(language)}`,
    several: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'region', other: 'regions'})}`,
    isPainting: 'A stroke is being painted. Finish it first.',
    isAllHidden: 'The labels are hidden. Show them before you change them.',
    isLocked: (what: string) => `${what} is locked. Unlock it to change it.`,
    isHidden: (what: string) => `${what} is hidden. Show it to change it.`,
    isFull: 'There is no room for another region in this picture. Delete or merge some first.',
    nothingToErase:
      'There is nothing to erase here. Begin on what you want to erase, or erase from everything.',
    nothingBehind:
      'Nothing changed: here everything is labelled already, and “behind” paints only where nothing is.',
    nothingInside: 'Nothing changed: “inside” paints only over what is under the first press.',
    nothingFree: 'Nothing changed. What is locked or hidden stays as it is.',
    stepPaint: (what: string) => `paint ${what}`,
    stepFill: (what: string) => `fill ${what}`,
    stepErase: 'erase',
    painted: (pixels: string, what: string) => `Painted ${what}: ${pixels} more.`,
    erased: (pixels: string) => `Erased ${pixels}.`,
    vanished: (count: number, language: string) =>
      plural(language, count, {
        one: 'One instance has no pixel left and is gone.',
        other: `${count.toLocaleString(language)} instances have no pixel left and are gone.`,
      }),
    nothingToPick: 'Nothing is labelled here.',
    picked: (what: string) => `Painting ${what} now.`,
    pixels: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'pixel', other: 'pixels'})}`,
  },

  maskTask: {
    stageRole: 'annotation canvas',
  },
};
