import type { Both } from '../both.ts';
import type { DrawingName } from '../pictures/index.ts';

export interface DemoPost {
  slug: string;
  /** Before the day the demo is made. */
  daysAgo: number;
  picture: DrawingName;
  title: Both;
  summary: Both;
  body: Both;
}

export const posts: DemoPost[] = [
  {
    slug: 'glass-prices',
    daysAgo: 5,
    picture: 'glass',
    title: { en: 'Glass has gone up. Our prices have not.', ar: 'ارتفع سعر الزجاج، ولم ترتفع أسعارنا' },
    summary: {
      en: 'Double glazing costs us nine per cent more. For the next four months you will not notice.',
      ar: 'صار الزجاج المزدوج أغلى علينا بتسعة في المئة. لن تلاحظ ذلك في الأشهر الأربعة القادمة.',
    },
    body: {
      en: `
Our glass comes from one works on the Wharf, and from next month it costs nine per cent more. We bought what we shall need for four months in one go; it stands in Samuel's old corner and he cuts his dovetails by the door.
So every price on this site holds until that is used up, for windows and for glazed doors alike. A quotation from us holds for sixty days anyway.
After that a four-light sash window will be about £38 dearer. We shall say it here first.`,
      ar: `
يأتي زجاجنا من معمل واحد على الرصيف، وسيصبح أغلى بتسعة في المئة ابتداءً من الشهر القادم. اشترينا دفعة واحدة ما نحتاجه لأربعة أشهر، وهو الآن في زاوية صموئيل القديمة، فصار يصنع وصلاته بجانب الباب.
لذلك يبقى كل سعر في هذا الموقع كما هو حتى ينفد المخزون، للنوافذ وللأبواب الزجاجية معاً. وعرض السعر منا صالح ستين يوماً في كل حال.
بعد ذلك ستصبح النافذة المنزلقة رباعية الألواح أغلى بنحو 38 جنيهاً، وسنقول ذلك هنا أولاً.`,
    },
  },
  {
    slug: 'samuels-first-staircase',
    daysAgo: 16,
    picture: 'dovetail',
    title: { en: 'Samuel builds his first staircase', ar: 'صموئيل يبني أول درج له' },
    summary: {
      en: 'Thirteen steps in ash for a house on Ferry Street, by an apprentice in his third year.',
      ar: 'ثلاث عشرة درجة من خشب الدردار لبيت في شارع فيري، بيد متدرّب في سنته الثالثة.',
    },
    body: {
      en: `
In our shop an apprentice builds a staircase alone in the third year, from the drawing to the last wedge. Samuel Okoro has begun his: thirteen steps in ash with a quarter turn, for the Lindqvists on Ferry Street, who knew what they agreed to and got it for the price of the wood.
Jonas may look but not touch. So far he has kept his hands in his pockets, except on the day of the first housing, when he went for a walk.
The stair goes in next month. Whoever wants to see it standing in the shop can do so on the first Saturday of the month.`,
      ar: `
في ورشتنا يبني المتدرّب في سنته الثالثة درجاً وحده، من الرسم حتى آخر وتد. بدأ صموئيل أوكورو درجه: ثلاث عشرة درجة من الدردار مع ربع دورة، لعائلة ليندكفيست في شارع فيري، وقد عرفوا على ماذا وافقوا وحصلوا عليه بثمن الخشب.
يحق ليوناس أن ينظر لا أن يلمس. وقد أبقى يديه في جيبيه حتى الآن، إلا يوم حفر المجرى الأول، فقد خرج يتمشى.
يُركَّب الدرج في الشهر القادم. ومن أراد أن يراه قائماً في الورشة فليأتِ في أول سبت من الشهر.`,
    },
  },
  {
    slug: 'one-oak-from-hall-farm',
    daysAgo: 29,
    picture: 'timber',
    title: { en: 'One oak from Hall Farm', ar: 'بلوطة واحدة من هول فارم' },
    summary: {
      en: 'A storm took it down. It is sawn now, and will be dry in two years.',
      ar: 'أسقطتها عاصفة. نُشرت الآن وستجف بعد عامين.',
    },
    body: {
      en: `
The big oak by the gate of Hall Farm came down in the last big storm. Ruth Pell rang us before she rang the firewood man. It was a hundred and sixty years old by the rings, and sound to the heart.
Tom had it sawn through and through at 30 and 54 mm. It lies in stick behind the shed, **4.1 cubic metres**, with the date and the name of the farm on the ends. Oak dries an inch a year, so the thick boards are for the year after next.
Four boards are spoken for: they go back to the farm as a kitchen table.`,
      ar: `
سقطت البلوطة الكبيرة عند بوابة هول فارم في العاصفة الأخيرة. اتصلت بنا روث بيل قبل أن تتصل ببائع الحطب. عمرها بحسب حلقاتها مئة وستون عاماً، وهي سليمة حتى القلب.
نشرها توم طولاً بسماكة 30 و54 مم. وهي مرصوصة خلف الورشة والهواء بين ألواحها، **4.1 متر مكعب**، وعلى أطرافها التاريخ واسم المزرعة. يجف البلوط بمعدل إنش في السنة، فالألواح السميكة لما بعد العام القادم.
أربعة ألواح محجوزة: ستعود إلى المزرعة طاولةَ مطبخ.`,
    },
  },
  {
    slug: 'mill-cafe-windows',
    daysAgo: 44,
    picture: 'shopfront',
    title: { en: 'The Mill Café has its front back', ar: 'عادت لمقهى الطاحونة واجهته' },
    summary: {
      en: 'Two shop windows of 1908, taken out in pieces and put back whole in nine days.',
      ar: 'واجهتان من عام 1908 فُكّتا قطعاً وعادتا كاملتين في تسعة أيام.',
    },
    body: {
      en: `
The front of the Mill Café was held up by paint. When Priya took out the stall risers there was nothing behind the left one but a newspaper of 1954.
We kept eleven of the sixteen glazing bars and all of the cornice. The sills are new, in oak from Oakhurst, with a slope you can see water run down. The red is the colour we found under the letters, four coats deep.
The café stayed open throughout, behind a screen with a hatch in it. They tell us that the hatch sold more coffee than the door ever did.`,
      ar: `
كانت واجهة مقهى الطاحونة قائمة بالدهان وحده. وحين فكّت بريا الألواح السفلية لم تجد خلف اليسرى سوى جريدة من عام 1954.
أبقينا أحد عشر قضيباً من أصل ستة عشر وكامل الإفريز. العتبات جديدة من بلوط أوكهرست، بميل ترى الماء يجري عليه. والأحمر هو اللون الذي وجدناه تحت الحروف بعمق أربع طبقات.
بقي المقهى مفتوحاً طوال العمل خلف حاجز فيه نافذة صغيرة. ويقولون لنا إن النافذة باعت من القهوة أكثر مما باعه الباب يوماً.`,
    },
  },
  {
    slug: 'first-saturdays',
    daysAgo: 58,
    picture: 'workshop',
    title: { en: 'First Saturdays: the shop is open', ar: 'أول سبت من الشهر: الورشة مفتوحة' },
    summary: {
      en: 'From ten to one. Bring the chair that wobbles, and ask what it would take.',
      ar: 'من العاشرة حتى الواحدة. أحضر الكرسي الذي يتمايل واسأل ما الذي يحتاجه.',
    },
    body: {
      en: `
On the first Saturday of each month the big doors are open from ten to one. There is coffee, the machines are off, and somebody stands at each bench.
- Bring small things to be looked at. What takes ten minutes we do while you wait, for the tea tin.
- Look at doors, handrails and drawers before you decide on yours.
- Off-cuts in oak and ash are by the gate; take what you can carry.
Children may use the spokeshave, with Tom. Omar and Layla speak Arabic.`,
      ar: `
في أول سبت من كل شهر تكون الأبواب الكبيرة مفتوحة من العاشرة حتى الواحدة. القهوة جاهزة والآلات متوقفة وعند كل طاولة من يجيبك.
- أحضر الأشياء الصغيرة لنراها. ما يحتاج عشر دقائق نصلحه وأنت تنتظر، ولك أن تضع شيئاً في علبة الشاي.
- انظر إلى الأبواب والدرابزين والجوارير قبل أن تقرر.
- بقايا البلوط والدردار عند البوابة، خذ ما تستطيع حمله.
يمكن للأطفال استخدام المِسحج اليدوي مع توم. عمر وليلى يتحدثان العربية.`,
    },
  },
];
