import type {Strings} from '../strings.js';

/** Arabic words for what a worker does with a task besides answering it. */
export const arabicWorkerActWords: Pick<Strings, 'workerActs'> = {
  workerActs: {
    statuses: {declined: 'مرفوض', released: 'معاد'},
    declined: 'مرفوض',
    declinedCount: (count, language) => `رُفض ${count.toLocaleString(language)}`,
    decline: 'رفض العنصر',
    release: 'إعادة العنصر',
    declinedTask: (place, language) => `رُفض العنصر ${place.toLocaleString(language)} ولن يظهر مرة أخرى.`,
    reason: 'السبب، إن أردت ذكره',
    giveReason: 'تسجيل السبب',
    reasonKept: 'سُجّل السبب.',
    takeBack: 'العمل عليه رغم ذلك',
    releasedTask: (place, language) =>
      `أُعيد العنصر ${place.toLocaleString(language)}، وسيظهر من جديد بعد بقية العناصر.`,
    timeReleasedTask: (place, language) =>
      `انتهى وقت العنصر ${place.toLocaleString(language)} فأُعيد. ما أنجزته محفوظ كمسودة، وسيظهر العنصر من جديد بعد بقية العناصر.`,
    backToTask: 'العودة إليه',
    timeSoon: 'بقي أقل من دقيقة لهذا العنصر. لن يضيع شيء.',
    timeSoonReleased: 'بقي أقل من دقيقة لهذا العنصر. بعدها يُعاد، ويبقى ما أنجزته معه كمسودة.',
    moreTime: 'مزيد من الوقت',
    returned: (comment) =>
      comment ? `يرجى إعادة العمل: ${comment}` : 'يطلب صاحب العمل إعادة العمل على هذا العنصر.',
    notInFile: (count, language) => `عناصر تعذّرت قراءتها وليست في الملف: ${count.toLocaleString(language)}.`,
    onlyUnsaved:
      'تعذّرت قراءة مساحة تخزين المتصفح: في الملف ما لم يُحفظ فيها بعد فقط. احتفظ به وأعد المحاولة لاحقًا من أجل الباقي.',
  },
};
