import type {Strings} from '../strings.js';

/** Arabic words around masks. */
export const arabicMaskWords: Pick<Strings, 'masks' | 'maskTask'> = {
  masks: {
    isReadonly: 'لا يمكن تغيير هذا العنصر الآن.',
    noPicture: 'لم تظهر الصورة بعد. انتظر حتى تظهر.',
    noLabel: 'لا توجد تسمية للتلوين بها.',
    nothingChanged: 'لم يكن هناك ما يتغير.',
    pixels: (count, language) => `${count.toLocaleString(language)} بكسل`,
  },

  maskTask: {
    stageRole: 'مساحة الرسم',
  },
};
