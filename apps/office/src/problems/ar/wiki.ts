/** Problems of the wiki, in Arabic. */
export const wiki: Record<string, { title: string; hint: string }> = {
  'wiki.no-such-space': {
    title: 'هذه المساحة غير موجودة.',
    hint: 'ربما تغيّر اسمها؛ انظر في قائمة المساحات.',
  },
  'wiki.space-taken': { title: 'توجد مساحة على العنوان {slug} بالفعل.', hint: 'اختر اسمًا آخر.' },
  'wiki.no-such-page': { title: 'هذه الصفحة غير موجودة.', hint: 'ربما حُذفت نهائيًا.' },
  'wiki.no-such-version': { title: 'لا نسخة كهذه لهذه الصفحة.', hint: 'انظر في سجلها.' },
  'wiki.no-such-attachment': { title: 'هذا المرفق غير موجود.', hint: 'ربما أُزيل من صفحته.' },
  'wiki.no-such-group': { title: 'لا توجد مجموعة كهذه.', hint: 'اختر إحدى مجموعات شركتك.' },
  'wiki.in-trash': { title: 'هذه الصفحة في المهملات.', hint: 'استعدها أولًا.' },
  'wiki.trashed-above': {
    title: 'انتقلت هذه الصفحة إلى المهملات مع صفحة فوقها.',
    hint: 'استعد تلك الصفحة أو احذفها؛ وهذه تتبعها.',
  },
  'wiki.not-in-trash': {
    title: 'هذه الصفحة ليست في المهملات.',
    hint: 'انقلها إليها أولًا؛ فمنها وحدها تُحذف الصفحة نهائيًا.',
  },
  'wiki.not-a-document': {
    title: 'ما أُرسل ليس صفحة كما تحفظها الويكي.',
    hint: 'حمّل الصفحة من جديد وأدخل التغيير مرة أخرى.',
  },
  'wiki.page-too-large': {
    title: 'هذه الصفحة طويلة جدًا.',
    hint: 'وزّعها على عدة صفحات؛ تتسع الواحدة لنحو مليون حرف.',
  },
  'wiki.markdown-unread': {
    title: 'قراءة هذا النص تستغرق وقتًا أطول من اللازم.',
    hint: 'وزّعه على عدة ملفات واستوردها واحدًا تلو الآخر.',
  },
  'wiki.below-itself': { title: 'لا يمكن نقل صفحة تحت نفسها.', hint: 'اختر مكانًا خارجها.' },
  'wiki.too-deep': { title: 'ستصير الشجرة أعمق من 20 صفحة.', hint: 'اختر مكانًا أعلى.' },
  'wiki.tree-busy': { title: 'ينقل آخرون صفحات في هذه المساحة الآن.', hint: 'حاول مجددًا بعد لحظة.' },
  'wiki.too-many-attachments': {
    title: 'لهذه الصفحة {count} مرفقًا، وهو أقصى ما تتسع له.',
    hint: 'أزل واحدًا، أو ضع هذا على صفحة أخرى.',
  },
  'wiki.attachment-too-large': {
    title: 'هذا الملف أكبر من {megabytes} ميغابايت.',
    hint: 'صغّره، أو احفظه في مكان آخر وأضف رابطًا إليه.',
  },
};
