import type { SanitizedConfig } from 'payload';

/** What the admin says of our collections in Arabic, by what it says in English. */
const arabic: Record<string, string> = {
  Person: 'شخص',
  People: 'الأشخاص',
  Firm: 'الشركة',
  Name: 'الاسم',
  Address: 'العنوان',
  Role: 'الدور',
  Groups: 'المجموعات',
  Language: 'اللغة',
  'Time Zone': 'المنطقة الزمنية',
  Disabled: 'موقوف',
  'On the website': 'على الموقع',
  Shown: 'ظاهر',
  Order: 'الترتيب',
  Title: 'العنوان',
  Bio: 'نبذة',
  Photo: 'الصورة',
  Group: 'مجموعة',
  Domain: 'النطاق',
  Domains: 'النطاقات',
  Page: 'صفحة',
  Pages: 'الصفحات',
  Website: 'الموقع',
  Slug: 'آخر العنوان',
  'The address: "home" is the first page.': 'العنوان: ‏"home" هي الصفحة الأولى.',
  Description: 'الوصف',
  'One or two sentences for search engines and shared links.':
    'جملة أو جملتان لمحركات البحث والروابط المشاركة.',
  Blocks: 'الأجزاء',
  'Block Name': 'اسم الجزء',
  Layout: 'جزء',
  Layouts: 'الأجزاء',
  Hero: 'واجهة',
  Heroes: 'واجهات',
  Heading: 'العنوان الرئيسي',
  Text: 'نص',
  Image: 'الصورة',
  Button: 'الزر',
  Link: 'الرابط',
  Texts: 'نصوص',
  Body: 'المتن',
  Service: 'خدمة',
  Services: 'الخدمات',
  Intro: 'مقدمة',
  News: 'الأخبار',
  Count: 'العدد',
  'Contact Form': 'نموذج سؤال',
  'Contact Forms': 'نماذج سؤال',
  'The last part of the address, like sash-windows.': 'الجزء الأخير من العنوان، مثل ‎sash-windows.',
  Date: 'التاريخ',
  Summary: 'الملخص',
  'Price from': 'السعر ابتداءً من',
  'Price for': 'السعر لكل',
  Picture: 'صورة',
  Pictures: 'الصور',
  'What it shows': 'ما تُظهره',
  Inquiry: 'سؤال زائر',
  Inquiries: 'أسئلة الزوار',
  Email: 'البريد الإلكتروني',
  Phone: 'الهاتف',
  'Received At': 'وقت الوصول',
  State: 'الحالة',
  Owner: 'المسؤول',
  Mailbox: 'صندوق بريد',
  Mailboxes: 'صناديق البريد',
  Mail: 'البريد',
  Kind: 'النوع',
  Members: 'الأعضاء',
  Alias: 'عنوان بديل',
  Aliases: 'العناوين البديلة',
  Navigation: 'التنقل',
  Menu: 'القائمة',
  Menus: 'القائمة',
  Label: 'التسمية',
  'Empty: the title of the page.': 'فارغ: عنوان الصفحة.',
  Footer: 'التذييل',
  Footers: 'التذييل',
  'Line in the footer': 'سطر في التذييل',
  Languages: 'اللغات',
  'Default Language': 'اللغة الأساسية',
  Colour: 'اللون',
  Currency: 'العملة',
  Typeface: 'الخط',
  Hours: 'ساعات العمل',
  Logo: 'الشعار',
};

type Labelled = Record<string, unknown>;
/** Whatever of a config holds words, and whatever of it holds more of the same. */
const wordsAt = ['label', 'group', 'description', 'singular', 'plural'];
const insideAt = ['fields', 'tabs', 'blocks', 'labels', 'admin'];

/** Gives every word of ours in the admin its Arabic; answers those that have none. */
export function sayInArabic({
  collections,
  globals,
}: Pick<SanitizedConfig, 'collections' | 'globals'>): string[] {
  const missing = new Set<string>();
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.forEach(visit);
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const place = node as Labelled;
    if (isHidden(place)) return;
    for (const name of wordsAt) {
      const english = place[name];
      if (typeof english !== 'string') continue;
      const said = arabic[english];
      if (said) place[name] = { en: english, ar: said };
      else missing.add(english);
    }
    for (const name of insideAt) visit(place[name]);
  };
  const ours = [...collections, ...globals].filter(({ slug }) => !slug.startsWith('payload-'));
  ours.forEach(visit);
  return [...missing];
}

const isHidden = (place: Labelled): boolean =>
  place['hidden'] === true || (place['admin'] as Labelled | undefined)?.['hidden'] === true;
