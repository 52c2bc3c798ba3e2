import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { type Caller, type Clock, newId } from '@kontor/core';
import type { RunningMongod } from '@kontor/data/testing';
import { openDue, type Sender, type SigningKey, sendDraft, signingKey } from '@kontor/delivery';
import { createLog } from '@kontor/log';
import { folderId, openMailbox, readMessage } from '@kontor/mailbox';
import { migrate, type Office, openOffice } from '@kontor/suite';

export interface Letter {
  to: string[];
  subject?: string;
  text?: string;
}

export interface TestPost {
  office: Office;
  senders: Map<string, Sender>;
  /** Lines of its log. */
  logged: string[];
  /** Sends as grace@y.test, past the ten seconds; the queue has its rows. */
  post(letter: Letter, clock: { advance(ms: number): void }): Promise<string>;
  /** What lies in the inbox of that mailbox, read. */
  inbox(name: string): Promise<{ subject: string; text: string; raw: string }[]>;
  /** The recipients of everything in the queue, by what became of them. */
  states(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** A key of a test's own. */
export function testKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return signingKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

const noName = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
export const grace: Caller = { via: 'web', person: { id: 'grace', role: 'staff', groups: [] } };

/**
 * An office of the domain y.test in which grace and tom have mailboxes, with nobody sending yet; on the MongoDB server given,
 * in a database of its own, or on SQLite.
 */
export async function openPost(mongod: RunningMongod | undefined, clock: Clock): Promise<TestPost> {
  const dir = await mkdtemp(join(tmpdir(), 'kontor-post-'));
  const database = mongod ? { KONTOR_DATABASE: `${mongod.url}-${randomBytes(6).toString('hex')}` } : {};
  const config = loadConfig({ KONTOR_DATA: dir, KONTOR_MAIL_HOSTNAME: 'mail.y.test', ...database });
  await migrate(config);
  const logged: string[] = [];
  const log = createLog({ part: 'test', destination: { write: (line: string) => void logged.push(line) } });
  const opened = await openOffice(config, { log, clock, resolve: () => Promise.reject(noName) });
  const senders = new Map<string, Sender>([['grace', { name: 'Grace', language: 'en', disabled: false }]]);
  const office: Office = Object.assign(opened, {
    ourDomains: async () => ['y.test'],
    sender: async (person: string) => senders.get(person) ?? null,
  });
  const open = (name: string) =>
    openMailbox(office, { address: `${name}@y.test`, name, kind: 'personal', owner: name });
  const mailboxes = { grace: await open('grace'), tom: await open('tom') };
  const { bulk, blobs } = office;
  return {
    office,
    senders,
    logged,
    async post({ to, subject = 'Oak', text = 'Dear Nora,\n\nyes.\n' }, { advance }) {
      const id = newId();
      const recipients = to.map((address) => ({ name: '', address }));
      const fields = {
        mailbox: mailboxes.grace.id,
        author: 'grace',
        version: 1,
        to: recipients,
        cc: [],
        bcc: [],
      };
      const row = { id, ...fields, subject, text, references: [], updatedAt: clock.now() };
      await bulk.write([{ op: 'insert', into: 'drafts', rows: [row] }]);
      const { message } = await sendDraft.perform(office, { draft: id, version: 1 }, grace);
      advance(10_000);
      await openDue(office);
      return message;
    },
    async inbox(name) {
      const mailbox = mailboxes[name as keyof typeof mailboxes];
      const where = { folder: folderId(mailbox.id, 'inbox'), expunged: false };
      const places = await bulk.find('placements', where, { sort: 'uid' });
      const found = [];
      for (const { message } of places) {
        const [row] = await bulk.find('messages', { id: message }, { limit: 1 });
        const raw = await blobs.readAll(String(row?.['blob']));
        const { subject, text } = await readMessage(raw);
        found.push({ subject, text, raw: `${String(row?.['prefix'])}${raw.toString('utf8')}` });
      }
      return found;
    },
    async states() {
      const rows = await bulk.find('outgoing', {});
      const all = rows.flatMap(({ recipients }) => recipients as { address: string; state: string }[]);
      return Object.fromEntries(all.map(({ address, state }) => [address, state]));
    },
    async close() {
      await office.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
