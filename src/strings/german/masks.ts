import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

/** German words around masks. */
export const germanMaskWords: Pick<Strings, 'masks' | 'maskTask'> = {
  masks: {
    isReadonly: 'Dieser Eintrag lässt sich gerade nicht ändern.',
    noPicture: 'Das Bild ist noch nicht zu sehen. Warten Sie, bis es da ist.',
    noLabel: 'Es gibt kein Label zum Malen.',
    nothingChanged: 'Da war nichts zu ändern.',
    pixels: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'Pixel', other: 'Pixel'})}`,
  },

  maskTask: {
    stageRole: 'Zeichenfläche',
  },
};
