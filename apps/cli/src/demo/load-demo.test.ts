import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { type RunningMongod, startMongod, testEngines } from '@kontor/data/testing';
import { freePort } from '@kontor/data/testing/free-port';
import { remindOverdue } from '@kontor/inquiries';
import { createLog } from '@kontor/log';
import { listConversations, listMailboxes, openPart, readConversation, type Verdict } from '@kontor/mailbox';
import { findPersonByEmail, signIn } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { listDevices, listNetworks } from '@kontor/tunnels';
import { contentForSite } from '@kontor/website';
import { type Snapshot, snapshotSchema } from '@kontor/website/snapshot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoDns, startDemoDns } from './demo-dns.ts';
import { loadDemo } from './load-demo.ts';
import { mailsByDate } from './mail/all.ts';
import { type DemoMail, messageIdOf } from './mail/demo-mail.ts';
import { writeMarker } from './marker.ts';
import { demoPasswords } from './passwords.ts';
import { addressOf, persons } from './people.ts';
import { drawings } from './pictures/index.ts';

const root = join(import.meta.dirname, '../../../..');
const log = createLog({ part: 'test', level: 'error' });
const begunAt = Date.now();
const mails = mailsByDate(begunAt);

let dir: string;
let dns: DemoDns;
let mongod: RunningMongod | undefined;
let config: Config;
let services: ChildProcess[] = [];
let office: Office;
let site: Snapshot;
/** What the load said that came after the killed one. */
const said: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-demo-'));
  // SQLite, unless KONTOR_TEST_ENGINE says otherwise: once is enough for each run.
  mongod = testEngines()[0] === 'mongodb' ? await startMongod() : undefined;
  const env = {
    KONTOR_DATA: dir,
    KONTOR_SMTP_PORT: String(await freePort()),
    KONTOR_DEMO: '1',
    ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
  };
  await migrate(loadConfig(env));
  dns = await startDemoDns(loadConfig(env));
  const whole = { ...env, KONTOR_DNS: dns.address };
  config = loadConfig(whole);
  const start = (part: string) =>
    spawn(process.execPath, [join(root, 'apps', part, 'src/main.ts')], {
      cwd: root,
      env: whole as never,
      stdio: 'ignore',
    });
  services = ['mail', 'vpn'].map(start);
  await answers(config.ports.smtp);
  writeMarker(config, { begunAt, done: false });
  await killInTheMiddle(whole);
  await loadDemo({ config, log, say: (line) => said.push(line) });
  office = await openOffice(config, { log });
  const content = await contentForSite(office)();
  site = snapshotSchema.parse(JSON.parse(content?.json ?? '{}'));
}, 300_000);

afterAll(async () => {
  await office?.close();
  for (const service of services.filter(({ exitCode }) => exitCode === null)) {
    const gone = new Promise((resolve) => service.once('exit', resolve));
    service.kill('SIGTERM');
    await gone;
  }
  await dns?.close();
  await mongod?.stop();
  await rm(dir, { recursive: true, force: true });
});

const rowOf = async (id: string) => {
  const mail = mails.find((each) => each.id === id) as DemoMail;
  const [row] = await office.bulk.find('messages', { messageId: messageIdOf(mail) });
  if (!row) throw new Error(`${id} is not there`);
  return { mail, row };
};
const callerOf = async (localPart: string): Promise<Caller> => ({
  via: 'web',
  person: await findPersonByEmail(office.payload, addressOf(localPart)),
});
const inboxOf = async (caller: Caller, address: string) =>
  (await listMailboxes.perform(office, {}, caller))
    .find((mailbox) => mailbox.address === address)
    ?.folders.find(({ role }) => role === 'inbox')?.id ?? '';

describe('the demo’s site', () => {
  test.each(['en', 'ar'])('has every page, six services and five news in %s', async (language) => {
    const content = site.content[language];
    expect(content?.pages.map(({ slug }) => slug).sort()).toEqual([
      'about',
      'contact',
      'home',
      'news',
      'privacy',
      'services',
    ]);
    expect(content?.services).toHaveLength(6);
    expect(content?.posts).toHaveLength(5);
    expect(content?.people).toHaveLength(8);
    expect(
      content?.services.every(
        ({ priceFrom, priceUnit, image, html }) => priceFrom && priceUnit && image && html,
      ),
    ).toBe(true);
    expect(content?.posts.every(({ title, summary, image, html }) => title && summary && image && html)).toBe(
      true,
    );
    expect(content?.people.every(({ title, bio, photo }) => title && bio && photo)).toBe(true);
    expect(content?.menu).toHaveLength(4);
    const { totalDocs } = await office.payload.db.count({ collection: 'media' });
    expect(totalDocs).toBe(Object.keys(drawings).length + persons.length);
  });

  test('its Arabic is Arabic, block by block', () => {
    const words = (language: string) =>
      site.content[language]?.pages.flatMap(({ title, description, blocks }) => [
        title,
        description,
        ...blocks.flatMap((block) => ('heading' in block ? block.heading : block.html)),
      ]) ?? [];
    const [english, arabic] = [words('en'), words('ar')];
    expect(arabic).toHaveLength(english.length);
    for (const [index, text] of arabic.entries()) {
      expect(Boolean(text)).toBe(Boolean(english[index]));
      if (text) expect(text).toMatch(/\p{Script=Arabic}/u);
    }
    expect(english.join('')).not.toMatch(/\p{Script=Arabic}/u);
  });
});

