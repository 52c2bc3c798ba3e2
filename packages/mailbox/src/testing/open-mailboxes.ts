import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Caller, newId, systemClock } from '@kontor/core';
import { collection, createBlobStore } from '@kontor/data';
import { type EngineName, openTestDatabase, type TestDatabase } from '@kontor/data/testing';
import { collections } from '#collections.ts';
import type { MailContext } from '#context.ts';
import { type Mailbox, openMailbox } from '#mailboxes.ts';
import { readMessage } from '#mime/read-message.ts';
import { deliveryOps } from '#place-message.ts';

const as = (id: string): Caller => ({ via: 'web', person: { id, role: 'staff', groups: [] } });
/** Anna has a mailbox and shares hello@ with Ben; Eve has nothing. */
export const [anna, ben, eve] = [as('anna'), as('ben'), as('eve')] as const;

export interface OpenMailboxes {
  context: MailContext;
  database: TestDatabase;
  own: Mailbox;
  shared: Mailbox;
  /** Files a message as it would have come in; answers its id. */
  deliver(mailbox: Mailbox, lines: string[], role?: 'inbox' | 'sent'): Promise<string>;
  close(): Promise<void>;
}

/** Two people, one who has left, and their mailboxes, on a real engine. */
export async function openMailboxes(engine: EngineName): Promise<OpenMailboxes> {
  const names = ['name', 'email'].map((name) => ({ name, type: 'text' as const }));
  const disabled = { name: 'disabled', type: 'checkbox' as const };
  const people = collection({ slug: 'persons', fields: [...names, disabled] });
  const others = [people, collection({ slug: 'groups', fields: [] })];
  const database = await openTestDatabase({ engine, collections: [...collections, ...others] });
  const dir = await mkdtemp(join(tmpdir(), 'kontor-mailboxes-'));
  const { bulk, payload } = database;
  const blobs = createBlobStore({ dir });
  const context: MailContext = { bulk, payload, blobs, clock: systemClock, audit: () => undefined };
  const rows = [
    { id: 'anna', name: 'Anna Berg', email: 'anna@y.test', disabled: false },
    { id: 'ben', name: 'Ben Ash', email: 'ben@y.test', disabled: false },
    { id: 'gone', name: 'Gone Away', email: 'gone@y.test', disabled: true },
  ];
  await bulk.write([{ op: 'insert', into: 'persons', rows }]);
  const personal = { address: 'anna@y.test', name: 'Anna Berg', kind: 'personal' as const, owner: 'anna' };
  const hello = { address: 'hello@y.test', name: 'Joinery', kind: 'shared' as const };
  return {
    context,
    database,
    own: await openMailbox(context, personal),
    shared: await openMailbox(context, { ...hello, members: ['anna', 'ben'] }),
    async deliver(mailbox, lines, role = 'inbox') {
      const raw = Buffer.from(lines.join('\r\n'));
      const { hash, size } = await blobs.write(raw);
      const bytes = { blob: hash, prefix: '', dropped: [], blobSize: size };
      const key = newId();
      const about = { mailbox: mailbox.id, role, bytes, key, mailFrom: '', rcptTo: '', verdict: null };
      await bulk.write(await deliveryOps(context, { ...about, summary: await readMessage(raw) }));
      return `${mailbox.id}:${key}`;
    },
    async close() {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
