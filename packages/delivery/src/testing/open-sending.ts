import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Caller, type Clock, newId } from '@kontor/core';
import { createBlobStore } from '@kontor/data';
import { type EngineName, openTestDatabase } from '@kontor/data/testing';
import {
  type Draft,
  type DraftAttachment,
  collections as mailCollections,
  openMailbox,
} from '@kontor/mailbox';
import { collections } from '#sending/collections.ts';
import type { Sender, SendingContext } from '#sending/context.ts';

interface DraftParts {
  mailbox?: string;
  author?: string;
  to?: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  text?: string;
  version?: number;
  answers?: string;
  references?: string[];
  inReplyTo?: string;
  attachments?: DraftAttachment[];
}

export interface TestSending {
  context: SendingContext;
  callers: Record<'grace' | 'tom', Caller>;
  senders: Map<string, Sender>;
  /** A stored draft of grace@y.test, or of the shared hello@y.test. */
  draft(parts: DraftParts): Promise<Draft>;
  close(): Promise<void>;
}

const stands = (names: string[]) => names.map((slug) => ({ slug, fields: [] }));
const caller = (id: string): Caller => ({ via: 'web', person: { id, role: 'staff', groups: [] } });

/** The firm y.test with the mailboxes of grace (also orders@) and tom, and hello@, which is shared by grace. */
export async function openSending(engine: EngineName, clock: Clock): Promise<TestSending> {
  const dir = await mkdtemp(join(tmpdir(), 'kontor-sending-'));
  const all = [...mailCollections, ...collections({ isSinkShown: true }), ...stands(['persons', 'groups'])];
  const database = await openTestDatabase({ engine, collections: all });
  const { bulk, payload } = database;
  const senders = new Map<string, Sender>([
    ['grace', { name: 'Grace', language: 'en', disabled: false }],
    ['tom', { name: 'Tom', language: 'de', disabled: false }],
  ]);
  const context: SendingContext = {
    ...{ payload, bulk, clock, blobs: createBlobStore({ dir }), hostname: 'mail.y.test' },
    config: { smtp: { maxSize: 36_700_160 } },
    ourDomains: async () => ['y.test'],
    sender: async (person) => senders.get(person) ?? null,
    onAnswered: async () => [],
    onUndelivered: async () => [],
    audit: () => undefined,
  };
  const open = (name: string, kind: 'personal' | 'shared', owner?: string) =>
    openMailbox(context, { address: `${name}@y.test`, name, kind, ...(owner ? { owner } : {}) });
  const [grace, , hello] = [
    await open('grace', 'personal', 'grace'),
    await open('tom', 'personal', 'tom'),
    await open('hello', 'shared', 'grace'),
  ];
  const alias = { id: newId(), address: 'orders@y.test', mailbox: grace.id };
  await bulk.write([{ op: 'insert', into: 'aliases', rows: [alias] }]);
  return {
    context,
    senders,
    callers: { grace: caller('grace'), tom: caller('tom') },
    async draft({ mailbox = 'grace', author = 'grace', version = 1, attachments = [], ...parts }) {
      const addressed = (list: string[] = []) => list.map((address) => ({ name: '', address }));
      const draft: Draft = {
        ...{ id: newId(), version, author, attachments },
        mailbox: mailbox === 'hello' ? hello.id : grace.id,
        from: { name: mailbox, address: `${mailbox}@y.test` },
        ...{ to: addressed(parts.to), cc: addressed(parts.cc), bcc: addressed(parts.bcc) },
        ...{ subject: parts.subject ?? 'Oak', text: parts.text ?? 'Dear Nora,\n\nyes.\n' },
        ...{ answers: parts.answers ?? null, forwards: null },
        ...{ inReplyTo: parts.inReplyTo ?? null, references: parts.references ?? [] },
      };
      const { from: _from, attachments: _attachments, ...kept } = draft;
      const uploads = attachments.map((one) => ({
        ...one,
        draft: draft.id,
        at: clock.now(),
        removedAt: null,
      }));
      await bulk.write([
        { op: 'insert', into: 'drafts', rows: [{ ...kept, updatedAt: clock.now() }] },
        { op: 'insert', into: 'uploads', rows: uploads },
      ]);
      return draft;
    },
    async close() {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
