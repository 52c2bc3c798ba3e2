/** What a look at this host can find wrong, in Arabic. */
export const doctor: Record<string, { title: string; hint: string }> = {
  'doctor.old-node': {
    title: 'الإصدار {version} من Node قديم جدًّا.',
    hint: 'شغّل "npm ci": يجلب Node 24.',
  },
  'doctor.little-memory': {
    title: 'الذاكرة أقل مما يلزم للتشغيل: {memory} ميبيبايت.',
    hint: 'يحتاج Kontor إلى 2 غيغابايت ليعمل.',
  },
  'doctor.no-folder': {
    title: 'لا يمكن استعمال مجلد البيانات: {dir} ليس مجلدًا.',
    hint: 'اذكر مجلدًا في KONTOR_DATA، أو احذف هذا الإعداد.',
  },
  'doctor.folder-forbidden': {
    title: 'لا يمكن استعمال مجلد البيانات: لا تجوز الكتابة في {dir}.',
    hint: 'شغّل Kontor باسم مالك المجلد، أو اذكر مجلدًا آخر في KONTOR_DATA.',
  },
  'doctor.little-room': {
    title: 'القرص يكاد يمتلئ: المتاح لـ {dir} هو {free} ميبيبايت.',
    hint: 'أفسح مكانًا: يُرفض البريد حين يمتلئ القرص.',
  },
  'doctor.port-in-use': {
    title: 'المنفذ {port} يستعمله برنامج آخر.',
    hint: 'أوقف ذلك البرنامج، أو اختر منفذًا آخر في {setting}.',
  },
  'doctor.port-forbidden': {
    title: 'لا يحق لهذا المستخدم أن ينصت على المنفذ {port}.',
    hint: 'اختر في {setting} منفذًا فوق 1023.',
  },
  'doctor.no-such-address': {
    title: 'ليس لهذا الجهاز العنوان {host}.',
    hint: 'صحّح KONTOR_HOST.',
  },
  'doctor.part-silent': {
    title: 'الجزء "{part}" لا يجيب على {place}.',
    hint: 'السبب في {log}.',
  },
  'doctor.database-forbidden': {
    title: 'لا يحق لهذا المستخدم أن يفحص قاعدة البيانات.',
    hint: 'شغّل الأمر باسم مالك مجلد البيانات.',
  },
  'doctor.mongodb-closed': {
    title: 'تعذر فتح MongoDB.',
    hint: 'تحقق من KONTOR_DATABASE؛ والسبب في {log}.',
  },
  'doctor.certificate-unusable': {
    title: 'شهادة البريد لا تصلح: {why}.',
    hint: 'اذكر ملفي PEM يوافق أحدهما الآخر.',
  },
  'doctor.key-of-another': {
    title: 'شهادة البريد لا تصلح: {key} ليس مفتاح {cert}.',
    hint: 'اذكر ملفي PEM يوافق أحدهما الآخر.',
  },
  'doctor.certificate-expired': {
    title: 'انتهت صلاحية شهادة البريد {cert}.',
    hint: 'جدّدها ثم شغّل Kontor من جديد.',
  },
  'doctor.certificate-early': {
    title: 'لم تبدأ صلاحية شهادة البريد {cert} بعد.',
    hint: 'تحقق من ساعة هذا الجهاز.',
  },
  'doctor.dkim-unreadable': {
    title: 'تعذرت قراءة المفتاح الذي يوقّع البريد الصادر ({why}).',
    hint: 'استعد secrets/dkim من نسخة احتياطية؛ فلا يخرج بريد بدونه.',
  },
  'doctor.tools-missing': {
    title: 'لا يمكن أن يعمل نفق على هذا الجهاز: لم يُثبَّت {tools}.',
    hint: 'ثبّت wireguard-tools وnftables وiproute2.',
  },
  'doctor.network-forbidden': {
    title: 'لا يمكن أن يعمل نفق على هذا الجهاز: لا يحق للخدمة تغيير شبكة الخادم.',
    hint: 'امنح الجزء "vpn" الصلاحية CAP_NET_ADMIN، أو شغّل Kontor باسم root.',
  },
  'doctor.no-wireguard': {
    title: 'لا يمكن أن يعمل نفق على هذا الجهاز: لا تنشئه النواة ولا wireguard-go.',
    hint: 'ثبّت wireguard-go، أو استعمل نواة فيها WireGuard ({why}).',
  },
  'doctor.cannot-forward': {
    title: 'تصل الأجهزة إلى هذا الخادم ولا تصل إلى ما وراءه: {settings} (الشبكة {network}).',
    hint: 'اسمح بذلك، وعلى الدوام بملف في ‎/etc/sysctl.d‎: {command}',
  },
  'doctor.tunnel-closed': {
    title: 'تعذر فتح نفق (الشبكة {network}): {why}.',
    hint: 'ربما يستعمل برنامج آخر منفذ UDP الخاص به.',
  },
  'doctor.peers-differ': {
    title: 'عدد الأجهزة التي ليست كما ينبغي: {count} (الشبكة {network}).',
    hint: 'تعاد المحاولة كل بضع ثوانٍ؛ انظر سجل الجزء "vpn".',
  },
};
