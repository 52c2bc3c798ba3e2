/** Problems of networks and devices, in Arabic. */
export const tunnels: Record<string, { title: string; hint: string }> = {
  'tunnels.vpn-away': {
    title: 'خدمة VPN لا تجيب.',
    hint: 'تُعاد تلقائيًا. انتظر دقيقة؛ وإن بقيت غائبة فأخبر من يدير الخادم.',
  },
  'tunnels.no-such-network': {
    title: 'هذه الشبكة غير موجودة.',
    hint: 'ربما أُزيلت؛ انظر في القائمة من جديد.',
  },
  'tunnels.no-such-device': { title: 'هذا الجهاز غير موجود.', hint: 'ربما أُلغي؛ انظر في القائمة من جديد.' },
  'tunnels.networks-overlap': {
    title: 'هذه العناوين تخص الشبكة {name} بالفعل.',
    hint: 'اختر نطاقًا ليس لشبكة أخرى، مثل ‎10.9.0.0/24.',
  },
  'tunnels.port-taken': { title: 'المنفذ {port} للشبكة {name} بالفعل.', hint: 'لكل شبكة منفذ خاص بها.' },
  'tunnels.name-taken': { title: 'توجد شبكة اسمها {name} بالفعل.', hint: 'اختر اسمًا آخر.' },
  'tunnels.too-many-networks': {
    title: 'عدد الشبكات {count}، ولا يمكن إنشاء المزيد.',
    hint: 'أزل شبكة لا يحتاجها أحد.',
  },
  'tunnels.being-changed': { title: 'يغيّر أحدهم الشبكات في هذه اللحظة.', hint: 'حاول مجددًا بعد بضع ثوان.' },
  'tunnels.network-in-use': { title: 'ما زالت في هذه الشبكة أجهزة: {count}.', hint: 'ألغِها أولًا.' },
  'tunnels.network-full': {
    title: 'لم يبقَ في هذه الشبكة عنوان.',
    hint: 'يستطيع مدير أن يلغي أجهزة لا يستخدمها أحد أو أن ينشئ شبكة أخرى.',
  },
  'tunnels.too-many-devices': {
    title: 'لديك {count} أجهزة، ولا يمكن إضافة المزيد.',
    hint: 'ألغِ جهازًا لم تعد تستخدمه.',
  },
  'tunnels.key-taken': {
    title: 'هذا المفتاح مستعمل، أو استُعمل من قبل.',
    hint: 'لكل جهاز مفتاحه. أضف الجهاز من جديد لتحصل على مفتاح جديد.',
  },
};