describe('the demo’s people', () => {
  test('sign in with the passwords that are printed, and nobody with another', async () => {
    const passwords = demoPasswords(config);
    expect(Object.keys(passwords)).toHaveLength(8);
    for (const { localPart, role } of persons) {
      const email = addressOf(localPart);
      const { session } = await signIn.perform(
        office,
        { email, password: passwords[email] ?? '' },
        { via: 'web', person: null, address: '192.0.2.1' },
      );
      expect((await findPersonByEmail(office.payload, email))?.role).toBe(role);
      expect(session.person).toBe((await findPersonByEmail(office.payload, email))?.id);
    }
    const wrong = signIn.perform(
      office,
      { email: addressOf('grace'), password: 'not it at all' },
      { via: 'web', person: null, address: '192.0.2.2' },
    );
    await expect(wrong).rejects.toMatchObject({ code: 'people.wrong-password' });
  });

  test('are in three groups, the office reads hello@, the workshop its own', async () => {
    expect((await office.payload.db.find({ collection: 'groups', limit: 10 })).docs).toHaveLength(3);
    const readersOf = async (mailbox: string) => {
      const reads = async (localPart: string) =>
        (await inboxOf(await callerOf(localPart), addressOf(mailbox))) !== '';
      const found: string[] = [];
      for (const { localPart } of persons) if (await reads(localPart)) found.push(localPart);
      return found;
    };
    expect(await readersOf('hello')).toEqual(['grace', 'marta', 'layla']);
    expect(await readersOf('workshop')).toEqual(['grace', 'tom', 'jonas', 'priya', 'samuel']);
  });
});

describe('the demo’s mail', () => {
  test('goes on where a killed load was', () => {
    const [, rest] = /(\d+) mails came through/.exec(said.join('\n')) ?? [];
    expect(Number(rest)).toBeGreaterThan(0);
    expect(Number(rest)).toBeLessThanOrEqual(mails.length - 20);
  });

  /** What strangers wrote; not what the office made itself, nor what its people sent. */
  async function fromOutside(select: string[]) {
    const rows = await office.bulk.find('messages', {}, { select: [...select, 'verdict'] });
    return rows.filter(
      ({ verdict }) => ![undefined, 'internal'].includes((verdict as Verdict | null)?.summary),
    );
  }

  test('visitors have asked, one question is somebody’s already, and some mail was sent', async () => {
    const asked = await office.bulk.find('inquiries', {});
    expect(asked).toHaveLength(4);
    expect(asked.filter(({ owner }) => owner)).toHaveLength(1);
    const sent = await office.bulk.find('dispatches', {});
    expect(sent).toHaveLength(3);
    expect(await office.bulk.find('drafts', {})).toEqual([]);
  });

  test('came through the SMTP door, each once per mailbox', async () => {
    expect(mails.length).toBeGreaterThanOrEqual(60);
    const rows = await fromOutside(['messageId', 'mailbox', 'prefix']);
    expect(new Set(rows.map((row) => row['messageId']))).toEqual(new Set(mails.map(messageIdOf)));
    expect(new Set(rows.map((row) => `${row['messageId']} ${row['mailbox']}`)).size).toBe(rows.length);
    for (const row of rows) expect(row['prefix']).toMatch(/^Received: from .* \(\[127\.0\.0\.1\]\)/m);
  });

  test('is believed, doubted and disbelieved as it should be', async () => {
    const rows = await fromOutside(['messageId']);
    const wanted = new Map(mails.map((mail) => [messageIdOf(mail), verdictOf(mail)]));
    for (const row of rows) {
      const id = String(row['messageId']);
      expect([id, (row['verdict'] as Verdict).summary]).toEqual([id, wanted.get(id)]);
    }
    expect(new Set(wanted.values())).toEqual(new Set(['pass', 'fail', 'none']));
    const { row } = await rowOf('door-1');
    expect((row['verdict'] as Verdict).dkim).toEqual([{ domain: 'postbox.example', result: 'pass' }]);
  });

  test.each(mails.filter(({ charset }) => charset).map(({ id, charset }) => [id, charset]))(
    '%s in %s reads as it was written',
    async (id) => {
      const { mail, row } = await rowOf(id);
      expect(row['subject']).toBe(mail.subject);
      expect((row['from'] as { name: string }[])[0]?.name).toBe(mail.from.replace(/ <.*/, ''));
      expect(
        String(row['text'])
          .replaceAll('\r', '')
          .startsWith(mail.text ?? '?'),
      ).toBe(true);
      expect((row['attachments'] as { name: string }[]).map(({ name }) => name)).toEqual(mail.attach ?? []);
    },
  );

  test('attachments come out whole: a PDF, a letter, a picture, an invitation', async () => {
    const starts: [string, number, string][] = [
      ['door-4', 0, '%PDF-1.4'],
      ['apply-1', 0, 'PK\u0003\u0004'],
      ['apply-1', 1, '\u0089PNG'],
      ['villa-3', 1, 'BEGIN:VCALENDAR'],
    ];
    for (const [id, part, start] of starts) {
      const { row } = await rowOf(id);
      const caller = await callerOf('grace');
      const { content } = await openPart.perform(office, { message: row.id, part }, caller);
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString('latin1').startsWith(start)).toBe(true);
    }
  });

  test('lies over eight weeks, in conversations', async () => {
    const caller = await callerOf('grace');
    const folder = await inboxOf(caller, addressOf('hello'));
    const { rows } = await listConversations.perform(office, { folder, limit: 100 }, caller);
    const dates = rows.map(({ date }) => Date.parse(date));
    expect(dates).toEqual(dates.toSorted((one, other) => other - one));
    expect(begunAt - Math.min(...dates)).toBeGreaterThan(30 * 86_400_000);
    const door = rows.find(({ subject }) => subject === 'A front door for 12 Ferry Street');
    expect(door?.count).toBe(5);
    const { messages } = await readConversation.perform(
      office,
      { folder, thread: door?.thread ?? '' },
      caller,
    );
    const days = messages.map(({ date }) => Math.round((begunAt - Date.parse(date)) / 86_400_000));
    expect(days[0]).toBeGreaterThan(53);
    expect(days.at(-1)).toBeLessThan(4);
  });

  test.each(['hello', 'workshop', 'grace'])(
    'in %s what is new is unread and the rest is not',
    async (mailbox) => {
      const caller = await callerOf('grace');
      const folder = await inboxOf(caller, addressOf(mailbox));
      const { rows } = await listConversations.perform(office, { folder, limit: 100 }, caller);
      const isNew = ({ date }: { date: string }) => Date.parse(date) > begunAt - 2.5 * 86_400_000;
      expect(rows.filter(isNew).length).toBeGreaterThan(0);
      expect(rows.filter((row) => row.unread !== isNew(row))).toEqual([]);
    },
  );
});

