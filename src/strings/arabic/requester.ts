import type {Strings} from '../strings.js';
import {apart, counted, number, type Counted} from './grammar.js';

const objectForms: Counted = {
  zero: 'لا عناصر',
  one: 'عنصر واحد',
  two: 'عنصران',
  few: 'عناصر',
  many: 'عنصرًا',
  other: 'عنصر',
};
const objects = (count: number): string => counted('ar', count, objectForms);

/** Arabic words of the requester's side of the portal. */
export const arabicRequesterWords: Pick<Strings, 'requester'> = {
  requester: {
    open: 'مراجعة العمل',
    openOf: (title) => `مراجعة العمل على ${apart(title)}`,
    views: {review: 'المراجعة', batches: 'الدفعات', numbers: 'الأرقام'},
    viewsOf: 'ما يُعرض',
    reading: (count) => `تُقرأ الإجابات… ${number(count)}`,
    failed: (why) => `تعذّر ذلك: ${apart(why)}`,
    filters: {all: 'الكل', 'to-review': 'للمراجعة', accepted: 'مقبولة', rejected: 'مرفوضة'},
    state: 'الحالة',
    worker: 'العامل',
    everybody: 'الجميع',
    label: 'الوسم',
    anyLabel: 'أي وسم',
    none: 'لا شيء يُعرض هنا.',
    allReviewed: 'رُوجع كل شيء.',
    noAnswers: 'لم يرسل أحد شيئًا بعد.',
    place: (place, total) => `العنصر ${number(place)} من ${number(total)}`,
    left: (count) => `للمراجعة: ${number(count)}`,
    previous: 'العنصر السابق',
    next: 'العنصر التالي',
    answers: 'الإجابات',
    counts: 'المعتمدة',
    accept: 'قبول',
    reject: 'رفض',
    adjust: 'تصحيح',
    undo: 'تراجع',
    comment: 'ملاحظة للعامل',
    commentHint: 'ما الذي ينبغي أن يتغير؟',
    rejectWithComment: 'مفتاح Enter يرفض مع هذه الملاحظة.',
    submitted: 'وقت الإرسال',
    took: 'المدة',
    labels: 'الوسوم',
    seconds: (seconds) =>
      seconds < 60
        ? `${seconds.toLocaleString('ar', {maximumFractionDigits: 1})} ث`
        : `${number(Math.floor(seconds / 60))} د ${number(Math.round(seconds % 60))} ث`,
    by: (name) => `من ${apart(name)}`,
    told: {accepted: 'قُبلت.', rejected: 'رُفضت.', withdrawn: 'أُلغي القرار.', adjusted: 'صُحّحت.'},
    adjusting: 'صحّح الإجابة ثم أرسلها. تبقى إجابة العامل كما هي.',
    cancelAdjust: 'تركها كما كانت',
    sendBack: (count) => `إعادة ${objects(count)}`,
    sendBackText: 'ملف عمل فيه العناصر المرفوضة وملاحظاتك، لمن يعملون على أجهزة أخرى.',
    lineGone: 'تعذّرت قراءة سطر هذا العنصر.',
    batchSize: 'عناصر كل دفعة',
    batch: (count) => `الدفعة ${number(count)}`,
    objectsFromTo: (first, last) => `العناصر ${number(first)}–${number(last)}`,
    states: {
      received: 'وصلت',
      'in-progress': 'قيد العمل',
      'in-review': 'قيد المراجعة',
      accepted: 'مقبولة',
    },
    batchCounts: (accepted, toReview, rejected, open) =>
      [
        accepted > 0 && `مقبولة: ${number(accepted)}`,
        toReview > 0 && `للمراجعة: ${number(toReview)}`,
        rejected > 0 && `مرفوضة: ${number(rejected)}`,
        open > 0 && `باقية: ${number(open)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    progressOf: (batch) => `تقدّم الدفعة ${number(batch)}`,
    acceptBatch: 'قبول الدفعة',
    acceptBatchOf: (batch) => `قبول الدفعة ${number(batch)}`,
    share: 'مشاركة',
    shareOf: (batch) => `مشاركة الدفعة ${number(batch)}`,
    answered: 'الإجابات',
    acceptance: 'المقبول مما رُوجع',
    median: 'المدة المعتادة',
    workers: 'العاملون',
    perDay: 'الإجابات في اليوم',
    times: 'مدة كل عنصر',
    labelsChart: 'الوسوم',
    showTable: 'عرض كجدول',
    day: 'اليوم',
    count: 'العدد',
    time: 'المدة',
    timeFrom: (from, to) =>
      Number.isFinite(to) ? `${number(from)}–${number(to)} ث` : `أكثر من ${number(from)} ث`,
    others: 'غيرها',
    rejectedCount: 'مرفوضة',
    acceptedCount: 'مقبولة',
    downloadNumbers: 'تنزيل الأرقام (CSV)',
    follow: 'عمل جديد من هذا',
    followTitle: (title) => `${apart(title)}، بعد التصحيح`,
    unknown: '–',
  },
};
