import { expect, test } from 'vitest';
import { newsFeed } from './feeds/news.ts';
import { sitemap } from './feeds/sitemap.ts';
import { priceOf, telephoneLink } from './format.ts';
import { jsonLd, titleOf } from './head.ts';
import { leadingPicture } from './leading-picture.ts';
import { focusClass, plainFile, sourcesOf } from './pictures.ts';
import { samplePicture, sampleSnapshot } from './testing/sample-snapshot.ts';
import { askPath, linkIn, resolveView } from './view.ts';

const around = { siteUrl: 'https://brightwater.example', styleHref: '/s.css' };
const at = (path: string) => resolveView(sampleSnapshot, path, around);

test('a page names its twin in the other language, itself included', () => {
  expect(at('/contact').alternates).toEqual([
    { locale: 'en', path: '/contact' },
    { locale: 'ar', path: '/ar/contact' },
  ]);
});

test('a page that one language lacks has no twin, and the switch leads to the first page', () => {
  expect(at('/only-english').alternates).toEqual([{ locale: 'en', path: '/only-english' }]);
  expect(at('/only-english').languages[1]).toEqual({ locale: 'ar', path: '/ar' });
});

test('Arabic is written from right to left', () => {
  expect([at('/ar').dir, at('/').dir]).toEqual(['rtl', 'ltr']);
});

test('what is not there is a 404 in the language asked for', () => {
  expect(at('/ar/nope')).toMatchObject({ status: 404, locale: 'ar', body: { kind: 'missing' } });
  expect(at('/news/chapel/more').status).toBe(404);
  expect(at('/__proto__').status).toBe(404);
});

test('a shared link shows the page’s own picture, else the firm’s, else that of the first page', () => {
  const shown = (path: string) => leadingPicture(at(path))?.share;
  expect(shown('/services/stairs')).toBe('stairs-share.jpg');
  expect(['/', '/contact', '/ar/contact', '/news/chapel'].map(shown)).toEqual(
    Array(4).fill('hero-share.jpg'),
  );
  const signed = { ...at('/contact'), firm: { ...sampleSnapshot.firm, logo: samplePicture('sign') } };
  expect(leadingPicture(signed)?.share).toBe('sign-share.jpg');
});

test('the form is found from every page', () => {
  expect(askPath(at('/ar/news/chapel'))).toBe('/ar/contact#ask');
});

test('a button leads to its page in the language that is read, and elsewhere as it says', () => {
  const links = [
    '/contact',
    '/',
    '/contact#ask',
    '/only-english',
    'tel:+441632960417',
    'https://example.org/contact',
  ];
  expect(links.map((link) => linkIn(at('/ar'), link))).toEqual([
    '/ar/contact',
    '/ar',
    '/ar/contact#ask',
    '/only-english',
    'tel:+441632960417',
    'https://example.org/contact',
  ]);
  expect(linkIn(at('/'), '/contact')).toBe('/contact');
});

test('the first page says the name of the firm once', () => {
  expect(titleOf(at('/'))).toBe('Joinery made here · Brightwater Joinery');
});

test('structured data cannot end its own element', () => {
  expect(jsonLd(at('/news/chapel'))).not.toContain('<');
  expect(JSON.parse(jsonLd(at('/news/chapel')))['@graph'][1].headline).toBe('Back in <place>');
});

test('a service says its price as an offer', () => {
  expect(JSON.parse(jsonLd(at('/services/stairs')))['@graph'][1].offers).toMatchObject({
    price: 4200,
    priceCurrency: 'GBP',
  });
});

test('the sitemap lists each page of each language with its twins', () => {
  const map = sitemap(sampleSnapshot, around.siteUrl);
  expect(map).toContain('<loc>https://brightwater.example/ar/contact</loc>');
  expect(map).toContain('hreflang="ar" href="https://brightwater.example/ar"');
  expect(map).not.toContain('/ar/only-english');
});

test('news are escaped in the feed', () => {
  expect(newsFeed(sampleSnapshot, 'en', around.siteUrl)).toContain('<title>Back in &lt;place&gt;</title>');
});

test('pictures offer the lightest format first, in growing widths', () => {
  const [first, second] = sourcesOf(samplePicture('a'));
  expect(first?.type).toBe('image/avif');
  expect(second?.srcset).toBe('/media/a-480x360.webp 480w, /media/a-960x720.webp 960w');
  expect(plainFile(samplePicture('a'))).toBe('a-480x360.webp');
  expect(focusClass(samplePicture('a'))).toBe('fx2 fy5');
});

test('prices and telephone numbers', () => {
  expect(priceOf(4200, 'GBP', 'en')).toBe('£4,200');
  expect(priceOf(12.5, 'GBP', 'en')).toBe('£12.50');
  expect(telephoneLink('+44 (0)1632 960-148')).toBe('tel:+441632960148');
});