/** A load in a process of its own that is killed, without a word, once twenty mails are in. */
async function killInTheMiddle(env: Record<string, string>): Promise<void> {
  const script = `
    import { loadConfig } from '@kontor/config';
    import { createLog } from '@kontor/log';
    import { loadDemo } from './src/demo/load-demo.ts';
    const log = createLog({ part: 'test', level: 'error' });
    await loadDemo({ config: loadConfig(process.env), log, say: (line) => console.log(line) });`;
  const loading = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(root, 'apps/cli'),
    env: env as never,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  loading.stdout.on('data', (piece: Buffer) => {
    heard += piece.toString();
    if (heard.includes('20 of')) loading.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => loading.once('exit', (_code, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`the load was not killed in its middle: ${heard}`);
}

test('two networks, six devices of four people, and a service that says it enforces nothing', async () => {
  const grace = await findPersonByEmail(office.payload, addressOf('grace'));
  const caller: Caller = { via: 'web', person: grace };
  const networks = await listNetworks.perform(office, {}, caller);
  expect(networks.map(({ name, devices }) => [name, devices])).toEqual([
    ['Office', 4],
    ['Machines', 2],
  ]);
  const { devices, service } = await listDevices.perform(office, { whose: 'all' }, caller);
  expect(new Set(devices.map(({ person }) => person.name)).size).toBe(4);
  expect(service).toMatchObject({ state: 'config-only', why: 'demo' });
});

test('a second load, and one that had been cut off at its very end, change nothing', async () => {
  const count = async () => {
    const kinds = [
      'messages',
      'placements',
      'media',
      'pages',
      'posts',
      'services',
      'persons',
      'groups',
      'mailboxes',
      'aliases',
    ];
    const counts = await Promise.all(
      kinds.map(async (kind) => [
        kind,
        (await office.payload.db.count({ collection: kind as never })).totalDocs,
      ]),
    );
    return Object.fromEntries(counts);
  };
  // The mail service does so each minute: once it is done, nothing comes between the counts.
  await remindOverdue(office);
  const before = await count();
  expect(await loadDemo({ config, log, say: () => undefined })).toEqual({ loaded: false });
  expect(await count()).toEqual(before);
  writeMarker(config, { begunAt, done: false });
  expect(await loadDemo({ config, log, say: () => undefined })).toEqual({ loaded: true });
  expect(await count()).toEqual(before);
});

/** What a reader should be told, from who sends for whom; written here by hand, not by the code that sends. */
function verdictOf({ id, from }: DemoMail): Verdict['summary'] {
  if (['bank-1', 'boss-1', 'tax-1', 'trust-1', 'altered-1'].includes(id)) return 'fail';
  return /@(hallfarm|mill-cafe|weir-cottage|linseed-lead|ferrylane-school|bladeandband)\.example>$/.test(from)
    ? 'none'
    : 'pass';
}

async function answers(port: number): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const isThere = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
    if (Date.now() > until) throw new Error('the mail service does not answer');
    await sleep(50);
  }
}
