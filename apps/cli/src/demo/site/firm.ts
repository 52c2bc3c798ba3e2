import type { Both } from '../both.ts';

export const firm = {
  name: { en: 'Brightwater Joinery', ar: 'نجارة برايت ووتر' } satisfies Both,
  phone: '+44 (0)1632 960417',
  accent: '#33594f',
  typeface: 'serif',
  currency: 'GBP',
  timeZone: 'Europe/London',
  address: {
    en: 'The Ropewalk, Mill Lane\nBrightwater BW3 7QT',
    ar: 'ذا روب ووك، ميل لين\nبرايت ووتر BW3 7QT',
  } satisfies Both,
  hours: {
    en: 'Monday to Friday 7.30–17.00\nFirst Saturday of the month 10.00–13.00',
    ar: 'من الاثنين إلى الجمعة 7:30–17:00\nأول سبت من كل شهر 10:00–13:00',
  } satisfies Both,
  note: {
    en: 'Doors, stairs, windows and kitchens, made by eight people in a brick shed by the river since 1974.',
    ar: 'أبواب وأدراج ونوافذ ومطابخ يصنعها ثمانية أشخاص في ورشة من الطوب على ضفة النهر منذ عام 1974.',
  } satisfies Both,
};
