import type { Both } from '../both.ts';
import type { DrawingName } from '../pictures/index.ts';

/** A block of a page as the content says it; `link` and `count` are the same in both languages. */
export type DemoBlock =
  | { kind: 'hero'; heading: Both; text: Both; picture?: DrawingName; label?: Both; link?: string }
  | { kind: 'text'; body: Both; picture?: DrawingName }
  | { kind: 'services' | 'people' | 'contactForm'; heading?: Both; intro?: Both }
  | { kind: 'news'; heading?: Both; count: number };

export interface DemoPage {
  slug: string;
  title: Both;
  description: Both;
  blocks: DemoBlock[];
}

const workDone: Both = {
  en: `
## How we work
Somebody comes and measures; that costs nothing within ten miles. Within a week you have a drawing and one price that does not move. Then you have a date, and Marta keeps it.
- **Wood** from three yards within forty miles. Tom picks each board.
- **Made here**, by the eight of us. Nothing is bought in and stuck together.
- **Ten years** on every joint. In fifty-two years we have been called back for eleven.`,
  ar: `
## كيف نعمل
يأتي أحدنا ويقيس، وهذا مجاني ضمن عشرة أميال. خلال أسبوع يصلك رسم وسعر واحد لا يتغير. ثم يصلك موعد، ومارتا تلتزم به.
- **الخشب** من ثلاث مناشر ضمن أربعين ميلاً. يختار توم كل لوح بنفسه.
- **يُصنع هنا** بأيدينا نحن الثمانية. لا نشتري قطعاً جاهزة لنلصقها.
- **عشر سنوات** ضماناً على كل وصلة. في اثنين وخمسين عاماً استُدعينا إحدى عشرة مرة.`,
};

