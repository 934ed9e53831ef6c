import {plural} from './plural.js';
import type {Strings} from './strings.js';

/** Text from elsewhere, such as an English label, which must not pull its neighbours into its own direction. */
const apart = (text: string): string => `\u2068${text}\u2069`;

/** A number as Arabic writes it, for words that are not told which Arabic it is. */
const number = (value: number): string => value.toLocaleString('ar');

interface Counted {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** Nouns that follow the number: 3–10, 11–99, 100 and the like. */
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** A number and its noun. One and two are said by the noun alone. */
function counted(language: string, count: number, {zero, one, two, few, many, other}: Counted): string {
  const digits = count.toLocaleString(language);
  return plural(language, count, {
    zero,
    one,
    two,
    few: `${digits} ${few}`,
    many: `${digits} ${many}`,
    other: `${digits} ${other}`,
  });
}

const labels: Counted = {
  zero: 'لا وسوم',
  one: 'وسم واحد',
  two: 'وسمان',
  few: 'وسوم',
  many: 'وسمًا',
  other: 'وسم',
};
/** After a verbal noun or a preposition. */
const ofLabels: Counted = {...labels, zero: 'صفر وسم', two: 'وسمين'};
const items: Counted = {
  zero: 'لا عناصر',
  one: 'عنصر واحد',
  two: 'عنصران',
  few: 'عناصر',
  many: 'عنصرًا',
  other: 'عنصر',
};
const answers: Counted = {
  zero: 'لا إجابات',
  one: 'إجابة واحدة',
  two: 'إجابتان',
  few: 'إجابات',
  many: 'إجابة',
  other: 'إجابة',
};
const linesAsObject: Counted = {
  zero: 'صفر سطر',
  one: 'سطرًا واحدًا',
  two: 'سطرين',
  few: 'أسطر',
  many: 'سطرًا',
  other: 'سطر',
};

/** Modern Standard Arabic: verbal nouns on controls, the plain imperative in sentences. */
export const ar: Strings = {
  direction: 'rtl',

  labels: {
    legend: 'الوسوم',
    search: 'البحث في الوسوم',
    recent: 'الأحدث',
    nothingRecent: 'لا شيء بعد',
    selectNone: 'إلغاء التحديد',
    none: 'لا توجد وسوم للاختيار منها.',
    noMatch: (query) => `لا يوجد وسم يطابق «${apart(query)}».`,
    chosenCount: (chosen, all, language) =>
      `اختير ${chosen.toLocaleString(language)} من ${all.toLocaleString(language)}`,
    foundOf: (found, all, language) =>
      `${found.toLocaleString(language)} من ${all.toLocaleString(language)} من الوسوم`,
    found: (count, language) => `نتائج البحث: ${counted(language, count, labels)}`,
    matchPlace: (label, place, count) => `${apart(label)}، ${number(place)} من ${number(count)}`,
  },

  task: {
    question: {
      classification: 'اختر الوسم الأنسب.',
      'multi-label': 'اختر كل الوسوم المناسبة.',
      bbox: 'ارسم مربعًا حول كل شيء.',
    },
    picture: 'الصورة المطلوب وسمها',
    text: 'النص المطلوب وسمه',
    nothingToShow: 'لا يوجد ما يمكن وسمه بعد.',
    submit: 'إرسال',
    submitted: 'أُرسل',
    undo: 'تراجع',
    redo: 'إعادة',
    undoStep: (step) => `تراجع عن: ${apart(step)}`,
    redoStep: (step) => `إعادة: ${apart(step)}`,
    undone: (step) => `تم التراجع عن: ${apart(step)}`,
    redone: (step) => `تمت إعادة: ${apart(step)}`,
    nothingToUndo: 'لا يوجد ما يمكن التراجع عنه',
    nothingToRedo: 'لا يوجد ما يمكن إعادته',
    instructions: 'التعليمات',
    shortcuts: 'الاختصارات',
    problems: (count, language) =>
      `قبل الإرسال يجب تصحيح ${counted(language, count, {
        zero: 'لا شيء',
        one: 'أمر واحد',
        two: 'أمرين',
        few: 'أمور',
        many: 'أمرًا',
        other: 'أمر',
      })}`,
    goTo: 'إظهار الموضع',
    dismiss: 'إخفاء',
    required: 'اختر وسمًا قبل الإرسال.',
    stepChoose: (label) => `اختيار ${apart(label)}`,
    stepClear: (label) => `إلغاء اختيار ${apart(label)}`,
    stepChooseSeveral: (count) => `اختيار ${counted('ar', count, ofLabels)}`,
    stepClearSeveral: (count) => `إلغاء اختيار ${counted('ar', count, ofLabels)}`,
    stepComment: 'تعديل التعليق',
    chosen: (label) => `تم اختيار ${apart(label)}`,
    chosenOf: (chosen, all) =>
      `اختير ${number(chosen.length)} من ${number(all)}${chosen.length === 0 ? '' : `: ${chosen.map(apart).join('، ')}`}`,
    cleared: (count) => `أُلغي اختيار ${counted('ar', count, ofLabels)}`,
    tooMany: (max, language) =>
      `لا يمكن اختيار أكثر من ${counted(language, max, ofLabels)}. ألغِ اختيار أحدها أولًا.`,
    addComment: 'إضافة تعليق',
    comment: 'تعليق',
    commentPlaceholder: 'ما الذي ينبغي أن يعرفه صاحب الطلب؟',
  },

  instructions: {
    title: 'التعليمات',
    open: 'إظهار التعليمات',
    close: 'إخفاء التعليمات',
    changed: 'تغيّرت',
    full: 'عرض التعليمات الكاملة',
    fullTitle: 'التعليمات الكاملة',
    good: 'مثال جيد',
    bad: 'مثال سيئ',
    enlarge: 'تكبير الصورة',
    shrink: 'إعادة الصورة إلى حجمها الصغير',
    closeDialog: 'إغلاق',
  },

  shortcuts: {
    title: 'الاختصارات',
    none: 'الاختصارات متوقفة.',
    help: 'تعمل الاختصارات ما دام التركيز داخل المهمة.',
    labels: 'الوسوم',
    work: 'العمل',
    view: 'الصورة',
    or: 'أو',
    keys: {
      control: 'Ctrl',
      alt: 'Alt',
      escape: 'Esc',
      space: 'المسافة',
      pageUp: 'Page Up',
      pageDown: 'Page Down',
    },
    commands: {
      'label-numbers': 'الوسوم 1–10',
      'label-shift-numbers': 'الوسوم 11–20',
      'label-alt-numbers': 'الوسوم 21–30',
      'label-two-digits': 'رقمان متتاليان بسرعة: الوسوم ذات الأرقام الأطول',
      'label-move': 'الوسم التالي والسابق',
      'label-toggle': 'اختيار الوسم الحالي أو إلغاء اختياره',
      'label-all': 'اختيار كل الوسوم',
      'label-search': 'البحث في الوسوم',
      'label-exclusion': 'لا شيء من الوسوم',
      submit: 'إرسال',
      undo: 'تراجع',
      redo: 'إعادة',
      comment: 'كتابة تعليق',
      instructions: 'إظهار التعليمات أو إخفاؤها',
      shortcuts: 'إظهار هذه الاختصارات',
      'zoom-in': 'تكبير',
      'zoom-out': 'تصغير',
      fit: 'ملاءمة الصورة',
      'actual-size': 'بكسل من الصورة لكل بكسل من الشاشة',
    },
  },

  viewer: {
    picture: 'صورة',
    role: 'عارض صور',
    keys: 'زائد وناقص للتكبير والتصغير، وZ للملاءمة، وShift+Z للحجم الفعلي، ومفاتيح الأسهم لتحريك الصورة.',
    toolbar: 'العرض',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fit: 'ملاءمة الصورة',
    move: 'تحريك',
    actualSize: 'الحجم الفعلي',
    zoomLevel: (percent) => `${percent}، عرض الحجم الفعلي`,
    zoomed: (percent) => `التكبير ${percent}`,
    adjust: 'ضبط الصورة',
    brightness: 'السطوع',
    contrast: 'التباين',
    invert: 'عكس الألوان',
    keep: 'الإبقاء عليه للصور التالية',
    reset: 'إعادة الضبط',
    displayOnly: 'يغيّر ما تراه، لا البيانات.',
    loading: 'جارٍ تحميل الصورة…',
    empty: 'لا توجد صورة لعرضها',
    wheelHint: (key) => `انقر الصورة أو اضغط ${apart(key)} مطولًا للتكبير والتصغير`,
    retry: 'إعادة المحاولة',
    skip: 'تخطٍّ',
    copy: 'نسخ',
    copied: 'تم النسخ',
    technical: 'تفاصيل لصاحب البيانات',
    dismiss: 'إخفاء',
  },

  media: {
    notShown: 'تعذّر عرض الصورة',
    titles: {
      'media/unreachable': 'تعذّر الوصول إلى الصورة',
      'media/blocked': 'لا يسمح الخادم لهذه الصفحة بقراءة الصورة',
      'media/refused': 'رُفض الوصول إلى الصورة',
      'media/expired': 'انتهت صلاحية رابط الصورة',
      'media/not-found': 'الصورة غير موجودة',
      'media/server-error': 'خادم الصور به مشكلة',
      'media/cut-off': 'لم تصل الصورة كاملة',
      'media/timeout': 'تستغرق الصورة وقتًا أطول من اللازم',
      'media/empty': 'ملف الصورة فارغ',
      'media/not-an-image': 'هذه ليست صورة',
      'media/damaged': 'ملف الصورة تالف',
      'media/too-large': 'الصورة كبيرة جدًا',
      'media/mixed-content': 'يحظر المتصفح هذه الصورة',
      'media/unsupported-address': 'هذا النوع من العناوين غير مدعوم',
      'media/outside-base': 'هذا العنوان يقود إلى خارج مجلده',
      'media/no-address': 'لا يوجد عنوان للصورة',
      'media/no-resolver': 'الصورة في Amazon S3',
      'media/resolver-failed': 'لم يُعثر على الصورة',
      'media/no-cors': 'الصورة معروضة، لكن لا يحق لهذه الصفحة قراءة بكسلاتها',
      'media/truncated': 'قد يكون جزء من هذه الصورة مفقودًا',
      'media/animated': 'يُعرض الإطار الأول فقط',
    },
  },

  portal: {
    jobs: 'المهام',
    yourData: 'وسم بياناتك',
    samples: 'تجربة مهمة نموذجية',
    privacy: 'يبقى كل شيء في هذا المتصفح: لا يُرفع أي شيء.',
    reading: 'جارٍ القراءة…',
    dropHere: 'أفلت هنا ملف بيان أو مجلد صور',
    dropHint:
      'ملف بيان من Ground Truth (بصيغة JSON Lines)، وحده أو مع صوره؛ أو صور أو ملف ‎.txt أو ‎.csv يُصنع منها ملف بيان.',
    openManifest: 'فتح ملف بيان…',
    openFolder: 'فتح مجلد…',
    openAddress: 'فتح',
    manifestAddress: 'عنوان ملف بيان',
    manifestAddressExample: 'https://example.com/input.manifest',
    items: (count) => counted('ar', count, items),
    doneOf: (done, total) => `أُنجز ${number(done)} من ${number(total)}`,
    skipped: (count) => `تُخطّي ${number(count)}`,
    progressOf: (title) => `تقدّم ${apart(title)}`,
    startWorking: 'بدء العمل',
    resume: 'استئناف',
    review: 'مراجعة',
    exportManifest: 'تصدير بيان المخرجات',
    exportManifestOf: (title) => `تصدير بيان مخرجات ${apart(title)}`,
    exportJob: 'تصدير المهمة بصيغة zip',
    exportJobOf: (title) => `تصدير ${apart(title)} بصيغة zip`,
    deleteJob: 'حذف المهمة',
    deleteJobOf: (title) => `حذف ${apart(title)}`,
    deleteQuestion: (title) => `هل تريد حذف «${apart(title)}»؟`,
    deleteWarning: (done) =>
      done === 0
        ? 'لم يوسم أي شيء بعد.'
        : `سيُحذف من هذا المتصفح: ${counted('ar', done, answers)}. صدّر عملك أولًا إن كنت تحتاج إليه.`,
    cancel: 'إلغاء',
    delete: 'حذف',
    back: 'المهام',
    newJob: 'مهمة جديدة',
    title: 'العنوان',
    taskType: 'نوع المهمة',
    taskTypes: {
      classification: {name: 'وسم واحد', description: 'وسم واحد لكل عنصر'},
      'multi-label': {name: 'عدة وسوم', description: 'كل الوسوم المناسبة'},
      bbox: {name: 'مربعات', description: 'مربع حول كل شيء'},
    },
    question: 'السؤال',
    questionExample: 'ماذا تُظهر الصورة؟',
    labels: 'الوسوم',
    labelsHint: (count) => (count === 0 ? 'وسم في كل سطر' : `${number(count)}، وسم في كل سطر`),
    labelsExample: 'قطة\nكلب\nلا هذا ولا ذاك',
    fewerLabels: (fewest) =>
      fewest === 1 ? 'أدخل وسمًا واحدًا على الأقل.' : `أدخل ${fewest} من الوسوم على الأقل، كلًا منها في سطر.`,
    optional: 'اختياري',
    exclusion: 'خيار «لا شيء منها»',
    exclusionExample: 'لا شيء مما سبق',
    foundLabels: (attribute, lines) =>
      `السمة «${apart(attribute)}» تسم ${counted('ar', lines, linesAsObject)} بالفعل.`,
    continueLabels: 'تعديل هذه الوسوم',
    copyLabels: 'استخدام قائمة وسومها',
    pictures: 'أين الصور؟',
    picturesWhy: 'يذكر ملف البيان مواضع لا يستطيع المتصفح فتحها، مثل',
    chooseFolder: 'اختيار مجلد…',
    baseUrl: 'العنوان الأساسي للصور',
    baseUrlExample: 'https://cdn.example.com/{bucket}/',
    picturesFound: (found, total) => `عُثر على ${number(found)} من ${number(total)} من الصور`,
    picturesMissing: (reference) => `لم يُعثر مثلًا على: ${apart(reference)}`,
    picturesAmbiguous: (reference, paths) => `${apart(reference)} يطابق عدة ملفات: ${apart(paths)}`,
    instructions: 'التعليمات',
    shortInstructions: 'مختصرة، ظاهرة دائمًا',
    fullInstructions: 'كاملة، عند الطلب',
    examplePicture: {good: 'صورة لمثال جيد', bad: 'صورة لمثال سيئ'},
    exampleCaption: {good: 'مثال جيد', bad: 'مثال سيئ'},
    output: 'المخرجات',
    jobName: 'اسم المهمة',
    labelAttributeName: 'اسم سمة الوسم',
    preview: 'كما تظهر لمن يقوم بالوسم',
    previewName: 'معاينة',
    loadFailed: (address, why) => `تعذّر تحميل «${apart(address)}»: ${apart(why)}`,
    failed: (why) => `لم ينجح ذلك: ${apart(why)}`,
    goOn: 'متابعة',
    goOnWithout: 'متابعة دون صور',
    picturesNotKept: 'هذه الصور أكبر من أن تُحفظ في هذا المتصفح. اختر مجلدها من جديد عندما تعود.',
    welcome: 'وسم البيانات في المتصفح',
    welcomeText:
      'افتح ملف بيان من Ground Truth، وضع الوسوم على الصور والنصوص، واحصل على بيان مخرجات بصيغة Ground Truth. أغلق المتصفح متى شئت: ستتابع من حيث توقفت.',
    textSample: 'خُصم مني ثمن الطلب 20417 مرتين. أرجو إعادة أحد المبلغين.',
    manifestGone: 'لم يعد ملف البيان محفوظًا في المتصفح. افتح ملف البيان من جديد باسم المهمة نفسه.',
    jobGone: 'هذه المهمة غير موجودة في هذا المتصفح، أو لم تعد موجودة. ارجع إلى قائمة المهام.',
    picturesAgain: 'أين الصور؟',
    storageOff:
      'لا يسمح هذا المتصفح للصفحة بحفظ البيانات: تنتهي المهام بإغلاق علامة التبويب هذه. صدّر عملك قبل أن تغادر.',
    working: 'المهمة',
  },

  session: {
    bar: 'المهمة',
    previous: 'السابق',
    next: 'التالي',
    skip: 'تخطٍّ',
    submit: 'إرسال',
    stop: 'التوقف والمتابعة لاحقًا',
    position: (place, total, language) =>
      `${place.toLocaleString(language)} من ${total.toLocaleString(language)}`,
    positionSoFar: (place, language) => `${place.toLocaleString(language)} من …`,
    goTo: 'الانتقال إلى عنصر',
    goToNumber: 'رقم العنصر',
    items: 'العناصر',
    all: 'الكل',
    untouched: 'للإنجاز',
    done: 'منجز',
    skipped: 'متخطّى',
    statuses: {untouched: 'للإنجاز', draft: 'مسودة', submitted: 'منجز', changed: 'معدّل', skipped: 'متخطّى'},
    noItems: 'لا توجد عناصر هنا.',
    notReadable: 'تعذّرت قراءته',
    progress: 'التقدّم',
    progressText: (done, skipped, total, language) => {
      const local = (value: number) => value.toLocaleString(language);
      return `أُنجز ${local(done)} وتُخطّي ${local(skipped)} من ${local(total)}`;
    },
    doneCount: (done, language) => `أُنجز ${done.toLocaleString(language)}`,
    skippedCount: (skipped, language) => `تُخطّي ${skipped.toLocaleString(language)}`,
    resubmitCount: (count, language) => `عُدّل ولم يُرسل من جديد: ${count.toLocaleString(language)}`,
    saved: 'محفوظ',
    savedAt: (time) => `حُفظ في ${time}`,
    autosave: 'يُحفظ أثناء العمل',
    saving: 'جارٍ الحفظ…',
    notSaved: 'غير محفوظ',
    tabOnly: 'في علامة التبويب هذه فقط',
    readOnly: 'للقراءة فقط',
    updateNeeded: 'يلزم التحديث',
    reasons: {
      full: 'امتلأت مساحة تخزين هذا الموقع في المتصفح. عملك محفوظ في علامة التبويب هذه: أفرغ بعض المساحة أو صدّر عملك، ولا تغلق علامة التبويب.',
      disk: 'لا يستطيع المتصفح الكتابة على القرص. عملك محفوظ في علامة التبويب هذه: صدّره قبل أن تغلقها.',
      denied:
        'لا يسمح المتصفح لهذه الصفحة بحفظ أي شيء هنا، كما في الصفحات الخاصة أو المضمّنة. ينتهي عملك بإغلاق علامة التبويب هذه: صدّره قبل أن تغلقها.',
      missing:
        'ليس في هذا المتصفح مساحة تخزين للصفحات. ينتهي عملك بإغلاق علامة التبويب هذه: صدّره قبل أن تغلقها.',
      blocked:
        'تستخدم علامة تبويب أخرى إصدارًا أقدم من مساحة التخزين. أغلق علامات التبويب الأخرى لهذا الموقع؛ وحتى ذلك الحين يبقى عملك في علامة التبويب هذه فقط.',
      newer: 'يوجد إصدار أحدث من هذه الصفحة مفتوح في مكان آخر.',
      gone: 'انقطع الاتصال بمساحة تخزين المتصفح. عملك باقٍ في علامة التبويب هذه وسيُحفظ من جديد في أقرب وقت ممكن.',
      damaged: 'مساحة تخزين المتصفح تالفة. عملك باقٍ في علامة التبويب هذه: صدّره قبل أن تغلق علامة التبويب.',
      'bad-data': 'تعذّر حفظ هذه الإجابة. صدّر عملك وأبلغ المسؤول عن هذه الصفحة.',
      'other-tab':
        'تغيّر هذا العنصر في علامة تبويب أخرى. لم يُستبدل أي شيء: تولَّ العمل هنا للإبقاء على ما تراه.',
    },
    readOnlyText: 'هذه المهمة مفتوحة في علامة تبويب أخرى. يمكنك التصفح هنا والعمل هناك.',
    takeOver: 'تولّي العمل هنا',
    updateText:
      'يوجد إصدار أحدث من هذه الصفحة مفتوح في علامة تبويب أخرى. أعد تحميل هذه الصفحة للمتابعة؛ وصدّر عملك أولًا إذا ظهر أن شيئًا غير محفوظ.',
    reload: 'إعادة التحميل',
    tryAgain: 'إعادة المحاولة',
    exportManifest: 'تصدير البيان',
    exportJob: 'تصدير المهمة (zip)',
    exportFailed: (why) => `لم ينجح التصدير: ${apart(why)}`,
    restored: (time) => `استُعيد في ${time}`,
    startOver: 'البدء من جديد',
    startedOver: 'بدأت من جديد',
    bringBack: 'استرجاع',
    dismiss: 'إخفاء',
    lossAnswers: (count, date, language) =>
      `إجابات مفقودة محفوظة بتاريخ ${date}: ${counted(language, count, answers)}. محا المتصفح مساحة تخزينه أو أتلفها. إن كنت قد صدّرت عملك قبل ذلك فهي ما زالت في ذلك الملف.`,
    lossDrafts: (date) => `العمل غير المكتمل بتاريخ ${date} مفقود: محا المتصفح مساحة تخزينه أو أتلفها.`,
    overwritesLabel: (key) => `الوسم «${apart(key)}» موجود في هذا السطر بالفعل؛ ستحل إجابتك محله.`,
    overwritesValue: (key) => `«${apart(key)}» موجود في هذا السطر بالفعل وليس وسمًا؛ ستحل إجابتك محله.`,
    changedLine: 'ليس هذا السطر من البيان هو السطر الذي وُسم من قبل. الإجابة السابقة محفوظة ولا تُستخدم.',
    badLine: (line, language) => `لا يمكن وسم السطر ${line.toLocaleString(language)}`,
    badLineText: 'يبقى كما هو في المخرجات ويُحسب متخطّى. ولا تتأثر الأسطر الأخرى.',
    goOn: 'متابعة',
    complete: 'اكتمل كل شيء',
    completeText: (total, language) =>
      `${plural(language, total, {
        one: 'اكتمل العنصر',
        two: 'اكتمل العنصران',
        other: 'اكتملت كل العناصر',
      })}. المخرجات جاهزة للتصدير.`,
    changedCount: (count, language) =>
      `إجابات لم تُدرج في المخرجات لأن في مواضعها من البيان أسطرًا أخرى الآن: ${counted(language, count, answers)}.`,
    badCount: (count, language) =>
      `أسطر تعذّرت قراءتها وتبقى كما في المدخلات: ${counted(language, count, {
        zero: 'لا أسطر',
        one: 'سطر واحد',
        two: 'سطران',
        few: 'أسطر',
        many: 'سطرًا',
        other: 'سطر',
      })}.`,
    review: 'المراجعة من البداية',
    reviewSkipped: 'مراجعة العناصر المتخطّاة',
    opening: 'جارٍ الفتح…',
    noTask:
      'لا يوجد عنصر مهمة هنا. ضع واحدًا داخل \u2066<gt-session>\u2069، مثل \u2066<gt-classification-task>\u2069.',
    noManifest: 'لا يوجد ملف بيان للعمل عليه.',
    cannotOpen: 'تعذّر فتح ملف البيان',
    timeLeft: (time) => `بقي ${time}`,
    timeOver: 'انتهى الوقت',
    timeOverText: 'انقضى الوقت المخصص لهذا العنصر. عملك محفوظ؛ أرسله عندما يكون جاهزًا.',
  },
};
