import {plural} from '../plural.js';
import type {Strings} from '../strings.js';
import {apart, counted, number, type Counted} from './grammar.js';

const labelForms: Counted = {
  zero: 'لا وسوم',
  one: 'وسم واحد',
  two: 'وسمان',
  few: 'وسوم',
  many: 'وسمًا',
  other: 'وسم',
};
const labels = (count: number): string => counted('ar', count, labelForms);

/** Arabic words of the steps that make a job. */
export const arabicWizardWords: Pick<Strings, 'wizard'> = {
  wizard: {
    steps: 'الخطوات',
    step: {
      data: 'البيانات',
      task: 'نوع المهمة',
      labels: 'الوسوم',
      instructions: 'التعليمات',
      review: 'المراجعة والإنشاء',
    },
    about: {
      data: 'ما يوسم في هذه المهمة.',
      task: 'ما يُعمل بكل عنصر.',
      labels: 'ما يُختار منه.',
      instructions: 'ما ينبغي معرفته. كل ما هنا اختياري.',
      review: 'ألقِ نظرة أخيرة، ثم ابدأ.',
    },
    stepComplete: 'مكتملة',
    stepFaulty: 'تحتاج إلى انتباه',
    back: 'رجوع',
    next: 'التالي',
    edit: 'تعديل',
    editStep: (step) => `تعديل ${step}`,

    otherData: 'استخدام بيانات أخرى…',
    keepData: 'الإبقاء على هذه البيانات',
    which: 'أي العناصر',
    filters: {
      all: 'كل عنصر',
      unlabelled: 'العناصر التي بلا وسم',
      equals: 'العناصر التي يساوي مفتاحها',
      contains: 'العناصر التي يحتوي مفتاحها على',
    },
    attribute: 'سمة الوسم',
    key: 'المفتاح',
    value: 'القيمة',
    howMany: 'كم منها',
    amounts: {all: 'كلها', first: 'الأولى', sample: 'عينة عشوائية'},
    number: 'عدد العناصر',
    seed: 'البذرة',
    seedHint: 'البذرة نفسها تأخذ العناصر نفسها.',
    newSample: 'عينة أخرى',
    choosing: 'جارٍ اختيار العناصر…',
    chosenOf: (chosen, total) =>
      chosen === total
        ? `كل العناصر (${number(total)}) في المهمة.`
        : `العناصر في المهمة: ${number(chosen)} من ${number(total)}.`,
    noItems: 'لم يبق أي عنصر. اختر غيرها أو خذ عددًا أكبر.',
    noKey: 'اذكر المفتاح الذي تُعتمد قيمته.',
    noAttribute: 'اذكر سمة الوسم المعتمدة.',
    column: 'العمود',
    columnNumber: (at) => `العمود ${number(at)}`,
    columnHolds: 'فيه',
    columnKinds: {source: 'نصوص', 'source-ref': 'عناوين صور'},
    hasHeader: 'الصف الأول يسمّي الأعمدة',
    otherColumns: 'تبقى الأعمدة الأخرى مع كل عنصر.',

    needsPictures: 'تُنجز هذه المهمة على صور، وليس في البيانات صور. اختر مهمة أخرى أو بيانات أخرى.',
    timeLimit: 'حد الوقت بالدقائق',
    noLimit: 'بلا حد',
    badTimeLimit: (most) => `أدخل وقتًا أكبر من صفر ولا يتجاوز ${number(most)} دقيقة، أو اتركه فارغًا.`,
    workers: 'عدد الأشخاص لكل عنصر',
    badWorkers: (most) => `أدخل عددًا صحيحًا من ١ إلى ${number(most)}.`,

    labelNumber: (at) => `الوسم ${number(at)}`,
    addLabel: 'إضافة وسم',
    addLabelHint: 'ألصق هنا قائمة لإضافة عدة وسوم.',
    color: (label) => `لون ${apart(label)}`,
    shortcut: (label) => `مفتاح ${apart(label)}`,
    move: (label) => `نقل ${apart(label)}`,
    moveHelp: 'اسحب، أو اضغط مفاتيح الأسهم.',
    moveUp: (label) => `نقل ${apart(label)} إلى أعلى`,
    moveDown: (label) => `نقل ${apart(label)} إلى أسفل`,
    movedTo: (label, place, all) => `${apart(label)}: ${number(place)} من ${number(all)}`,
    details: (label) => `المزيد عن ${apart(label)}`,
    remove: (label) => `إزالة ${apart(label)}`,
    removed: (label) => `أُزيل ${apart(label)}`,
    description: 'الوصف',
    shortName: 'اسم مختصر',
    pasteList: 'لصق قائمة…',
    pasteHint: 'وسم في كل سطر، أو فواصل بينها، أو JSON.',
    addThese: 'إضافة',
    replaceAll: 'استبدال الكل',
    importLabels: 'استيراد ملف وسوم…',
    imported: (count) => `وسوم أُخذت: ${number(count)}.`,
    labelCount: (count) => (count === 0 ? 'لا وسوم بعد' : labels(count)),
    labelLimit: (most) =>
      `أقصى عدد في Ground Truth لهذه المهمة ${number(most)}، ولكل وسم ${number(256)} حرفًا.`,
    tooManyLabels: (count, most) =>
      `عدد الوسوم ${number(count)}. أقصى عدد في Ground Truth لهذه المهمة ${number(most)}؛ وهذه البوابة تقبلها كلها.`,
    fewerLabels: (fewest) =>
      fewest === 1 ? 'أدخل وسمًا واحدًا على الأقل.' : `أدخل ${number(fewest)} من الوسوم على الأقل.`,
    sameKey: (key, several) =>
      `المفتاح «${apart(key)}» معيّن لعدة وسوم: ${apart(several)}. يحصل عليه أولها فقط.`,

    formatText: 'تنسيق النص',
    editorFailed: 'تعذّر تحميل المحرّر. اكتب نصًا عاديًا، أو أعد المحاولة لاحقًا.',
    pictureTooLarge: (most) => `الصورة أكبر من ${number(most)} ميغابايت. صغّرها أولًا.`,
    removePicture: {good: 'إزالة صورة المثال الجيد', bad: 'إزالة صورة المثال السيئ'},
    badLink: 'هذا ليس عنوانًا. ابدأ بـ https://.',
    format: {
      name: 'التنسيق',
      block: 'نوع الفقرة',
      blocks: ['نص', 'عنوان', 'عنوان فرعي', 'عنوان صغير'],
      bold: 'غامق',
      italic: 'مائل',
      color: 'اللون',
      noColor: 'بلا لون',
      colors: {red: 'أحمر', orange: 'برتقالي', green: 'أخضر', blue: 'أزرق', purple: 'بنفسجي'},
      link: 'رابط',
      address: 'عنوان الرابط',
      setLink: 'وضع الرابط',
      removeLink: 'إزالة الرابط',
      bullets: 'قائمة نقطية',
      numbers: 'قائمة مرقمة',
      picture: 'إدراج صورة',
      undo: 'تراجع',
      redo: 'إعادة',
    },

    nothing: 'لا شيء',
    noQuestion: 'بلا سؤال',
    perItem: (people, minutes) =>
      `${plural('ar', people, {
        zero: 'لا أحد',
        one: 'شخص واحد',
        two: 'شخصان',
        few: `${number(people)} أشخاص`,
        many: `${number(people)} شخصًا`,
        other: `${number(people)} شخص`,
      })} لكل عنصر، ${minutes === '' ? 'بلا حد للوقت' : `${number(Number(minutes))} د لكل منهم`}`,
    instructionParts: {short: 'مختصرة', full: 'كاملة', good: 'مثال جيد', bad: 'مثال سيئ'},

    previewItem: (place, all) => `العنصر ${number(place)} من ${number(all)}`,
    previewBefore: 'معاينة العنصر السابق',
    previewAfter: 'معاينة العنصر التالي',
    json: 'ما يُرسل',
    jsonAnswer: 'الإجابة',
    jsonLine: 'سطر المخرجات',
    jsonNothing: 'سِم العنصر أعلاه لتراه هنا.',
    draftRestored: 'كانت هذه المهمة قيد الإعداد حين غودرت الصفحة. كل شيء كما كان.',
    picturesGone: 'اختر مجلد الصور من جديد: كان أكبر من أن يُحفظ.',
  },
};
