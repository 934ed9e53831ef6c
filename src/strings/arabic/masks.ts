import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

/** Arabic words around masks. */
export const arabicMaskWords: Pick<Strings, 'masks' | 'maskTask'> = {
  masks: {
    isReadonly: 'لا يمكن تغيير هذا العنصر الآن.',
    noPicture: 'لم تظهر الصورة بعد. انتظر حتى تظهر.',
    noLabel: 'لا توجد تسمية للتلوين بها.',
    nothingChanged: 'لم يكن هناك ما يتغير.',
    name: (label, place, language) => `${label} ${place.toLocaleString(language)}`,
    several: (count, language) =>
      plural(language, count, {
        one: 'منطقة واحدة',
        two: 'منطقتان',
        few: `${count.toLocaleString(language)} مناطق`,
        other: `${count.toLocaleString(language)} منطقة`,
      }),
    isPainting: 'يجري رسم ضربة فرشاة الآن. أنهها أولًا.',
    isAllHidden: 'التسميات مخفية. أظهرها قبل أن تغيّرها.',
    isLocked: (what) => `${what}: مقفلة. افتح قفلها لتغييرها.`,
    isHidden: (what) => `${what}: مخفية. أظهرها لتغييرها.`,
    isFull: 'لا مكان لمنطقة أخرى في هذه الصورة. احذف بعض المناطق أو ادمجها أولًا.',
    nothingToErase: 'لا شيء هنا لمحوه. ابدأ على ما تريد محوه، أو امحُ من كل شيء.',
    nothingBehind: 'لم يتغير شيء: كل ما هنا له تسمية، و«خلف» يلوّن فقط حيث لا توجد تسمية.',
    nothingInside: 'لم يتغير شيء: «داخل» يلوّن فقط فوق ما تحت الضغطة الأولى.',
    nothingFree: 'لم يتغير شيء. ما هو مقفل أو مخفي يبقى كما هو.',
    stepPaint: (what) => `تلوين ${what}`,
    stepFill: (what) => `ملء ${what}`,
    stepErase: 'محو',
    painted: (pixels, what) => `لُوّن ${what}: ${pixels} إضافية.`,
    erased: (pixels) => `مُحي ${pixels}.`,
    vanished: (count, language) =>
      plural(language, count, {
        one: 'لم يبقَ لأحد العناصر أي بكسل فاختفى.',
        two: 'لم يبقَ لعنصرين أي بكسل فاختفيا.',
        few: `لم يبقَ لـ${count.toLocaleString(language)} عناصر أي بكسل فاختفت.`,
        other: `لم يبقَ لـ${count.toLocaleString(language)} عنصرًا أي بكسل فاختفت.`,
      }),
    nothingToPick: 'لا توجد تسمية هنا.',
    picked: (what) => `يُلوَّن الآن: ${what}.`,
    pixels: (count, language) => `${count.toLocaleString(language)} بكسل`,
  },

  maskTask: {
    stageRole: 'مساحة الرسم',
  },
};
