import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fakeClock } from '@kontor/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeOffice, fakeOffice } from './testing/fake-office.ts';
import { newSiteDir, openSite, removeSiteDir, siteKey, type TestSite, until } from './testing/open-site.ts';
import { rawGet, rawRequest } from './testing/raw-request.ts';
import { sampleSnapshot } from './testing/sample-snapshot.ts';

const secret = 'a secret beside the pictures';
const words = { name: 'Nora', email: 'nora@example.com', phone: '', text: 'Do you repair sashes?' };
const clock = fakeClock(Date.now());

let office: FakeOffice;
let dir: string;
let site: TestSite;
let token: string;

beforeAll(async () => {
  office = await fakeOffice(siteKey, sampleSnapshot);
  dir = await newSiteDir();
  site = await openSite({ office: office.address, dir, clock });
  await until(async () => (await site.get('/contact')).status === 200, 'the first snapshot');
  await writeFile(join(dir, 'secret.webp'), secret);
  token = await site.token();
  clock.advance(10_000);
});
afterAll(async () => {
  await site.stop();
  await office.stop();
  await removeSiteDir(dir);
});

/** Another visitor each time, so that nobody is stopped by what the test before did. */
let visitor = 0;
const from = () => ({ 'x-forwarded-for': `198.51.100.${++visitor}` });

describe('an address made up to reach what is no picture', () => {
  test.each([
    '/media/../secret.webp',
    '/media/./../secret.webp',
    '/media/..%2fsecret.webp',
    '/media/%2e%2e/secret.webp',
    '/media/%2e%2e%2fsecret.webp',
    '/media/..%5csecret.webp',
    '/media/%252e%252e%252fsecret.webp',
    '/media//../secret.webp',
    '/media/secret.webp%00',
    '/media/%c0%ae%c0%ae/secret.webp',
    '/media/',
    '//secret.webp',
    '/media/../../../../../../etc/passwd',
    'http://evil.example/secret.webp',
  ])('%s leads nowhere', async (target) => {
    const { status, body } = await rawGet(site.address, target);
    expect(status).toBe(404);
    expect(body).not.toContain(secret);
    expect(body).not.toContain('root:');
  });
});

describe('a request that lies about where it was sent', () => {
  const lies = [
    'Host: evil.example',
    'Host: brightwater.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher',
    'Host: brightwater.example\r\nForwarded: host=evil.example;proto=http',
    'Host: brightwater.example\r\nX-Original-URL: /ar/contact\r\nX-Rewrite-URL: /ar/contact',
  ];
  test.each(lies)('changes nothing on a page that others are shown: %j', async (headers) => {
    const honest = await rawGet(site.address, '/news/chapel');
    const { status, head, body } = await rawGet(site.address, '/news/chapel', headers);
    expect([status, body]).toEqual([200, honest.body]);
    expect(head).not.toContain('evil');
  });

  test.each(lies)('is not sent elsewhere: %j', async (headers) => {
    const { status, head } = await rawGet(site.address, '/en/contact', headers);
    expect(status).toBe(308);
    expect(head).toMatch(/\r\nlocation: \/contact\r\n/i);
  });

  test.each(['//evil.example/contact', '//evil.example/%2e%2e', '/\\evil.example/', '/%5cevil.example'])(
    'no address redirects to another host: %s',
    async (target) => {
      const { status, head } = await rawGet(site.address, target);
      expect(status).toBe(404);
      expect(head).not.toMatch(/\r\nlocation:/i);
    },
  );

  test('a question mark and what follows make no other page', async () => {
    const tags = await Promise.all(
      ['/', '/?a', '/?b=<script>'].map(async (path) => (await site.get(path)).headers.get('etag')),
    );
    expect(new Set(tags).size).toBe(1);
    expect(await (await site.get('/?b=<script>')).text()).not.toContain('<script>');
  });

  test.each(['//news.xml', '///news.xml', '/en/news.xml', '/news.xml/', '//ar/news.xml', '//sitemap.xml'])(
    'a feed stands at one address, so that made-up ones fill no memory: %s',
    async (target) => {
      expect((await rawGet(site.address, target)).status).toBe(404);
    },
  );

  test('which address is the right one is asked anew each time', async () => {
    expect((await site.get('/en/contact')).headers.get('cache-control')).toBe('no-cache');
  });

  test('a page that a proxy has compressed, or one of several known, is not sent again', async () => {
    const etag = (await site.get('/')).headers.get('etag') ?? '';
    for (const known of [`W/${etag}`, `"older", ${etag}`]) {
      expect((await site.get('/', { 'if-none-match': known })).status).toBe(304);
    }
    expect((await site.get('/', { 'if-none-match': '"older"' })).status).toBe(200);
  });
});

