/** Problems of search, data and settings, in Arabic. */
export const server: Record<string, { title: string; hint: string }> = {
  'search.off': {
    title: 'ليس لدى Kontor هذا Meilisearch، فلا فهرس له.',
    hint: 'ثبّت "meilisearch" أو اذكر واحدًا في KONTOR_MEILI_URL؛ وحتى ذلك الحين يجري البحث في العناوين والمواضيع.',
  },
  'search.away': {
    title: 'لا يجيب Meilisearch.',
    hint: 'تحقق من أن Kontor يعمل ("npm run kontor -- status")؛ والسبب في سجل الجزء "search".',
  },
  'search.key-refused': {
    title: 'لا يقبل Meilisearch مفتاحنا.',
    hint: 'يجب أن يحوي KONTOR_MEILI_KEY_FILE المفتاح الرئيسي لخادم Meilisearch المذكور في KONTOR_MEILI_URL.',
  },
  'search.task-failed': {
    title: 'لم يتمكن Meilisearch من كتابة الفهرس: {why}',
    hint: 'كثيرًا ما يكون قرصه ممتلئًا. يبني "npm run kontor -- search rebuild" الفهرس من جديد.',
  },
  'search.rebuild-runs': {
    title: 'يُبنى الفهرس من جديد الآن.',
    hint: 'انتظر حتى ينتهي؛ يخبرك "npm run kontor -- doctor" متى يعمل البحث.',
  },
  'data.busy': { title: 'قاعدة البيانات مشغولة بكتابة أخرى.', hint: 'حاول مجددًا بعد لحظة.' },
  'data.unavailable': {
    title: 'قاعدة البيانات لا تجيب.',
    hint: 'حاول مجددًا بعد لحظة؛ يخبر kontor doctor من يدير الخادم بالخلل.',
  },
  'data.already-there': { title: 'يوجد بالفعل ما له «{field}» نفسه.', hint: 'اختر غيره.' },
  'data.corrupt-blob': {
    title: 'ملف محفوظ تالف: لم يعد محتواه يطابق اسمه {hash}.',
    hint: 'استعد هذا الملف من نسخة احتياطية.',
  },
  'data.missing-blob': { title: 'ملف محفوظ مفقود: {hash}.', hint: 'استعد هذا الملف من نسخة احتياطية.' },
  'data.newer-data': {
    title: 'كتب مجلدَ البيانات هذا إصدارٌ أحدث من Kontor ({migration}).',
    hint: 'شغّل الإصدار الأحدث، أو استعد النسخة الاحتياطية المأخوذة قبل الترقية.',
  },
  'data.older-data': {
    title: 'ما زال مجلد البيانات هذا على شكل إصدار أقدم من Kontor ({migration} ناقص).',
    hint: 'شغّل Kontor بالأمر npm start: يرقّي البيانات قبل أن يعمل أي جزء.',
  },
  'data.in-use': {
    title: 'يراد ترقية قاعدة البيانات، لكن جزءًا من Kontor ما زال يفتحها.',
    hint: 'أوقف كل أجزاء الإصدار الأقدم وشغّل من جديد؛ لم يتغير شيء.',
  },
  'data.no-room': {
    title: 'القرص ممتلئ ولا يتسع للترقية: يلزم {needed} ميبيبايت في {folder} والمتاح {free}.',
    hint: 'أفسح مكانًا وشغّل من جديد؛ قاعدة البيانات كما كانت.',
  },
  'data.upgrade-failed': {
    title: 'لم تنجح ترقية قاعدة البيانات إلى {label}: {why}.',
    hint: 'قاعدة البيانات كما كانت: تابع بالإصدار السابق وأبلغ عن هذا.',
  },
  'data.damaged': {
    title: 'قاعدة البيانات {file} تالفة: {why}',
    hint: 'أوقف Kontor واستعد مجلد البيانات من نسخة احتياطية.',
  },
  'data.not-flushed': {
    title: 'لا تكتب قاعدة البيانات التغييرات على القرص فورًا.',
    hint: 'أبلغ عن هذا على أنه خطأ برمجي.',
  },
  'data.not-acknowledged': {
    title: 'لم يؤكد MongoDB كتابة بالأغلبية مع السجل: {why}',
    hint: 'شغّل السجل (journaling)، وتأكد من أن أغلبية مجموعة النسخ تعمل.',
  },
  'config.invalid-settings': {
    title: 'إعدادات ليست كما ينبغي: {list}.',
    hint: 'صحّح هذه المتغيرات في البيئة؛ يشرح ‎.env.example كلًّا منها.',
  },
  'config.unknown-settings': {
    title: 'لا يوجد إعداد اسمه {list}.',
    hint: 'ابحث عن خطأ إملائي؛ يسرد ‎.env.example كل الإعدادات.',
  },
  'config.unreadable-file': {
    title: 'تعذرت قراءة الملف الذي يذكره {name}.',
    hint: 'تحقق من أن {path} موجود وأن لهذه الخدمة أن تقرأه.',
  },
  'config.empty-secret': {
    title: 'السر {path} ملف فارغ.',
    hint: 'استعده من نسخة احتياطية، أو أزله: يُنشأ سر جديد عند التشغيل التالي.',
  },
  'config.open-secret': {
    title: 'يمكن لغيرك على هذا الجهاز قراءة السر {path}.',
    hint: 'شغّل "chmod 600" عليه بصفة مالكه، وشغّل Kontor بصفة المالك.',
  },
  'config.open-folder': {
    title: 'يمكن لكل من على هذا الجهاز قراءة {dir}.',
    hint: 'شغّل "chmod 700" عليه بصفة مالكه، أو سمِّ مجلدًا آخر في KONTOR_DATA.',
  },
  'config.demo-not-on-loopback': {
    title: 'لا يستمع العرض التجريبي إلا على هذا الجهاز، لكن KONTOR_HOST هو {host}.',
    hint: 'احذف KONTOR_HOST، أو استخدم npm start لمكتب حقيقي.',
  },
  'config.ports-alike': {
    title: 'سيستمع جزءان على المنفذ {port}: {list}.',
    hint: 'أعط كل إعداد من هذه منفذًا خاصًا به.',
  },
  'config.half-a-certificate': {
    title: 'KONTOR_TLS_CERT وKONTOR_TLS_KEY متلازمان، وأحدهما ناقص.',
    hint: 'اذكر الملفين معًا، أو لا تذكر أيًّا منهما.',
  },
  'config.demo-sends-nothing': {
    title: 'لا يرسل العرض التجريبي بريدًا إلى العالم، لكن KONTOR_OUTBOUND هو {outbound}.',
    hint: 'احذف KONTOR_OUTBOUND وKONTOR_SMARTHOST، أو استخدم npm start لمكتب حقيقي.',
  },
  'config.no-smarthost': {
    title: 'KONTOR_OUTBOUND هو smarthost، لكن KONTOR_SMARTHOST غير مذكور.',
    hint: 'اذكر عنوانه، مثل smtps://name:password@host:465.',
  },
};
