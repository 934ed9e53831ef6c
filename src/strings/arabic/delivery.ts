import type {Strings} from '../strings.js';
import {apart, counted, number, type Counted} from './grammar.js';

const answerForms: Counted = {
  zero: 'لا إجابات',
  one: 'إجابة واحدة',
  two: 'إجابتان',
  few: 'إجابات',
  many: 'إجابة',
  other: 'إجابة',
};
const answers = (count: number): string => counted('ar', count, answerForms);

/** Arabic words of the portal for answers that are sent somewhere. */
export const arabicDeliveryWords: Pick<Strings, 'delivery' | 'update'> = {
  delivery: {
    whereResultsGo: 'إلى أين تذهب النتائج',
    stayHere: 'تبقى عند من يعمل، وتُنقل على هيئة ملفات',
    sent: 'تُرسل إلى عنوان',
    address: 'عنوان النتائج',
    addressExample: 'https://example.com/nataij/',
    addressHelp:
      'توضع كل إجابة هناك فور إرسالها ومتى عاد الاتصال بالشبكة. يُخبَر من يعمل بالعنوان ويوافق عليه أولًا.',
    badAddress:
      'لا يمكن إرسال النتائج إلى هناك. استخدم عنوان https بلا اسم ولا كلمة مرور، ينتهي بالعلامة «/» أو فيه {path} حيث يوضع مسار كل ملف.',
    sendsTo: (address) => `ترسل هذه المهمة إجاباتك إلى ${apart(address)}.`,
    agree: 'الموافقة وبدء العمل',
    notAgreed: (address) => `تطلب هذه المهمة إرسال إجاباتك إلى ${apart(address)}. لا يُرسل شيء قبل موافقتك.`,
    sendMine: 'إرسال إجاباتي',
    delivered: (done, total) => `وصل ${number(done)} من ${number(total)}`,
    goTo: (address) => `تذهب الإجابات إلى ${apart(address)}`,
    noConnection: (count) => `لا اتصال بالشبكة. في الانتظار: ${answers(count)}`,
    again: (count) => `لم تصل بعد: ${answers(count)}. ستُعاد المحاولة`,
    stopped: (count) => `لم تصل: ${answers(count)}`,
    elsewhere: 'توصِل علامة تبويب أخرى الإجابات',
    tryAgain: 'إعادة المحاولة',
    toFolder: 'التسليم إلى مجلد…',
    toFolderOf: (title) => `تسليم ${apart(title)} إلى مجلد`,
    folderFor: (title) => `تُكتب نتائج ${apart(title)} في المجلد ما دامت البوابة مفتوحة.`,
    someSent: 'لا يغادر هذا المتصفح إلا إجابات المهام التي تعلن ذلك.',
    reasons: {
      'delivery/unreachable': 'لا يجيب الخادم، أو لا يسمح لهذه الصفحة بمخاطبته.',
      'delivery/busy': 'الخادم مشغول.',
      'delivery/not-allowed':
        'لا يسمح الخادم بذلك. ربما انتهت صلاحية رابط موقّع؛ اطلب رابطًا جديدًا ممن أنشأ المهمة.',
      'delivery/not-found': 'لا يوجد هذا المكان على الخادم. اسأل من أنشأ المهمة.',
      'delivery/too-large': 'لا يقبل الخادم ملفات بهذا الحجم.',
      'delivery/refused': 'يرفض الخادم ذلك.',
      'delivery/address': 'لا يمكن استخدام العنوان.',
      'delivery/damaged': 'لم تعد قراءة أحد الأقنعة ممكنة هنا. افتح العنصر وأرسله من جديد.',
      'delivery/storage': 'تعذرت قراءة الإجابات من تخزين هذا المتصفح.',
      'delivery/full': 'القرص ممتلئ. أفسح مكانًا.',
    },
  },
  update: {
    ready: 'إصدار جديد جاهز.',
    comesBack: 'يُحفظ عملك أولًا ويعود كما هو.',
    reload: 'إعادة التحميل الآن',
    later: 'لاحقًا',
    unsaved: 'لم يُعد التحميل: تعذر حفظ جزء من العمل حتى الآن.',
  },
};