export const pages: DemoPage[] = [
  {
    slug: 'home',
    title: { en: 'Brightwater Joinery', ar: 'نجارة برايت ووتر' },
    description: {
      en: 'Doors, staircases, sash windows and kitchens, made in a workshop by the river in Brightwater. Starting prices, and dates that hold.',
      ar: 'أبواب وأدراج ونوافذ منزلقة ومطابخ تُصنع في ورشة على النهر في برايت ووتر. أسعار واضحة ومواعيد ثابتة.',
    },
    blocks: [
      {
        kind: 'hero',
        heading: {
          en: 'Doors, stairs and windows for houses that are not square',
          ar: 'أبواب وأدراج ونوافذ لبيوت زواياها غير قائمة',
        },
        text: {
          en: 'We are eight people in a brick shed by the river. We measure your house as it is, draw one thing, name one price, and make it here.',
          ar: 'نحن ثمانية أشخاص في ورشة من الطوب على النهر. نقيس بيتك كما هو، ونرسم شيئاً واحداً، ونعطي سعراً واحداً، ونصنعه هنا.',
        },
        picture: 'workshop',
        label: { en: 'What things cost', ar: 'كم تكلّف الأشياء' },
        link: '/services',
      },
      {
        kind: 'services',
        heading: { en: 'What we make', ar: 'ما نصنعه' },
        intro: {
          en: 'A starting price for each, so you know before you ring. It includes fitting and VAT.',
          ar: 'سعر يبدأ منه كل عمل لتعرفه قبل أن تتصل. يشمل التركيب والضريبة.',
        },
      },
      { kind: 'text', body: workDone, picture: 'plan' },
      { kind: 'news', heading: { en: 'From the shop', ar: 'من الورشة' }, count: 3 },
      {
        kind: 'contactForm',
        heading: { en: 'Ask us something', ar: 'اسألنا' },
        intro: {
          en: 'A rough size and a photograph’s worth of words are enough. Marta answers within one working day.',
          ar: 'يكفي مقاس تقريبي ووصف قصير. تردّ مارتا خلال يوم عمل واحد.',
        },
      },
    ],
  },
  {
    slug: 'services',
    title: { en: 'What we make', ar: 'ما نصنعه' },
    description: {
      en: 'Six kinds of work and where the price of each begins: front doors, staircases, sash windows, kitchens, shelves and repairs.',
      ar: 'ستة أنواع من العمل مع سعر يبدأ منه كل منها: أبواب وأدراج ونوافذ ومطابخ ورفوف وإصلاح.',
    },
    blocks: [
      {
        kind: 'services',
        intro: {
          en: 'Every price includes measuring, making, fitting and VAT. What changes it is size, wood and how far your walls lean.',
          ar: 'يشمل كل سعر القياس والصنع والتركيب والضريبة. وما يغيّره هو الحجم ونوع الخشب ومقدار ميل جدرانك.',
        },
      },
      {
        kind: 'text',
        body: {
          en: `
## When we can begin
Repairs within two weeks. Doors and windows in five to six weeks. Kitchens and staircases in nine to eleven weeks: the shop builds two at a time and no more.
## What we do not make
Conservatories, plastic windows, fences, and anything by tomorrow. We are glad to tell you who does it well.`,
          ar: `
## متى يمكننا أن نبدأ
الإصلاح خلال أسبوعين. الأبواب والنوافذ خلال خمسة إلى ستة أسابيع. المطابخ والأدراج خلال تسعة إلى أحد عشر أسبوعاً: تبني الورشة اثنين في الوقت نفسه لا أكثر.
## ما لا نصنعه
الغرف الزجاجية والنوافذ البلاستيكية والأسوار، وأي شيء لغدٍ صباحاً. ويسرّنا أن ندلّك على من يتقنها.`,
        },
      },
    ],
  },
  {
    slug: 'about',
    title: { en: 'Who we are', ar: 'من نحن' },
    description: {
      en: 'Eight people, one brick shed, since 1974. Who measures, who makes and who answers the telephone.',
      ar: 'ثمانية أشخاص وورشة واحدة من الطوب منذ 1974. من يقيس ومن يصنع ومن يردّ على الهاتف.',
    },
    blocks: [
      {
        kind: 'text',
        picture: 'yard',
        body: {
          en: `
Walter Pell rented half of the rope maker's shed in 1974 to build one staircase, and never gave back the key. In 2011 Grace Whitfield, who had learnt from him, bought the bench, the bandsaw and the list of people who still owed him for windows.
Today we are eight. The bandsaw is the same. We have the whole shed, a kiln for two cubic metres, and solar panels that run the planer until about three in the afternoon.
## What we hold to
- One price, written down, that includes the thing nobody thought of.
- We sweep before we leave.
- Old work is mended as long as it can be mended.
- An apprentice is always in training. Samuel is the ninth.`,
          ar: `
استأجر والتر بيل نصف مستودع صانع الحبال عام 1974 ليبني درجاً واحداً، ولم يُعد المفتاح قط. وفي عام 2011 اشترت غريس ويتفيلد، التي تعلّمت على يده، طاولة العمل والمنشار الشريطي وقائمة من لم يدفعوا له ثمن نوافذهم بعد.
اليوم نحن ثمانية. المنشار هو نفسه. صار المستودع كله لنا، مع فرن تجفيف لمترين مكعبين، وألواح شمسية تشغّل آلة السحج حتى الثالثة عصراً تقريباً.
## ما نتمسك به
- سعر واحد مكتوب يشمل ما لم يخطر ببال أحد.
- نكنس قبل أن نغادر.
- نُصلح القديم ما دام إصلاحه ممكناً.
- لدينا دائماً متدرّب. صموئيل هو التاسع.`,
        },
      },
      {
        kind: 'people',
        heading: { en: 'The eight of us', ar: 'نحن الثمانية' },
        intro: {
          en: 'You will meet at least three: the one who measures, the one who makes it, and Omar.',
          ar: 'ستقابل ثلاثة على الأقل: من يقيس، ومن يصنع، وعمر.',
        },
      },
      {
        kind: 'text',
        body: {
          en: `
## Where the wood comes from
Oak from Oakhurst, twenty-two miles away, and now and then a tree from a farm we know. Accoya for windows, because it does not move. Birch plywood from the north for carcasses. No tropical wood except red grandis, which is grown, not felled in a forest. Off-cuts heat the shed.`,
          ar: `
## من أين يأتي الخشب
البلوط من أوكهرست على بعد اثنين وعشرين ميلاً، وأحياناً شجرة من مزرعة نعرفها. الأكويا للنوافذ لأنه لا يتحرك. وخشب البتولا الرقائقي من الشمال للهياكل. لا نستخدم خشباً استوائياً سوى الغرانديس الأحمر، وهو مزروع لا مقطوع من غابة. وبقايا الخشب تدفئ الورشة.`,
        },
      },
    ],
  },
  {
    slug: 'news',
    title: { en: 'News', ar: 'الأخبار' },
    description: {
      en: 'What is on the benches, what wood came in, when the doors are open.',
      ar: 'ما على طاولات العمل، وما وصل من خشب، ومتى تُفتح الأبواب.',
    },
    blocks: [{ kind: 'news', count: 50 }],
  },
  {
    slug: 'contact',
    title: { en: 'Contact', ar: 'اتصل بنا' },
    description: {
      en: 'Telephone, address, opening hours and a form that reaches Marta. An answer within one working day.',
      ar: 'الهاتف والعنوان وساعات العمل ونموذج يصل إلى مارتا. الرد خلال يوم عمل واحد.',
    },
    blocks: [
      {
        kind: 'contactForm',
        heading: { en: 'Write to us', ar: 'اكتب إلينا' },
        intro: {
          en: 'Say what it is, how big, and where it will stand. If you have a photograph, Marta gives you an address to send it to.',
          ar: 'اذكر ما تريده ومقاسه ومكانه. وإن كانت لديك صورة فستعطيك مارتا عنواناً ترسلها إليه.',
        },
      },
      {
        kind: 'text',
        picture: 'yard',
        body: {
          en: `
## Finding us
From the bridge take Mill Lane along the river, past the café, to where the cobbles end. The green doors are ours. Park in the yard; the gate is wide enough for a trailer.
The 14 stops at Ropewalk every twenty minutes. From the railway station it is nine minutes on foot, along the water all the way.
## If something is stuck
A door that will not shut at night: ring the number above. Outside hours it reaches Omar, who comes for a door that does not lock and for nothing else.`,
          ar: `
## كيف تصل إلينا
من الجسر اسلك ميل لين بمحاذاة النهر، مروراً بالمقهى، حتى نهاية الحجارة المرصوفة. الأبواب الخضراء أبوابنا. أوقف سيارتك في الساحة، فالبوابة تتسع لمقطورة.
يقف الباص 14 عند روب ووك كل عشرين دقيقة. ومن محطة القطار تسع دقائق مشياً على طول النهر.
## إن علق شيء
باب لا يُغلق ليلاً: اتصل بالرقم أعلاه. خارج الدوام يصل الاتصال إلى عمر، وهو يأتي لباب لا يُقفل ولا شيء سواه.`,
        },
      },
    ],
  },
  {
    slug: 'privacy',
    title: { en: 'Privacy', ar: 'الخصوصية' },
    description: {
      en: 'What we keep when you write to us, for how long, and who reads it.',
      ar: 'ما نحتفظ به حين تكتب إلينا، وإلى متى، ومن يقرؤه.',
    },
    blocks: [
      {
        kind: 'text',
        body: {
          en: `
## Who is responsible
Brightwater Joinery, The Ropewalk, Mill Lane, Brightwater BW3 7QT. Write to hello@brightwater.example; Marta answers.
## Visiting this website
It sets no cookies, measures nobody and loads nothing from other companies. To hold off abuse, the server remembers the address of your connection in its memory for ten minutes after you send a form.
## Asking a question
We keep your name, your email address, your telephone number if you give it, and your question, in order to answer you. The office reads it: Grace, Marta and Layla. If nothing comes of it, we delete it after twelve months.
## If we make something for you
Drawings and the bill are kept for ten years, as long as we stand by the joints. They lie on our own server in the office, not with anybody else.
## Your rights
Ask what we keep about you, have it corrected or deleted, or complain to the data protection authority. One mail is enough.`,
          ar: `
## من المسؤول
نجارة برايت ووتر، ذا روب ووك، ميل لين، برايت ووتر BW3 7QT. اكتب إلى hello@brightwater.example وستجيبك مارتا.
## زيارة هذا الموقع
لا يضع ملفات تعريف ارتباط ولا يقيس أحداً ولا يحمّل شيئاً من شركات أخرى. لمنع إساءة الاستخدام يتذكر الخادم عنوان اتصالك في ذاكرته عشر دقائق بعد إرسال نموذج.
## طرح سؤال
نحتفظ باسمك وعنوان بريدك الإلكتروني ورقم هاتفك إن كتبته وبسؤالك لكي نرد عليك. يقرؤه المكتب: غريس ومارتا وليلى. وإن لم ينتج عنه عمل حذفناه بعد اثني عشر شهراً.
## إن صنعنا لك شيئاً
نحتفظ بالرسومات والفاتورة عشر سنوات، أي مدة ضماننا على الوصلات. وهي على خادمنا الخاص في المكتب وليست عند أحد سوانا.
## حقوقك
اسأل عما نحتفظ به عنك أو اطلب تصحيحه أو حذفه أو اشتكِ إلى هيئة حماية البيانات. تكفي رسالة واحدة.`,
        },
      },
    ],
  },
];

/** The menu's labels are short where a telephone is narrow; no label means the page's title. */
export const menu: { slug: string; label?: string }[] = [
  { slug: 'services', label: 'Services' },
  { slug: 'about', label: 'About' },
  { slug: 'news' },
  { slug: 'contact' },
];
export const footer = ['services', 'about', 'news', 'contact', 'privacy'];
