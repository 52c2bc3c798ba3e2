import type { Both } from '../both.ts';
import type { DrawingName } from '../pictures/index.ts';

export interface DemoService {
  slug: string;
  priceFrom: number;
  picture: DrawingName;
  name: Both;
  priceUnit: Both;
  summary: Both;
  body: Both;
}

export const services: DemoService[] = [
  {
    slug: 'front-doors',
    priceFrom: 1850,
    picture: 'door',
    name: { en: 'Front doors', ar: 'أبواب المداخل' },
    priceUnit: { en: 'hung, with lock and first coat', ar: 'مع التركيب والقفل والطبقة الأولى من الدهان' },
    summary: {
      en: 'Oak or red grandis, 54 mm thick, made to the frame you have or with a new one.',
      ar: 'من البلوط أو الغرانديس الأحمر بسماكة 54 مم، على مقاس الإطار القائم أو مع إطار جديد.',
    },
    body: {
      en: `
A front door has the hardest life of anything we make: sun on one side, a warm hall on the other, and a slam twice a day. So we make it 54 mm thick, with through tenons, and with panels that are free to move in their grooves.
## How it goes
- We come and measure the opening at six points. Old frames are never square; the door is made to the frame, not to the catalogue.
- You choose the panels and the glass from doors that hang in our shop. You may open and slam them.
- Five weeks later Omar hangs it in one day. You have a door that shuts the same evening.
## What is in the price
Door, hinges, five-lever lock, letter plate, weather bar, first coat of paint or oil and the hanging. A new frame is **£620** more; laminated glass in the upper panels is **£180**.
> Ours was made in 1981. We know, because Walter signed it under the letter plate.`,
      ar: `
باب المدخل أشقى ما نصنعه: شمس من جهة ودفء البيت من الأخرى، وصفقة قوية مرتين في اليوم. لذلك نصنعه بسماكة 54 مم بوصلات لسان نافذة، وبحشوات تتحرك بحرية داخل مجاريها.
## كيف يجري العمل
- نأتي ونقيس الفتحة من ست نقاط. الإطارات القديمة لا تكون قائمة الزوايا أبداً، فنصنع الباب على مقاس الإطار لا على مقاس الكتالوج.
- تختار الحشوات والزجاج من أبواب معلّقة في ورشتنا. افتحها واصفقها كما تشاء.
- بعد خمسة أسابيع يركّبه عمر في يوم واحد، ويكون لك باب يُغلق في المساء نفسه.
## ما الذي يشمله السعر
الباب والمفصلات وقفل بخمس روافع وفتحة البريد وحاجز المطر والطبقة الأولى من الدهان أو الزيت والتركيب. الإطار الجديد بزيادة **620 جنيهاً**، والزجاج الطبقي في الحشوتين العلويتين بزيادة **180 جنيهاً**.
> بابنا صُنع عام 1981. نعرف ذلك لأن والتر وقّع اسمه تحت فتحة البريد.`,
    },
  },
  {
    slug: 'staircases',
    priceFrom: 4600,
    picture: 'stairs',
    name: { en: 'Staircases', ar: 'الأدراج' },
    priceUnit: { en: 'straight flight in oak, fitted', ar: 'درج مستقيم من البلوط مع التركيب' },
    summary: {
      en: 'Straight, winding or turning in a tight hall. One drawing, one price, two days on site.',
      ar: 'مستقيمة أو ملتفّة أو في ردهة ضيقة. رسم واحد وسعر واحد ويومان في الموقع.',
    },
    body: {
      en: `
Jonas builds each flight whole on the shop floor, wedges it, walks up it, and takes it apart again into the pieces that fit through your door.
## Before we cut
Grace measures the well herself and draws the stair at one to ten. The drawing shows headroom, going and rise, and says what building control will ask. You get it on paper, to lay in the hall.
## Handrails
We bend rails from eight thin layers of oak, glued round a former. A hand feels no joint from the newel to the landing. A bent rail takes a week longer and costs **from £940**.
## Old stairs
A creak is a loose wedge or a dry glue block. For most stairs that is one day from below, **£340**, and nothing you see has changed.`,
      ar: `
يبني يوناس كل درج كاملاً على أرض الورشة، ويثبّته بالأوتاد، ويصعد عليه، ثم يفكّه إلى القطع التي تمرّ من بابك.
## قبل أن نقطع
تقيس غريس بيت الدرج بنفسها وترسمه بمقياس واحد إلى عشرة. يبيّن الرسم الارتفاع الحر وعرض الدرجة وارتفاعها، ويذكر ما ستطلبه دائرة البناء في البلدية. تحصل عليه على الورق لتفرشه في الردهة.
## الدرابزين
نحني الدرابزين من ثماني طبقات رقيقة من البلوط تُلصق حول قالب، فلا تحسّ اليد بأي وصلة من العمود حتى البسطة. الدرابزين المحني يحتاج أسبوعاً إضافياً ويكلّف **من 940 جنيهاً**.
## الأدراج القديمة
الصرير وتد مرتخٍ أو غراء جفّ. في معظم الأدراج يكفي يوم عمل واحد من الأسفل، **340 جنيهاً**، ولا يتغير شيء مما تراه.`,
    },
  },
  {
    slug: 'sash-windows',
    priceFrom: 1280,
    picture: 'sash',
    name: { en: 'Sash windows', ar: 'النوافذ المنزلقة' },
    priceUnit: { en: 'a window, fitted and painted', ar: 'للنافذة مع التركيب والدهان' },
    summary: {
      en: 'New sashes for old boxes, with thin double glazing and weights that balance.',
      ar: 'درف جديدة لصناديق قديمة، بزجاج مزدوج رفيع وأثقال متوازنة.',
    },
    body: {
      en: `
Nine times in ten the box is sound and only the sashes are gone. We keep the box, the sill and the plaster, and make new sashes in Accoya with slim double glazing, 14 mm in all. From the street nobody can tell; in the bedroom it is four degrees warmer.
## What you get
- Glazing bars of 18 mm, with the profile copied from yours.
- Lead weights made heavier for the new glass, and waxed cotton cord.
- Brush seals in the parting bead: no rattle, no draught.
- Three coats, the last one on site.
Two people change four windows in a day. If your house is listed, we draw the sections for the conservation officer; that is part of the price.`,
      ar: `
في تسع حالات من عشر يكون الصندوق سليماً ولا تتلف إلا الدرف. نُبقي الصندوق والعتبة والجص، ونصنع درفاً جديدة من خشب الأكويا بزجاج مزدوج رفيع سماكته الكلية 14 مم. من الشارع لا يلاحظ أحد فرقاً، أما غرفة النوم فتصبح أدفأ بأربع درجات.
## ما تحصل عليه
- قضبان زجاج بعرض 18 مم بمقطع منسوخ عن نوافذك.
- أثقال رصاص زيد وزنها لتناسب الزجاج الجديد، وحبل قطني مشمّع.
- فرش عازلة في المجرى الأوسط: لا خشخشة ولا تيار هواء.
- ثلاث طبقات دهان، الأخيرة منها في الموقع.
يبدّل شخصان أربع نوافذ في اليوم. وإن كان بيتك مسجلاً أثرياً نرسم المقاطع لموظف الحفاظ على المباني، وهذا ضمن السعر.`,
    },
  },
  {
    slug: 'kitchens',
    priceFrom: 14500,
    picture: 'kitchen',
    name: { en: 'Kitchens', ar: 'المطابخ' },
    priceUnit: { en: 'for about five metres, without appliances', ar: 'لنحو خمسة أمتار، دون الأجهزة' },
    summary: {
      en: 'Solid fronts, dovetailed drawers, drawn at full size on the floor before anything is cut.',
      ar: 'واجهات من الخشب المصمت وجوارير بوصلات ذيل الحمام، تُرسم بحجمها الحقيقي على الأرض قبل أي قطع.',
    },
    body: {
      en: `
Layla begins with what you cook and where you put down the shopping. Then she lays the kitchen out on our floor in tape, at full size, and you walk through it with a pan in your hand.
## How it is made
Frames and fronts in tulipwood for paint, or in oak. Carcasses in birch plywood, because it holds a screw for thirty years. Drawers in oak, dovetailed, on runners that carry 40 kg.
## How long it takes
Two weeks of drawing, seven weeks in the shop, five days in your house. You are without a tap for one night; Omar writes on the door which one.
## What it costs
A kitchen of about five metres with a worktop in oak begins at **£14,500**. We give a price per cupboard, so you can see what leaving one out would save.`,
      ar: `
تبدأ ليلى بما تطبخه وبالمكان الذي تضع فيه المشتريات. ثم تخطّ المطبخ بشريط لاصق على أرض ورشتنا بحجمه الحقيقي، وتمشي فيه ومقلاتك في يدك.
## كيف يُصنع
الإطارات والواجهات من خشب التوليب للدهان أو من البلوط. والهياكل من خشب البتولا الرقائقي لأنه يمسك البرغي ثلاثين عاماً. والجوارير من البلوط بوصلات ذيل الحمام على سكك تحمل 40 كغ.
## كم يستغرق
أسبوعان للرسم وسبعة أسابيع في الورشة وخمسة أيام في بيتك. تبقى بلا حنفية ليلة واحدة، ويكتب عمر على الباب أي ليلة هي.
## كم يكلّف
مطبخ بطول خمسة أمتار تقريباً مع سطح من البلوط يبدأ من **14,500 جنيه**. نعطيك سعراً لكل خزانة لترى ما توفّره إن استغنيت عن واحدة.`,
    },
  },
  {
    slug: 'shelves-and-alcoves',
    priceFrom: 1150,
    picture: 'shelves',
    name: { en: 'Shelves and alcoves', ar: 'الرفوف وخزائن التجاويف' },
    priceUnit: { en: 'an alcove, painted', ar: 'للتجويف الواحد مع الدهان' },
    summary: {
      en: 'Bookcases and cupboards scribed to crooked walls, in and painted within three days.',
      ar: 'مكتبات وخزائن تُفصَّل على الجدران المائلة، تُركَّب وتُدهن في ثلاثة أيام.',
    },
    body: {
      en: `
No alcove in Brightwater is the same width at the top as at the bottom. We bring the shelves 20 mm too long and scribe them on the day.
- Shelves in 28 mm, which carry art books over 900 mm without a sag.
- Cupboards below, with room behind for the sockets you have.
- Lights let into the upright where you want to read.
A pair of alcoves either side of a fireplace comes to **£2,150**, painted in your colour.`,
      ar: `
لا يوجد في برايت ووتر تجويف عرضه في الأعلى كعرضه في الأسفل. نُحضر الرفوف أطول بـ20 مم ونفصّلها في مكانها.
- رفوف بسماكة 28 مم تحمل كتب الفن على عرض 900 مم دون أن تنحني.
- خزائن في الأسفل مع فراغ خلفها لمقابس الكهرباء الموجودة.
- إضاءة مغروسة في القائم حيث تحب أن تقرأ.
زوج من التجاويف على جانبي الموقد بـ **2,150 جنيهاً** مدهوناً باللون الذي تختاره.`,
    },
  },
  {
    slug: 'repairs',
    priceFrom: 85,
    picture: 'repair',
    name: { en: 'Repairs', ar: 'الإصلاح' },
    priceUnit: {
      en: 'a visit, taken off the bill if we do the work',
      ar: 'للزيارة، تُخصم من الفاتورة إن نفّذنا العمل',
    },
    summary: {
      en: 'Sashes that stick, doors that drop, a sill gone soft. We mend before we replace.',
      ar: 'درف عالقة وأبواب هابطة وعتبات تآكلت. نُصلح قبل أن نستبدل.',
    },
    body: {
      en: `
Priya mends. She cuts out what is rotten, lets in new wood, and leaves the rest as it was. Old glass is lifted with steam and goes back into the same pane.
## What things cost
- Sash freed, new cords, brush seals: **£260** a window.
- New bottom rail for a sash: **£195**.
- Half a sill let in: **£230**.
- Door planed and rehung: **£120**.
- One piece of furniture: bring it on a first Saturday and ask.
If it cannot be saved we say so at the visit, and why.`,
      ar: `
بريا تُصلح. تقطع ما تعفّن وتُدخل خشباً جديداً وتترك الباقي كما كان. أما الزجاج القديم فيُفكّ بالبخار ويعود إلى مكانه.
## كم تكلّف الأشياء
- تحرير درفة وحبال جديدة وفرش عازلة: **260 جنيهاً** للنافذة.
- عارضة سفلية جديدة للدرفة: **195 جنيهاً**.
- نصف عتبة جديدة: **230 جنيهاً**.
- سحج باب وإعادة تعليقه: **120 جنيهاً**.
- قطعة أثاث: أحضرها في أول سبت من الشهر واسأل.
وإن تعذّر الإنقاذ قلنا ذلك عند الزيارة مع السبب.`,
    },
  },
];
