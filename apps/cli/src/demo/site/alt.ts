import type { Both } from '../both.ts';
import type { DrawingName } from '../pictures/index.ts';

/** What each drawing shows, for those who do not see it. */
export const alt: Record<DrawingName, Both> = {
  workshop: {
    en: 'A workbench with a plane and shavings under a wide window; saws and chisels on the wall',
    ar: 'طاولة نجارة عليها فارة ونشارة تحت نافذة عريضة، ومناشير وأزاميل على الجدار',
  },
  door: {
    en: 'A dark green panelled front door with a fanlight in a brick wall',
    ar: 'باب مدخل أخضر داكن بحشوات ونافذة نصف دائرية في جدار من الطوب',
  },
  stairs: {
    en: 'An oak staircase with white balusters and a handrail that ends in a scroll',
    ar: 'درج من البلوط بقوائم بيضاء ودرابزين ينتهي بلفّة',
  },
  sash: {
    en: 'A sash window with shutters and a window seat, the river outside',
    ar: 'نافذة منزلقة بمصاريع ومقعد تحتها، والنهر في الخارج',
  },
  kitchen: {
    en: 'A green kitchen with an oak worktop, a stone sink and a window over it',
    ar: 'مطبخ أخضر بسطح من البلوط وحوض حجري تعلوه نافذة',
  },
  shelves: {
    en: 'Blue bookcases full of books on both sides of a fireplace',
    ar: 'مكتبتان زرقاوان مليئتان بالكتب على جانبي موقد',
  },
  repair: {
    en: 'An old sash with one pane missing on the bench, chisel and mallet beside it',
    ar: 'درفة قديمة ينقصها لوح زجاج على طاولة العمل وبجانبها إزميل ومطرقة',
  },
  timber: {
    en: 'Oak boards stacked to dry in the open, end grain towards us',
    ar: 'ألواح بلوط مرصوصة لتجف في الهواء الطلق وأطرافها نحونا',
  },
  yard: {
    en: 'The brick workshop with its green doors and the van in the yard',
    ar: 'الورشة المبنية من الطوب بأبوابها الخضراء والشاحنة الصغيرة في الساحة',
  },
  shopfront: {
    en: 'The red wooden front of a café with two wide windows',
    ar: 'واجهة مقهى خشبية حمراء بنافذتين عريضتين',
  },
  dovetail: {
    en: 'Two boards about to be joined by dovetails, tools around them',
    ar: 'لوحان على وشك أن يُجمعا بوصلة ذيل الحمام وحولهما العدّة',
  },
  glass: { en: 'Panes of glass leaning in a wooden rack', ar: 'ألواح زجاج مسنودة في حامل خشبي' },
  plan: {
    en: 'A drawing of a door and a stair on a table, with a pencil, a rule and a cup',
    ar: 'رسم لباب ودرج على طاولة مع قلم ومسطرة وفنجان',
  },
};
