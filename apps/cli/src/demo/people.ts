import type { Role } from '@kontor/core';
import type { Both } from './both.ts';

export const domain = 'brightwater.example';

export const groups = ['Office', 'Workshop', 'Fitting'] as const;

export interface DemoPerson {
  localPart: string;
  name: string;
  role: Role;
  groups: (typeof groups)[number][];
  language: 'en' | 'ar';
  timeZone: string;
  title: Both;
  bio: Both;
  /** How the portrait is drawn. */
  face: {
    ground: string;
    skin: string;
    hair: string;
    cloth: string;
    cut: 'short' | 'long' | 'bun' | 'bald' | 'scarf' | 'curls';
    beard?: true;
    glasses?: true;
  };
}

/** The first is the firm's first admin. */
export const persons: DemoPerson[] = [
  {
    localPart: 'grace',
    name: 'Grace Whitfield',
    role: 'admin',
    groups: ['Office', 'Workshop'],
    language: 'en',
    timeZone: 'Europe/London',
    title: { en: 'Joiner and owner', ar: 'نجّارة وصاحبة الورشة' },
    bio: {
      en: 'Served her time in this shop, then bought it from Walter Pell in 2011. Measures every staircase herself.',
      ar: 'تعلّمت المهنة في هذه الورشة ثم اشترتها من والتر بيل عام 2011. تقيس كل درج بنفسها.',
    },
    face: { ground: '#b9c4b4', skin: '#e0b394', hair: '#7d4a2b', cloth: '#33524a', cut: 'bun' },
  },
  {
    localPart: 'marta',
    name: 'Marta Zielińska',
    role: 'admin',
    groups: ['Office'],
    language: 'en',
    timeZone: 'Europe/London',
    title: { en: 'Office and dates', ar: 'المكتب والمواعيد' },
    bio: {
      en: 'Answers the telephone, writes the quotations and knows which week your windows are in.',
      ar: 'تردّ على الهاتف وتكتب عروض الأسعار وتعرف في أي أسبوع تُركَّب نوافذك.',
    },
    face: {
      ground: '#d8c6ae',
      skin: '#edc9ac',
      hair: '#caa25c',
      cloth: '#7b3f3a',
      cut: 'long',
      glasses: true,
    },
  },
  {
    localPart: 'layla',
    name: 'Layla Nasser',
    role: 'editor',
    groups: ['Office'],
    language: 'ar',
    timeZone: 'Europe/London',
    title: { en: 'Kitchens and drawings', ar: 'المطابخ والرسومات' },
    bio: {
      en: 'Trained as an architect in Beirut. Draws each kitchen at full size on the floor before a board is cut.',
      ar: 'درست العمارة في بيروت. ترسم كل مطبخ بحجمه الحقيقي على الأرض قبل أن يُقطع أي لوح.',
    },
    face: { ground: '#a9b8c2', skin: '#d9a882', hair: '#2f5f74', cloth: '#2f5f74', cut: 'scarf' },
  },
  {
    localPart: 'tom',
    name: 'Tom Ashworth',
    role: 'staff',
    groups: ['Workshop'],
    language: 'en',
    timeZone: 'Europe/London',
    title: { en: 'Foreman', ar: 'رئيس الورشة' },
    bio: {
      en: 'Forty years at the bench. Picks the boards at the sawmill and sends back one in five.',
      ar: 'أربعون عاماً على طاولة العمل. يختار الألواح في المنشرة ويعيد لوحاً من كل خمسة.',
    },
    face: {
      ground: '#c9b49a',
      skin: '#e3b694',
      hair: '#b9b4aa',
      cloth: '#3f4a57',
      cut: 'bald',
      beard: true,
      glasses: true,
    },
  },
  {
    localPart: 'jonas',
    name: 'Jonas Brandt',
    role: 'staff',
    groups: ['Workshop'],
    language: 'en',
    timeZone: 'Europe/Berlin',
    title: { en: 'Stairs', ar: 'الأدراج' },
    bio: {
      en: 'Came from Lübeck for a summer, nine years ago. Bends handrails that follow your hand.',
      ar: 'جاء من لوبيك لصيف واحد قبل تسعة أعوام. يحني الدرابزين حتى يتبع يدك.',
    },
    face: {
      ground: '#b4bfae',
      skin: '#efcdb2',
      hair: '#c08a4a',
      cloth: '#5d4a3a',
      cut: 'short',
      beard: true,
    },
  },
  {
    localPart: 'priya',
    name: 'Priya Raman',
    role: 'staff',
    groups: ['Workshop'],
    language: 'en',
    timeZone: 'Europe/London',
    title: { en: 'Sash windows', ar: 'النوافذ المنزلقة' },
    bio: {
      en: 'Has taken apart some two thousand sashes. Saves old glass wherever it can be saved.',
      ar: 'فكّكت نحو ألفي نافذة منزلقة. تحفظ الزجاج القديم كلما أمكن حفظه.',
    },
    face: { ground: '#d3b8a6', skin: '#a9714c', hair: '#241a17', cloth: '#8a5a2b', cut: 'long' },
  },
  {
    localPart: 'omar',
    name: 'Omar Haddad',
    role: 'staff',
    groups: ['Fitting'],
    language: 'ar',
    timeZone: 'Europe/London',
    title: { en: 'Fitting', ar: 'التركيب' },
    bio: {
      en: 'Hangs the doors and leaves the house cleaner than he found it. Speaks English and Arabic.',
      ar: 'يركّب الأبواب ويترك البيت أنظف مما وجده. يتحدث العربية والإنجليزية.',
    },
    face: {
      ground: '#bcc3c9',
      skin: '#c99169',
      hair: '#2a211d',
      cloth: '#4c5b3f',
      cut: 'short',
      beard: true,
    },
  },
  {
    localPart: 'samuel',
    name: 'Samuel Okoro',
    role: 'staff',
    groups: ['Fitting', 'Workshop'],
    language: 'en',
    timeZone: 'Europe/London',
    title: { en: 'Apprentice, third year', ar: 'متدرّب، السنة الثالثة' },
    bio: {
      en: 'Cuts the dovetails now. His first staircase goes into a house on Ferry Street next month.',
      ar: 'يصنع الآن وصلات ذيل الحمام. أول درج له يُركَّب الشهر القادم في بيت بشارع فيري.',
    },
    face: { ground: '#cdbf9f', skin: '#6f452e', hair: '#1d1512', cloth: '#2e4a63', cut: 'curls' },
  },
];

export const addressOf = (localPart: string): string => `${localPart}@${domain}`;
