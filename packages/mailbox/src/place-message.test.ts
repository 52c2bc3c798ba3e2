import { systemClock } from '@kontor/core';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aliasesCollection,
  mailboxesCollection,
  marksCollection,
  messagesCollection,
  placementsCollection,
} from './collections.ts';
import type { Mailbox } from './mailboxes.ts';
import type { MessageSummary } from './mime/read-message.ts';
import { deliveryOps } from './place-message.ts';
import { postmasterOf, resolveRecipient } from './recipients.ts';
import { seenMarks, seenOps } from './seen.ts';

const stands = (names: string[]) => names.map((slug) => ({ slug, fields: [] }));
const summary: MessageSummary = {
  subject: 'Oak',
  from: [],
  to: [],
  cc: [],
  replyTo: [],
  sentAt: null,
  messageId: null,
  inReplyTo: null,
  references: [],
  text: 'hm',
  hasHtml: false,
  preview: 'hm',
  attachments: [],
};

describe.each(testEngines())('on %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    const collections = [
      mailboxesCollection,
      aliasesCollection,
      marksCollection,
      messagesCollection,
      placementsCollection,
      ...stands(['persons', 'groups']),
    ];
    database = await openTestDatabase({ engine, collections });
  });
  afterAll(() => database?.close());

  async function deliver(mailbox: string, part: Partial<MessageSummary> = {}, key?: string) {
    const context = { bulk: database.bulk, clock: systemClock };
    const ops = await deliveryOps(context, {
      mailbox,
      role: 'inbox',
      bytes: { blob: 'b'.repeat(64), prefix: 'Tür: 1\r\n', dropped: [[0, 10]], blobSize: 110 },
      summary: { ...summary, ...part },
      mailFrom: 'a@x.test',
      rcptTo: 'hello@y.test',
      verdict: null,
      ...(key ? { key } : {}),
    });
    await database.bulk.write(ops);
    const [placement] = await database.bulk.find(
      'placements',
      { folder: `${mailbox}:inbox` },
      { sort: '-uid', limit: 1 },
    );
    return placement;
  }

  test('a delivery is a message, a numbered place and a line in the log of changes', async () => {
    const before = await database.changes.latest();
    const first = await deliver('m1');
    const second = await deliver('m1');
    expect(first).toMatchObject({ uid: 1, modseq: 1, seen: false, expunged: false });
    expect(second).toMatchObject({ uid: 2, modseq: 2 });
    const [message] = await database.bulk.find('messages', { id: String(second?.['message']) });
    // The prefix's bytes (ü is two) and the blob's, without what was dropped.
    expect(message?.['size']).toBe(9 + 110 - 10);
    const changes = await database.changes.read(before);
    expect(changes.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['mail.arrived', first?.['message']],
      ['mail.arrived', second?.['message']],
    ]);
  });

  test('the same key delivers once, however often it is tried', async () => {
    const before = await database.changes.latest();
    for (let round = 0; round < 3; round += 1) await deliver('m2', {}, 'inquiry-1');
    expect(await database.bulk.count('placements', { folder: 'm2:inbox' })).toBe(1);
    expect(await database.bulk.count('messages', { mailbox: 'm2' })).toBe(1);
    expect(await database.changes.read(before)).toHaveLength(1);
  });

  test('an answer joins the conversation it refers to, in its own mailbox only', async () => {
    const question = await deliver('m3', { messageId: 'q@x.test' });
    const answer = await deliver('m3', { messageId: 'r@y.test', inReplyTo: 'q@x.test' });
    expect(answer?.['thread']).toBe(question?.['thread']);
    const far = await deliver('m3', { messageId: 's@x.test', references: ['lost@x.test', 'r@y.test'] });
    expect(far?.['thread']).toBe(question?.['thread']);
    const elsewhere = await deliver('m4', { messageId: 't@x.test', inReplyTo: 'q@x.test' });
    expect(elsewhere?.['thread']).not.toBe(question?.['thread']);
  });

  test('a question that comes after its answer joins it; equal subjects join nothing', async () => {
    const answer = await deliver('m5', {
      messageId: 'r2@y.test',
      inReplyTo: 'q2@x.test',
      subject: 'Re: Oak',
    });
    const question = await deliver('m5', { messageId: 'q2@x.test', subject: 'Oak' });
    expect(question?.['thread']).toBe(answer?.['thread']);
    const stranger = await deliver('m5', { messageId: 'u@x.test', subject: 'Re: Oak' });
    expect(stranger?.['thread']).not.toBe(answer?.['thread']);
  });

  test('a recipient is found by address, +detail and alias, in any letters', async () => {
    const { bulk } = database;
    const mailbox = { id: 'box', address: 'hello@y.test', name: 'Hello', kind: 'shared' };
    const aliases = [{ id: 'a1', address: 'orders@y.test', mailbox: 'box' }];
    await bulk.write([
      { op: 'insert', into: 'mailboxes', rows: [mailbox] },
      { op: 'insert', into: 'aliases', rows: aliases },
    ]);
    for (const address of ['hello@y.test', 'HELLO@Y.TEST', 'hello+oak@y.test', 'Orders+1+2@y.test'])
      expect(await resolveRecipient({ bulk }, address), address).toEqual({ id: 'box' });
    for (const address of ['hello@elsewhere.test', '+hello@y.test', '@y.test', 'hello', ''])
      expect(await resolveRecipient({ bulk }, address), address).toBeNull();
  });

  test('a domain is the same in its own script and in that of DNS', async () => {
    const { bulk } = database;
    const mailbox = { id: 'idn', address: 'hello@xn--bcher-kva.test', name: 'Bücher', kind: 'personal' };
    await bulk.write([{ op: 'insert', into: 'mailboxes', rows: [mailbox] }]);
    for (const address of ['hello@bücher.test', 'Hello@BÜCHER.test', 'hello@xn--bcher-kva.test'])
      expect(await resolveRecipient({ bulk }, address), address).toEqual({ id: 'idn' });
    expect(await resolveRecipient({ bulk }, 'hello@bucher.test')).toBeNull();
  });

  test('an alias leads to its mailbox however its domain was written in the form', async () => {
    const { bulk, payload } = database;
    const data = { address: ' Info@Bücher.example ', mailbox: 'idn' };
    await payload.create({ collection: 'aliases' as never, data: data as never });
    for (const address of ['info@bücher.example', 'INFO@xn--bcher-kva.example', 'info+oak@BÜCHER.example'])
      expect(await resolveRecipient({ bulk }, address), address).toEqual({ id: 'idn' });
  });

  test('the postmaster of our domains is somebody, also without a domain; that of others is not ours', async () => {
    const { bulk } = database;
    for (const address of ['postmaster', 'POSTMASTER', 'postmaster@y.test', 'Postmaster@Y.test'])
      expect(await postmasterOf({ bulk }, address), address).toEqual({ id: 'box' });
    for (const address of ['postmaster@elsewhere.test', 'nobody', 'nobody@y.test', 'notpostmaster@y.test'])
      expect(await postmasterOf({ bulk }, address), address).toBeNull();
    // The address stays free for a mailbox or an alias of its own.
    expect(await resolveRecipient({ bulk }, 'postmaster@y.test')).toBeNull();
  });

  test('in a shared mailbox a message is seen by each person for themselves', async () => {
    const { bulk } = database;
    const placed = await deliver('team');
    const one = { id: String(placed?.id), message: String(placed?.['message']) };
    const mailbox = { id: 'team', kind: 'shared' } as Mailbox;
    const folder = 'team:inbox';
    const mark = (person: string, seen: boolean) =>
      bulk.write(seenOps({ folder, mailbox, person }, [one], seen));
    const seenBy = async (person: string) => [...(await seenMarks({ bulk }, folder, person, [one.id]))];
    await mark('anna', true);
    await mark('anna', true);
    expect(await seenBy('anna')).toEqual([one.id]);
    expect(await seenBy('omar')).toEqual([]);
    await mark('anna', false);
    expect(await seenBy('anna')).toEqual([]);
    const { message } = one;
    const [same] = await bulk.find('placements', { message });
    expect(same).toMatchObject({ seen: false, modseq: placed?.['modseq'] });
  });

  test('in a personal one it is a flag, and the folder’s sequence moves on once', async () => {
    const { bulk } = database;
    const placed = await deliver('own');
    const mailbox = { id: 'own', kind: 'personal' } as Mailbox;
    const one = { id: String(placed?.id), message: String(placed?.['message']) };
    const ops = seenOps({ folder: 'own:inbox', mailbox, person: 'anna' }, [one], true);
    await bulk.write(ops);
    await bulk.write(ops);
    const [after] = await bulk.find('placements', { folder: 'own:inbox' });
    expect(after).toMatchObject({ seen: true, uid: 1, modseq: 2 });
  });
});
