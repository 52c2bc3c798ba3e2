import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeOffice, fakeOffice } from '#testing/fake-office.ts';
import { newSiteDir, openSite, removeSiteDir, siteKey, type TestSite, until } from '#testing/open-site.ts';
import { sampleSnapshot } from '#testing/sample-snapshot.ts';
import { stylesheetOf } from '#theme/stylesheet.ts';

let office: FakeOffice;
let dir: string;
let site: TestSite;
let isBroken = false;

beforeAll(async () => {
  office = await fakeOffice(siteKey, sampleSnapshot);
  dir = await newSiteDir();
  const render = async ({ body, locale }: { body: { kind: string }; locale: string }) => {
    if (isBroken && body.kind === 'service') throw new Error('a fault at /srv/secret/path');
    return `<html lang="${locale}">${body.kind}</html>`;
  };
  site = await openSite({ office: office.address, dir, render });
  await until(async () => (await site.get('/')).status === 200, 'the first snapshot');
});
afterAll(async () => {
  await site.stop();
  await office.stop();
  await removeSiteDir(dir);
});

const post = (path: string, body: string | URLSearchParams, headers = {}) =>
  fetch(`${site.address}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
const form = (fields: Record<string, string>) => post('/contact', new URLSearchParams(fields));

const kinds: [string, number, () => Promise<Response>][] = [
  ['a page', 200, () => site.get('/')],
  ['a page in Arabic', 200, () => site.get('/ar/contact')],
  ['a page with a form', 200, () => site.get('/contact')],
  ['the thanks', 200, () => site.get('/sent')],
  ['a picture', 200, () => site.get('/media/hero-480x360.webp')],
  [
    'a picture known',
    304,
    () => site.get('/media/hero-480x360.webp', { 'if-none-match': '"hero-480x360.webp"' }),
  ],
  ['the style sheet', 200, () => site.get(stylesheetOf('body{}', sampleSnapshot.firm).href)],
  ['the icon', 200, () => site.get('/favicon.svg')],
  ['a feed', 200, () => site.get('/news.xml')],
  ['the sitemap', 200, () => site.get('/sitemap.xml')],
  ['robots', 200, () => site.get('/robots.txt')],
  ['health', 200, () => site.get('/health')],
  ['a page that is not there', 404, () => site.get('/nope')],
  ['a picture that is not there', 404, () => site.get('/media/none.webp')],
  ['an address that is no text', 404, () => site.get('/%ff')],
  ['a redirect', 308, () => site.get('/contact/')],
  ['a form in the trap', 303, () => form({ website: 'x' })],
  ['a form that lacks something', 422, () => form({})],
  ['a form that is too large', 413, () => form({ text: 'x'.repeat(200_000) })],
  ['a form of another type', 415, () => post('/contact', '{}', { 'content-type': 'application/json' })],
  ['a post where there is no form', 405, () => post('/', 'x')],
  ['a call that is not signed', 403, () => post('/internal/changed', '{}')],
];

test.each(kinds)('%s (%i) carries the security headers', async (_, status, ask) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(/^default-src 'none'; (?!.*(unsafe|https?:|\*))/),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'strict-transport-security': expect.stringContaining('max-age=31536000'),
  });
  expect(answer.headers.get('x-powered-by')).toBeNull();
  expect(answer.headers.get('set-cookie')).toBeNull();
});

describe('a page that cannot be drawn', () => {
  test('is a 500 that tells nothing of its cause, kept by nobody, and is drawn again the next time', async () => {
    isBroken = true;
    const broken = await site.get('/ar/services/stairs');
    expect(broken.status).toBe(500);
    expect(broken.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(broken.headers.get('cache-control')).toBe('no-store');
    expect(await broken.text()).toBe('<html lang="ar">broken</html>');
    isBroken = false;
    expect((await site.get('/ar/services/stairs')).status).toBe(200);
  });
});

test('a site that has never heard of an office says so, for now', async () => {
  const emptyDir = await newSiteDir();
  const cold = await openSite({ office: 'http://127.0.0.1:9', dir: emptyDir });
  try {
    for (const path of ['/', '/ar/contact', '/media/hero-480x360.webp']) {
      const answer = await cold.get(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.headers.get('retry-after')).toBe('60');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await cold.get('/health')).status).toBe(200);
  } finally {
    await cold.stop();
    await removeSiteDir(emptyDir);
  }
});
