import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieName } from '@kontor/auth';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { findMailboxByAddress } from '@kontor/mailbox';
import { addPerson, disablePerson, findPersonByEmail } from '@kontor/people';
import { type Office, openOffice } from '@kontor/suite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { domain, prepareFirm } from '../load/bench-firm.ts';
import { type Running, run } from '../load/child.ts';
import { newHouse } from '../load/house.ts';
import { answers } from '../load/ports.ts';
import { type Asker, collectionTable, globalTable, type Operation } from './access-table.ts';

const askers: Asker[] = ['stranger', 'staff', 'editor', 'admin', 'disabled'];
const operations: Operation[] = ['create', 'read', 'update', 'delete'];
const operator: Caller = { via: 'cli', person: null };
const nothing = '00000000-0000-7000-8000-000000000000';

let folder: string;
let office: Office;
let part: Running;
let base: string;
const cookies = new Map<Asker, string>();
const ids = new Map<Asker, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-access-'));
  const env = await newHouse(join(folder, 'data'));
  await prepareFirm(env, { withPicture: true });
  const log = createLog({ part: 'access', destination: { write: () => undefined } });
  office = await openOffice(loadConfig(env), { log });
  for (const asker of askers) await enter(asker);
  part = run(process.execPath, [join(import.meta.dirname, '../../apps/office/dist/main.mjs')], env);
  await answers(Number(env['KONTOR_OFFICE_PORT']));
  base = `http://localhost:${env['KONTOR_OFFICE_PORT']}`;
});

