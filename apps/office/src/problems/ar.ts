/** Problems that a form of the office can end in, by code. English stands in each package's own catalogue. */
export const problemsInArabic: Record<string, { title: string; hint: string }> = {
  'people.wrong-password': {
    title: 'العنوان أو كلمة المرور غير صحيحة.',
    hint: 'تحقق منهما. يمكن لمن يدير خادم شركتك أن يعطيك كلمة مرور جديدة.',
  },
  'people.too-many-attempts': {
    title: 'محاولات دخول كثيرة.',
    hint: 'انتظر {minutes} د ثم حاول مجددًا.',
  },
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
  'people.not-set-up': {
    title: 'لم يُجهَّز هذا المكتب بعد.',
    hint: 'افتح رابط التجهيز الذي طبعه أمر التشغيل.',
  },
  'people.last-admin': {
    title: 'هذا هو المدير الوحيد.',
    hint: 'اجعل شخصًا آخر مديرًا أولًا: "npm run kontor -- person role NAME@DOMAIN admin" على الخادم.',
  },
  'mailbox.no-such-folder': {
    title: 'هذا المجلد غير موجود.',
    hint: 'ربما أُزيل؛ عُد إلى البريد الوارد.',
  },
  'mailbox.no-such-conversation': {
    title: 'هذه المحادثة ليست في هذا المجلد.',
    hint: 'ربما نُقلت أو حُذفت.',
  },
  'mailbox.no-such-message': { title: 'هذه الرسالة غير موجودة.', hint: 'ربما حُذفت نهائيًا.' },
  'mailbox.no-such-attachment': {
    title: 'لا مرفق كهذا في هذه الرسالة.',
    hint: 'افتح الرسالة من جديد.',
  },
  'mailbox.no-such-mailbox': {
    title: 'لا أحد هنا له العنوان {address}.',
    hint: 'تحقق من كتابة العنوان.',
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
};

/** What stands at a field, by its English sentence. */
export const fieldsInArabic: Record<string, string> = {
  'Enter your address.': 'اكتب عنوانك.',
  'This address is too long.': 'هذا العنوان طويل جدًا.',
  'Enter your password.': 'اكتب كلمة المرور.',
  'This password is too long.': 'كلمة المرور هذه طويلة جدًا.',
  'Enter the name of the firm.': 'اكتب اسم الشركة.',
  'Enter a name.': 'اكتب اسمًا.',
  'At most 120 characters.': '120 حرفًا على الأكثر.',
  'This domain is too long.': 'هذا النطاق طويل جدًا.',
  'A domain looks like brightwater.example.': 'يبدو النطاق هكذا: brightwater.example.',
  'Choose at least one language.': 'اختر لغة واحدة على الأقل.',
  'At most 8 languages.': '8 لغات على الأكثر.',
  'Choose a language.': 'اختر لغة.',
  'Choose admin, editor or staff.': 'اختر مديرًا أو محررًا أو موظفًا.',
  'Choose a time zone, like Europe/London.': 'اختر منطقة زمنية، مثل Europe/London.',
  'Use letters, digits, dots and dashes, like anna.berg.':
    'استخدم حروفًا لاتينية وأرقامًا ونقاطًا وشرطات، مثل anna.berg.',
  'Two dots in a row are not possible.': 'لا تصح نقطتان متتاليتان.',
  'Enter a password.': 'اكتب كلمة مرور.',
  'At most 256 characters.': '256 حرفًا على الأكثر.',
  'At least 10 characters.': '10 أحرف على الأقل.',
  'This is too easy to guess. A few words in a row are good.':
    'هذه سهلة التخمين. بضع كلمات متتالية خيار جيد.',
  'This is not your present password.': 'هذه ليست كلمة مرورك الحالية.',
};
