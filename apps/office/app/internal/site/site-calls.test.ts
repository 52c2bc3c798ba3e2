import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSecret } from '@kontor/config';
import { fakeClock, signatureHeader, signCall } from '@kontor/core';
import { openTestDatabase, type TestDatabase } from '@kontor/data/testing';
import { collections } from '@kontor/inquiries';
import type { Office } from '@kontor/suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteCalls, siteCalls } from './site-calls.ts';

const clock = fakeClock();
const question = {
  key: 'k'.repeat(43),
  name: 'Nora',
  email: 'nora@example.com',
  phone: '',
  text: 'Do you repair sashes?',
  language: 'en',
  page: '/contact',
  receivedAt: clock.now(),
};
let dir: string;
let database: TestDatabase;
let calls: SiteCalls;
let key: Uint8Array;
let posted: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-calls-'));
  database = await openTestDatabase({ engine: 'sqlite', collections });
  const config = { secretsDir: join(dir, 'secrets'), mediaDir: join(dir, 'media') };
  await mkdir(config.mediaDir);
  await writeFile(join(config.mediaDir, 'saw-1.webp'), 'a picture');
  await writeFile(join(dir, 'outside'), 'a secret');
  key = ensureSecret(config, 'site');
  const office = {
    config,
    clock,
    bulk: database.bulk,
    changes: database.changes,
    payload: { findGlobal: async () => ({}) },
    audit: () => {},
    firm: async () => ({ name: 'Brightwater', domain: 'brightwater.example' }),
    workingTime: async () => ({ timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }),
    post: async (message: { key: string }) => void posted.push(message.key),
  };
  calls = siteCalls(office as unknown as Office);
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

interface Changes {
  body?: string;
  signedBody?: string;
  signedPath?: string;
  at?: number;
  by?: Uint8Array;
}

function request(method: string, path: string, changes: Changes = {}): Request {
  const { body = '', signedBody = body, signedPath = path, at = clock.now(), by = key } = changes;
  const headers = { [signatureHeader]: signCall(by, { method, path: signedPath, body: signedBody }, at) };
  return new Request(`http://localhost:3000${path}`, { method, headers, ...(body ? { body } : {}) });
}
const path = '/internal/site/inquiries';
const body = JSON.stringify(question);

test('a signed question is written once and posted under its key', async () => {
  posted = [];
  expect((await calls.inquiry(request('POST', path, { body }))).status).toBe(201);
  expect((await calls.inquiry(request('POST', path, { body }))).status).toBe(200);
  expect(new Set(posted)).toEqual(new Set([`inquiry-${question.key}`]));
});

test.each<[string, Changes]>([
  ['another body', { signedBody: body.replace('Nora', 'Eve') }],
  ['another path', { signedPath: '/internal/site/content' }],
  ['another key', { by: randomBytes(32) }],
  ['an hour ago', { at: clock.now() - 3_600_000 }],
])('a call signed for %s is refused and does nothing', async (_, changes) => {
  posted = [];
  expect((await calls.inquiry(request('POST', path, { body, ...changes }))).status).toBe(403);
  expect(posted).toEqual([]);
});

test('a call without a signature is refused, whatever it asks for', async () => {
  const bare = (method: string, where: string) => new Request(`http://localhost:3000${where}`, { method });
  expect((await calls.content(bare('GET', '/internal/site/content'))).status).toBe(403);
  expect((await calls.media(bare('GET', '/internal/site/media/saw-1.webp'), 'saw-1.webp')).status).toBe(403);
  expect((await calls.inquiry(bare('POST', path))).status).toBe(403);
});

test('the same call a second time is a replay', async () => {
  const first = request('POST', path, { body });
  const second = first.clone();
  expect((await calls.inquiry(first)).status).toBe(200);
  expect((await calls.inquiry(second)).status).toBe(403);
});

test('what is no question is refused by name', async () => {
  const wrong = JSON.stringify({ ...question, email: 'nobody' });
  const answer = await calls.inquiry(request('POST', path, { body: wrong }));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ fields: { email: expect.any(String) } });
  expect((await calls.inquiry(request('POST', path, { body: '{' }))).status).toBe(400);
});

test('a picture comes as it is, and nothing outside the folder does', async () => {
  const ask = (file: string) => {
    const where = `/internal/site/media/${encodeURIComponent(file)}`;
    return calls.media(request('GET', where), file);
  };
  expect(await (await ask('saw-1.webp')).text()).toBe('a picture');
  for (const file of ['../outside', '.hidden', 'none.webp', 'a/b']) {
    expect([file, (await ask(file)).status]).toEqual([file, 404]);
  }
});

test('before the firm is set up there is no content', async () => {
  expect((await calls.content(request('GET', '/internal/site/content'))).status).toBe(404);
});

/** Zeros without end and without a length; counts what was asked of it. */
function endless(headers: Record<string, string>) {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      controller.enqueue(new Uint8Array(65_536));
      if (given > 1000) controller.close();
    },
  });
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  return { request: new Request(`http://localhost:3000${path}`, init), given: () => given };
}

test('a body without end is given up, and not begun without a signature', async () => {
  const signed = endless({ [signatureHeader]: signCall(key, { method: 'POST', path, body }, clock.now()) });
  expect((await calls.inquiry(signed.request)).status).toBe(413);
  expect(signed.given()).toBeLessThan(10);
  const stranger = endless({});
  expect((await calls.inquiry(stranger.request)).status).toBe(403);
  expect(stranger.given()).toBeLessThan(3);
});