afterAll(async () => {
  await part?.stop();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A person of that role with a session; who is disabled was let go after signing in. */
async function enter(asker: Asker): Promise<void> {
  if (asker === 'stranger') return;
  const role = asker === 'disabled' ? 'admin' : asker;
  const details = {
    name: asker,
    localPart: asker,
    domain,
    role,
    password: 'rebate-mitre-dovetail-88',
  } as const;
  await addPerson.perform(office, { ...details, groups: [], language: 'en', timeZone: 'UTC' }, operator);
  const person = await findPersonByEmail(office.payload, `${asker}@${domain}`);
  const id = person?.id ?? '';
  ids.set(asker, id);
  const { token } = await office.sessions.open({ person: id, device: 'test', address: '127.0.0.1' });
  cookies.set(asker, `${cookieName}=${token}`);
  if (asker === 'disabled') await disablePerson.perform(office, { person: id }, operator);
}

async function ask(asker: Asker, method: string, path: string, body?: object): Promise<number> {
  const cookie = cookies.get(asker);
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
  };
  const answer = await fetch(`${base}/api/${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** A row that is there, but never the asker's own. */
async function rowOf(slug: string): Promise<string> {
  if (slug === 'persons') return (await findPersonByEmail(office.payload, `grace@${domain}`))?.id ?? nothing;
  const { docs } = await office.payload.find({ collection: slug as never, limit: 1, depth: 0 });
  return String((docs[0] as { id?: unknown } | undefined)?.id ?? nothing);
}

/** Payload looks at the rule first: who may gets an answer about the row, who may not hears 403. */
async function isLetIn(asker: Asker, operation: Operation, slug: string): Promise<boolean> {
  const row = await rowOf(slug);
  const status = await {
    create: () => ask(asker, 'POST', slug, {}),
    read: () => ask(asker, 'GET', `${slug}?limit=1`),
    update: () => ask(asker, 'PATCH', `${slug}/${row}`, {}),
    // Of a row that is not there: this test deletes nothing.
    delete: () => ask(asker, 'DELETE', `${slug}/${nothing}`),
  }[operation]();
  expect(status, `${asker} ${operation} ${slug}`).toBeLessThan(500);
  if (operation === 'update' && slug === 'persons') return status === 200;
  return status !== 401 && status !== 403;
}

test('every collection and global is in the table', () => {
  const { collections, globals } = office.payload.config;
  const own = collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'));
  expect(own.sort()).toEqual(Object.keys(collectionTable).sort());
  expect(globals.map(({ slug }) => slug).sort()).toEqual(Object.keys(globalTable).sort());
});

describe.each(Object.entries(collectionTable))('%s', (slug, row) => {
  test.each(operations)('%s is for those the table names', async (operation) => {
    const letIn = [];
    for (const asker of askers) if (await isLetIn(asker, operation, slug)) letIn.push(asker);
    expect(letIn).toEqual(row[operation]);
  });

  test('in bulk and in its history just as one by one', async () => {
    for (const asker of askers.filter((one) => !row.update.includes(one))) {
      const what = `${asker} ${slug}`;
      expect([403, 404], what).toContain(await ask(asker, 'GET', `${slug}/versions`));
      const everything = `${slug}?where[id][not_equals]=x`;
      const refused = slug === 'persons' ? [200, 403] : [403];
      expect(refused, what).toContain(await ask(asker, 'PATCH', everything, {}));
    }
    for (const asker of askers.filter((one) => !row.delete.includes(one))) {
      expect(await ask(asker, 'DELETE', `${slug}?where[id][not_equals]=x`), `${asker} ${slug}`).toBe(403);
    }
  });
});

describe.each(Object.entries(globalTable))('the global %s', (slug, row) => {
  test('is read and changed by those the table names', async () => {
    const reading = [];
    const changing = [];
    for (const asker of askers) {
      if ((await ask(asker, 'GET', `globals/${slug}`)) === 200) reading.push(asker);
      if ((await ask(asker, 'POST', `globals/${slug}`, {})) === 200) changing.push(asker);
    }
    expect(reading).toEqual(row.read);
    expect(changing).toEqual(row.update);
  });
});

test('a person changes what the office looks like to them, but not who they are or what visitors see of them', async () => {
  const mine = `persons/${ids.get('staff')}`;
  const wanted = {
    language: 'ar',
    name: 'Stella',
    role: 'admin',
    disabled: true,
    passwordHash: 'x',
    profile: { shown: true, title: 'Managing Director' },
  };
  expect(await ask('staff', 'PATCH', mine, wanted)).toBe(200);
  const where = { id: { equals: ids.get('staff') ?? '' } };
  const row = await office.payload.db.findOne({ collection: 'persons', where });
  expect(row).toMatchObject({ language: 'ar', name: 'staff', role: 'staff', disabled: false });
  expect(row).toMatchObject({ profile: { shown: false } });
  expect(await ask('staff', 'PATCH', mine, { timeZone: 'Mars/Nowhere' })).toBe(400);
});

test('nobody opens another person’s mail by writing themselves into its mailbox, and who tries is in the audit', async () => {
  const box = await findMailboxByAddress(office, `staff@${domain}`);
  const intruder = ids.get('admin') ?? '';
  await ask('admin', 'PATCH', `mailboxes/${box?.id}`, { members: [intruder], groups: [], owner: intruder });
  expect(await findMailboxByAddress(office, `staff@${domain}`)).toEqual(box);
  const shared = await findMailboxByAddress(office, `hello@${domain}`);
  expect(await ask('admin', 'PATCH', `mailboxes/${shared?.id}`, { members: [intruder] })).toBe(200);
  expect((await findMailboxByAddress(office, `hello@${domain}`))?.members).toEqual([intruder]);
  await expect.poll(() => part.lastWords()).toMatch(/"action":"mailboxes.update"/);
});

test('nobody reads a password’s hash, not even by asking for it or searching in it', async () => {
  const headers = { cookie: cookies.get('admin') ?? '' };
  for (const query of [
    '',
    '?select[passwordHash]=true',
    '?where[passwordHash][like]=argon',
    '?where[or][0][passwordHash][greater_than]=a',
    '?where[and][0][profile.title][exists]=false&where[and][1][passwordHash][exists]=true',
    '?sort=passwordHash',
    '?sort=-passwordHash',
    '?select[passwordHash]=true&depth=2',
  ]) {
    const answer = await fetch(`${base}/api/persons${query}`, { headers });
    expect(await answer.text()).not.toMatch(/argon2|"passwordHash":/);
    // An answer that depends on the hash would tell it letter by letter.
    if (query.includes('where')) expect(answer.status).toBe(400);
  }
});

test.each(['payload-migrations', 'payload-kv', 'payload-locked-documents', 'payload-jobs'])(
  'Payload’s own %s is nothing for staff',
  async (slug) => {
    // 501: Payload has no route there at all.
    expect([403, 404, 501]).toContain(await ask('staff', 'POST', slug, { name: 'x', batch: 1 }));
    expect([403, 404, 501]).toContain(await ask('staff', 'DELETE', `${slug}?where[id][not_equals]=x`));
    expect([403, 404, 501]).toContain(await ask('staff', 'GET', slug));
  },
);

test('what the admin remembers is small, and of those who may open it', async () => {
  const write = (asker: Asker, size: number) =>
    ask(asker, 'POST', 'payload-preferences/pages-list', { value: 'x'.repeat(size) });
  expect([await write('editor', 1000), await write('staff', 1000), await write('stranger', 1000)]).toEqual([
    200, 403, 403,
  ]);
  expect(await write('editor', 5_000_000)).toBe(413);
  for (const asker of ['staff', 'stranger', 'disabled'] as const) {
    expect(await ask(asker, 'POST', 'payload-preferences', { key: 'x', value: 'x' }), asker).toBe(403);
    expect(await ask(asker, 'GET', 'payload-preferences'), asker).toBe(403);
  }
});

test.each([
  'graphql',
  'persons/login',
  'persons/forgot-password',
  'persons/reset-password',
  'persons/first-register',
  'persons/unlock',
  'persons/refresh-token',
])('%s is shut', async (path) => {
  for (const asker of askers)
    expect([403, 404, 405]).toContain(await ask(asker, 'POST', path, { email: 'x', password: 'x' }));
});
