import type {Strings} from '../strings.js';
import {apart, counted, number, type Counted} from './grammar.js';

const itemForms: Counted = {
  zero: 'لا عناصر',
  one: 'عنصر واحد',
  two: 'عنصران',
  few: 'عناصر',
  many: 'عنصرًا',
  other: 'عنصر',
};
const answerForms: Counted = {
  zero: 'لا إجابات',
  one: 'إجابة واحدة',
  two: 'إجابتان',
  few: 'إجابات',
  many: 'إجابة',
  other: 'إجابة',
};
const items = (count: number): string => counted('ar', count, itemForms);
const answers = (count: number): string => counted('ar', count, answerForms);

/** Arabic words of the portal for several people on a job. */
export const arabicPeopleWords: Pick<Strings, 'people'> = {
  people: {
    you: 'أنت',
    workingAs: (name) => `يعمل الآن: ${apart(name)}`,
    whoWorks: 'من يعمل هنا؟',
    name: 'الاسم',
    addPerson: 'إضافة شخص',
    add: 'إضافة',
    rename: (name) => `تغيير اسم ${apart(name)}`,
    save: 'حفظ',
    close: 'إغلاق',
    standsInAnswers: (id) => `يظهر في الإجابات باسم ${apart(id)}`,
    searchJobs: 'البحث في المهام',
    status: 'الحالة',
    statuses: {
      all: 'الكل',
      'not-started': 'لم تبدأ',
      'in-progress': 'قيد العمل',
      complete: 'مكتملة',
    },
    noJobs: 'لا توجد مهمة تطابق بحثك.',
    declined: (count) => `رُفض ${number(count)}`,
    workers: (title) => `العاملون على ${apart(title)}`,
    doneOf: (done, total) => `${number(done)} من ${number(total)}`,
    deleteLoses: (count, people) =>
      count === 0
        ? 'لم يجب أحد عن شيء فيها بعد. سيُحذف البيان والصور والمسودات والتعليمات من هذا المتصفح.'
        : people > 1
          ? `سيُحذف من هذا المتصفح: ${answers(count)}، عدد أصحابها ${number(people)}، مع البيان والصور والتعليمات. النسخة الاحتياطية تضم كل ذلك.`
          : `سيُحذف من هذا المتصفح: ${answers(count)}، مع البيان والصور والتعليمات. النسخة الاحتياطية تضم كل ذلك.`,
    shareJob: 'مشاركة المهمة',
    shareJobOf: (title) => `مشاركة المهمة ${apart(title)}`,
    shareTitle: (title) => `مشاركة «${apart(title)}»`,
    shareText:
      'يضم ملف المهمة العناصر والصور المحفوظة هنا والتعليمات، ولا يضم عمل أحد. من يفتحه في بوابته يستطيع العمل عليها ثم يرسل إليك ملف عمل.',
    shareAll: 'يعمل الجميع على كل العناصر',
    shareParts: 'يعمل كل شخص على جزء',
    numberOfPeople: 'عدد الأشخاص',
    partSizes: (least, most) =>
      least === most ? `لكل شخص: ${items(most)}` : `لكل شخص: ${number(least)} أو ${items(most)}`,
    downloadJobFiles: (count) => (count === 1 ? 'تنزيل ملف المهمة' : `تنزيل ملفات المهمة (${number(count)})`),
    sendWork: 'إرسال العمل',
    sendWorkOf: (title) => `إرسال العمل على ${apart(title)}`,
    takeTitle: (title) => `من يعمل على «${apart(title)}»؟`,
    takeText: (count) => `المطلوب: ${items(count)}.`,
    somebodyElse: 'شخص آخر',
    broughtWork: (name, title) => `أُضيف عمل ${apart(name)} على «${apart(title)}».`,
    broughtJob: (title) => `أُضيفت المهمة «${apart(title)}».`,
    noJobFor: (jobName) =>
      `هذا عمل على المهمة «${apart(jobName)}» وهي ليست في هذا المتصفح. افتح ملف المهمة أو نسخة احتياطية منها أولًا، ثم هذا الملف من جديد.`,
    sameWorkerId: (name) =>
      `لشخص آخر يعمل على هذه المهمة المعرّف نفسه الذي لـ ${apart(name)}. أُعطي ${apart(name)} معرّفًا خاصًا كي لا تختلط الإجابات.`,
    several: (count) =>
      `عناصر أجاب عنها أكثر من شخص: ${items(count)}. في البيان الإجابة المقبولة، وإلا فالتي أُرسلت آخرًا، وفي ملف zip كل الإجابات.`,
    rejected: (count) => `عناصر خرجت بلا وسم لأن كل إجاباتها رُفضت: ${number(count)}.`,
    changedLines: (count) => `إجابات لم تُدرج لأن في مواضعها من البيان أسطرًا أخرى: ${answers(count)}.`,
    unreadable: (places, count) => `تعذّرت قراءة عناصر وليست في الملف (${items(count)}): ${places}.`,
  },
};
