import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fakeClock, signatureHeader, signCall } from '@kontor/core';
import type { Snapshot } from '@kontor/website/snapshot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeOffice, fakeOffice } from './testing/fake-office.ts';
import { newSiteDir, openSite, removeSiteDir, siteKey, type TestSite, until } from './testing/open-site.ts';
import { sampleSnapshot } from './testing/sample-snapshot.ts';

let office: FakeOffice;
let dir: string;
let site: TestSite;

const status = async (path: string) => (await site.get(path)).status;
const retitled = (title: string): Snapshot => {
  const next = structuredClone(sampleSnapshot);
  const page = next.content['en']?.pages[0];
  if (page) page.title = title;
  return next;
};

beforeEach(async () => {
  office = await fakeOffice(siteKey, sampleSnapshot);
  dir = await newSiteDir();
  site = await openSite({ office: office.address, dir });
  await until(async () => (await status('/')) === 200, 'the first snapshot');
});
afterEach(async () => {
  await site.stop();
  await office.stop();
  await removeSiteDir(dir);
});

describe('following the office', () => {
  test('a publish shows without a restart', async () => {
    office.snapshot = retitled('New title');
    await until(async () => (await (await site.get('/')).text()).includes('New title'), 'the new title');
  });

  test('every page and picture answers while the office is away, also after a cold start', async () => {
    await office.stop();
    await site.stop();
    site = await openSite({ office: office.address, dir });
    const map = await (await site.get('/sitemap.xml')).text();
    const paths = [...map.matchAll(/<loc>https:\/\/brightwater\.example([^<]*)<\/loc>/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect([path, await status(path || '/')]).toEqual([path, 200]);
    expect(await status('/media/hero-480x360.webp')).toBe(200);
    expect(await status('/media/stairs-share.jpg')).toBe(200);
    await office.start();
  });

  test('a damaged snapshot is passed over for the one before it', async () => {
    office.snapshot = retitled('Second');
    await until(async () => (await (await site.get('/')).text()).includes('Second'), 'the second title');
    await office.stop();
    await site.stop();
    const path = join(dir, 'snapshot.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Second', 'Forged'));
    site = await openSite({ office: office.address, dir });
    expect(await (await site.get('/')).text()).toContain('Joinery made here');
    await office.start();
  });

  test('what is no snapshot is not taken over', async () => {
    office.snapshot = { ...sampleSnapshot, firm: { ...sampleSnapshot.firm, accent: 'red;}body{' } };
    const before = office.asked;
    await until(() => office.asked > before + 1, 'two more looks at the office');
    expect(await (await site.get('/')).text()).toContain('Joinery made here');
  });
});

describe('the signed call of a publish', () => {
  const call = (header: string, body = '{}') =>
    fetch(`${site.address}/internal/changed`, {
      method: 'POST',
      body,
      headers: { [signatureHeader]: header },
    });
  const signed = (path = '/internal/changed', now = Date.now(), key: Uint8Array = siteKey) =>
    signCall(key, { method: 'POST', path, body: '{}' }, now);

  test('is taken once and refused the second time', async () => {
    const header = signed();
    expect((await call(header)).status).toBe(204);
    expect((await call(header)).status).toBe(403);
  });

  test.each([
    ['no signature', () => ''],
    ['another key', () => signed(undefined, undefined, randomBytes(32))],
    ['another path', () => signed('/internal/other')],
    ['an old signature', () => signed(undefined, Date.now() - 120_000)],
  ])('%s is refused', async (_, header) => {
    expect((await call(header())).status).toBe(403);
  });

  test('a changed body is refused', async () => {
    expect((await call(signed(), '{"seq":1}')).status).toBe(403);
  });
});

describe('answers', () => {
  test.each([
    ['/nope', 404],
    ['/ar/only-english', 404],
    ['/%ff', 404],
    ['/media/../snapshot.json', 404],
    ['/media/%2e%2e%2fsnapshot.json', 404],
    ['/media/.hidden.webp', 404],
    ['/en/contact', 308],
    ['/contact/', 308],
    ['/home', 308],
    ['/ar/contact', 200],
    ['/news/chapel', 200],
    ['/services/stairs', 200],
    ['/privacy', 200],
    ['/news.xml', 200],
    ['/ar/news.xml', 200],
    ['/health', 200],
  ])('%s is %i', async (path, expected) => {
    expect(await status(path)).toBe(expected);
  });

  test('a reader that has the page hears 304', async () => {
    const etag = (await site.get('/')).headers.get('etag') ?? '';
    expect((await site.get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  test('only a form takes a POST', async () => {
    const refused = await fetch(`${site.address}/`, { method: 'POST', body: 'x' });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('a question', () => {
  const words = { name: 'Nora', email: 'nora@example.com', phone: '', text: 'Do you repair sashes?' };
  const later = async () => {
    await site.stop();
    const clock = fakeClock(Date.now());
    site = await openSite({ office: office.address, dir, clock });
    return clock;
  };
  /** A token that is old enough to be a person's. */
  const patientToken = async () => {
    const clock = await later();
    const token = await site.token();
    clock.advance(10_000);
    return token;
  };

  test('is thanked for and reaches the office once', async () => {
    const token = await patientToken();
    const [one, two] = await Promise.all([site.ask({ ...words, token }), site.ask({ ...words, token })]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toBe('/sent');
    await until(() => office.received.length > 0, 'the delivery');
    expect(new Set(office.received.map(({ key }) => key)).size).toBe(1);
    expect(office.received[0]).toMatchObject({ name: 'Nora', language: 'en', page: '/contact' });
  });

  test('waits on disk while the office is away, through a restart, and arrives once', async () => {
    const token = await patientToken();
    await office.stop();
    expect((await site.ask({ ...words, token })).status).toBe(303);
    await site.stop();
    site = await openSite({ office: office.address, dir });
    office.swallow = 2;
    await office.start();
    await until(() => office.received.length >= 3, 'deliveries until one is confirmed');
    expect(new Set(office.received.map(({ key }) => key)).size).toBe(1);
  });

  test('with other words from the same form is another question', async () => {
    const token = await patientToken();
    await site.ask({ ...words, token });
    await site.ask({ ...words, text: 'And doors?', token });
    await until(() => new Set(office.received.map(({ key }) => key)).size === 2, 'two questions');
  });

  test('that lacks something is shown again with what was typed', async () => {
    const token = await patientToken();
    const answer = await site.ask({ ...words, email: 'nora', token });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('"email":"Enter an email address');
    expect(html).toContain('"text":"Do you repair sashes?"');
  });

  test('sent by a machine in no time is asked for once more, and taken then', async () => {
    const clock = await later();
    const token = await site.token();
    expect((await site.ask({ ...words, token })).status).toBe(422);
    clock.advance(4_000);
    expect((await site.ask({ ...words, token })).status).toBe(303);
  });

  test('in the trap is thanked for and forgotten', async () => {
    const token = await patientToken();
    expect((await site.ask({ ...words, website: 'https://spam.example', token })).status).toBe(303);
    await site.ask({ ...words, token });
    await until(() => office.received.length > 0, 'the honest one');
    expect(office.received).toHaveLength(1);
  });

  test.each(['', 'forged', 'zzzz.aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbb'])(
    'with the token "%s" is not taken',
    async (token) => {
      expect((await site.ask({ ...words, token })).status).toBe(422);
    },
  );

  test('too many from one address have to wait; others need not', async () => {
    const token = await patientToken();
    const ask = (text: string, from: string) =>
      site.ask({ ...words, text, token }, { 'x-forwarded-for': from });
    for (let n = 1; n <= 5; n += 1) expect((await ask(`Question ${n}`, '192.0.2.1')).status).toBe(303);
    expect((await ask('Question 6', '192.0.2.1')).status).toBe(429);
    expect((await ask('Question 7', '192.0.2.2')).status).toBe(303);
  });

  test('that is too large is refused', async () => {
    expect((await site.ask({ ...words, text: 'x'.repeat(200_000) })).status).toBe(413);
  });

  test('each form has a token of its own and is kept by nobody', async () => {
    expect(await site.token()).not.toBe(await site.token());
    expect((await site.get('/contact')).headers.get('cache-control')).toBe('no-store');
  });
});
