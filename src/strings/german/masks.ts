import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

/** German words around masks. */
export const germanMaskWords: Pick<Strings, 'masks' | 'maskTask'> = {
  masks: {
    isReadonly: 'Dieser Eintrag lässt sich gerade nicht ändern.',
    noPicture: 'Das Bild ist noch nicht zu sehen. Warten Sie, bis es da ist.',
    noLabel: 'Es gibt kein Label zum Malen.',
    nothingChanged: 'Da war nichts zu ändern.',
    name: (label, place, language) => `${label} ${place.toLocaleString(language)}`,
    several: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'Bereich', other: 'Bereiche'})}`,
    isPainting: 'Gerade wird ein Strich gemalt. Beenden Sie ihn zuerst.',
    isAllHidden: 'Die Labels sind ausgeblendet. Blenden Sie sie ein, bevor Sie sie ändern.',
    isLocked: (what) => `${what} ist gesperrt. Heben Sie die Sperre auf, um es zu ändern.`,
    isHidden: (what) => `${what} ist ausgeblendet. Blenden Sie es ein, um es zu ändern.`,
    isFull:
      'In diesem Bild ist kein Platz für einen weiteren Bereich. Löschen oder verbinden Sie zuerst einige.',
    nothingToErase:
      'Hier gibt es nichts zu radieren. Beginnen Sie auf dem, was Sie radieren möchten, oder radieren Sie von allem.',
    nothingBehind:
      'Nichts geändert: Hier hat schon alles ein Label, und „dahinter“ malt nur, wo noch keines ist.',
    nothingInside: 'Nichts geändert: „innerhalb“ malt nur über das, was unter dem ersten Druck liegt.',
    nothingFree: 'Nichts geändert. Was gesperrt oder ausgeblendet ist, bleibt, wie es ist.',
    stepPaint: (what) => `${what} malen`,
    stepFill: (what) => `${what} füllen`,
    stepErase: 'radieren',
    painted: (pixels, what) => `${what} gemalt: ${pixels} mehr.`,
    erased: (pixels) => `${pixels} radiert.`,
    vanished: (count, language) =>
      plural(language, count, {
        one: 'Eine Instanz hat kein Pixel mehr und ist weg.',
        other: `${count.toLocaleString(language)} Instanzen haben kein Pixel mehr und sind weg.`,
      }),
    nothingToPick: 'Hier hat nichts ein Label.',
    picked: (what) => `Jetzt wird ${what} gemalt.`,
    pixels: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'Pixel', other: 'Pixel'})}`,
  },

  maskTask: {
    stageRole: 'Zeichenfläche',
  },
};