describe('a question made to break something', () => {
  const taken = () => office.received.map(({ name, email, text }) => ({ name, email, text }));

  test.each([
    ['a second header in the name', { name: 'Nora\r\nBcc: all@evil.example' }],
    ['a second header in the address', { email: 'nora@example.com\r\nBcc: all@evil.example' }],
    ['two addresses', { email: 'nora@example.com, all@evil.example' }],
    ['an address with a name', { email: 'Nora <nora@example.com>' }],
    ['a bare line feed', { name: 'Nora\nSubject: hello' }],
    ['a null in the name', { name: 'Nora\0' }],
    ['a line separator in the telephone', { phone: '0163\u20282' }],
    ['a name of 100,000 letters', { name: 'n'.repeat(50_000) }],
    ['an address of 50,000 letters', { email: `${'n'.repeat(50_000)}@example.com` }],
    ['a question of 5,001 letters', { text: 'q'.repeat(5_001) }],
  ])('%s is asked for again and reaches nobody', async (_, wrong) => {
    const answer = await site.ask({ ...words, ...wrong, token }, from());
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(taken()).toEqual([]);
  });

  test('of the longest that is allowed, in four-byte letters, is taken whole', async () => {
    const text = '🪵'.repeat(2_500);
    expect((await site.ask({ ...words, text, token }, from())).status).toBe(303);
    await until(() => office.received.length > 0, 'the delivery');
    expect(office.received[0]?.text).toBe(text);
    office.received.length = 0;
  });

  test('of ten megabytes is heard out and told that it is too large, and the site goes on', async () => {
    const size = 10_000_000;
    const head = [
      'POST /contact HTTP/1.1',
      'Host: brightwater.example',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${size}`,
      'Connection: close',
    ].join('\r\n');
    // A server that closes before the end breaks the sender's pipe, and a browser shows its own error page.
    const { status } = await rawRequest(site.address, `${head}\r\n\r\n${'a'.repeat(size)}`);
    expect(status).toBe(413);
    expect((await site.get('/')).status).toBe(200);
  });

  test.each(['multipart/form-data; boundary=x', 'application/json', 'text/plain', ''])(
    'sent as "%s" is not read',
    async (type) => {
      const answer = await fetch(`${site.address}/contact`, {
        method: 'POST',
        body: Buffer.from(new URLSearchParams({ ...words, token }).toString()),
        headers: type ? { 'content-type': type } : {},
        redirect: 'manual',
      });
      expect(answer.status).toBe(415);
      expect(taken()).toEqual([]);
    },
  );

  test.each(['0:1:2:3:4:5:6:7:8:9::1', '::::', '<script>', ','])(
    'from the address "%s" is from wherever it came',
    async (forwarded) => {
      const answer = await site.ask({ ...words, name: '', token }, { 'x-forwarded-for': forwarded });
      expect(answer.status).toBe(422);
    },
  );

  test('that holds the mark a token stands at still gets its token', async () => {
    const answer = await site.ask({ ...words, name: '@@form-token@@', email: '', token: '' }, from());
    const html = await answer.text();
    expect(html).toContain('"name":"@@form-token@@"');
    expect(html).toMatch(/"token":"[0-9a-z]+\.[\w-]{16}\.[\w-]{24}"/);
  });

  test('sent twenty times at once, and again a day later, is one question', async () => {
    const fresh = await site.token();
    clock.advance(10_000);
    const ask = () => site.ask({ ...words, token: fresh }, from());
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    clock.advance(20 * 3_600_000);
    expect((await ask()).status).toBe(303);
    await until(() => office.received.length > 0, 'the delivery');
    expect(new Set(office.received.map(({ key }) => key)).size).toBe(1);
    clock.advance(10 * 3_600_000);
    expect((await ask()).status).toBe(422);
  });
});
