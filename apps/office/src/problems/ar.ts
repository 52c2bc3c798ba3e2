import { doctor } from './ar/doctor.ts';
import { mail } from './ar/mail.ts';
import { server } from './ar/server.ts';
import { tunnels } from './ar/tunnels.ts';
import { wiki } from './ar/wiki.ts';

export { fields } from './ar/fields.ts';

/** Every problem of every package in Arabic, by code. English stands in each package's own catalogue. */
export const problems: Record<string, { title: string; hint: string }> = {
  'people.wrong-password': {
    title: 'العنوان أو كلمة المرور غير صحيحة.',
    hint: 'تحقق منهما. يمكن لمن يدير خادم شركتك أن يعطيك كلمة مرور جديدة.',
  },
  'people.too-many-attempts': { title: 'محاولات دخول كثيرة.', hint: 'انتظر {minutes} د ثم حاول مجددًا.' },
  'people.weak-password': {
    title: 'كلمة المرور هذه سهلة التخمين.',
    hint: 'اختر 10 أحرف على الأقل ليست كلمة مرور شائعة؛ بضع كلمات متتالية خيار جيد.',
  },
  'people.set-up-link-used': {
    title: 'رابط التجهيز هذا لم يعد صالحًا.',
    hint: 'شغّل "npm run kontor -- setup-link" على الخادم للحصول على رابط جديد.',
  },
  'people.already-set-up': { title: 'هذا المكتب مجهَّز بالفعل.', hint: 'سجّل الدخول من /login.' },
  'people.address-taken': { title: 'العنوان {address} محجوز.', hint: 'اختر عنوانًا آخر.' },
  'people.no-such-person': {
    title: 'لا يوجد شخص كهذا.',
    hint: 'انظر في قائمة الأشخاص؛ ربما كُتب العنوان خطأً.',
  },
  'people.not-set-up': { title: 'لم يُجهَّز هذا المكتب بعد.', hint: 'افتح رابط التجهيز الذي طبعه أمر التشغيل.' },
  'people.last-admin': {
    title: 'هذا هو المدير الوحيد.',
    hint: 'اجعل شخصًا آخر مديرًا أولًا: "npm run kontor -- person role NAME@DOMAIN admin" على الخادم.',
  },
  'action.invalid-input': {
    title: 'شيء مما أُرسل ناقص أو ليس كما ينبغي.',
    hint: 'انظر إلى الحقول المذكورة وأرسلها مجددًا.',
  },
  'action.sign-in-first': { title: 'هذا يحتاج إلى شخص سجّل دخوله.', hint: 'سجّل الدخول وحاول مجددًا.' },
  'action.not-allowed': {
    title: 'لا يحق لك فعل هذا.',
    hint: 'يمكن لأحد مديري شركتك أن يفعله أو أن يعطيك الحق فيه.',
  },
  'inquiries.no-such-inquiry': { title: 'هذا السؤال غير موجود.', hint: 'انظر في «اليوم» من جديد.' },
  'inquiries.taken-meanwhile': {
    title: 'تولّى {name} هذا السؤال في هذه الأثناء.',
    hint: 'تحدّثا معًا، أو سلّمه.',
  },
  'inquiries.no-open-question': {
    title: 'أُجيب عن هذا السؤال أو أُغلق بالفعل.',
    hint: 'انظر في «اليوم» من جديد.',
  },
  'inquiries.no-such-colleague': {
    title: 'لا أحد هنا بهذا الاسم يمكنه تولّيه.',
    hint: 'اختر شخصًا يعمل هنا الآن.',
  },
  ...mail,
  ...wiki,
  ...tunnels,
  ...server,
  ...doctor,
};
