import { type Caller, systemClock } from '@kontor/core';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as shapes from '#collections.ts';
import type { MailContext } from '#context.ts';
import { folderId, type Mailbox, openMailbox } from '#mailboxes.ts';
import { deliveryOps } from '#place-message.ts';
import { deleteConversation, moveConversation } from './move-conversation.ts';

const caller = { via: 'web', person: { id: 'anna', groups: [] } } as unknown as Caller;
const summary = {
  ...{
    subject: 'Oak',
    from: [],
    to: [],
    cc: [],
    replyTo: [],
    sentAt: null,
    messageId: null,
    inReplyTo: null,
  },
  ...{ references: [], text: 'hm', hasHtml: false, preview: 'hm', attachments: [] },
};

/** What RFC 9051 and RFC 7162 let a reader believe: a UID is one message's for ever, and whatever goes is told. */
describe.each(testEngines())('moving and deleting, on %s', (engine) => {
  let database: TestDatabase;
  let context: MailContext;
  let mailbox: Mailbox;
  beforeAll(async () => {
    const others = ['persons', 'groups'].map((slug) => ({ slug, fields: [] }));
    database = await openTestDatabase({ engine, collections: [...shapes.collections, ...others] });
    const { bulk, payload } = database;
    context = { bulk, payload, clock: systemClock, audit: () => undefined } as unknown as MailContext;
    mailbox = await openMailbox(context, {
      address: 'anna@y.test',
      name: 'Anna',
      kind: 'personal',
      owner: 'anna',
    });
  });
  afterAll(() => database?.close());

  async function deliver(): Promise<string> {
    const bytes = { blob: 'b'.repeat(64), prefix: '', dropped: [], blobSize: 1 };
    const delivery = {
      mailbox: mailbox.id,
      role: 'inbox' as const,
      bytes,
      summary,
      mailFrom: '',
      rcptTo: '',
    };
    const ops = await deliveryOps(context, { ...delivery, verdict: null });
    await database.bulk.write(ops);
    const [newest] = await rowsIn('inbox', '-uid');
    return String(newest?.['thread']);
  }
  const inbox = () => folderId(mailbox.id, 'inbox');
  const rowsIn = (role: 'inbox' | 'archive' | 'trash', sort = 'uid') =>
    database.bulk.find('placements', { folder: folderId(mailbox.id, role) }, { sort });
  const top = async () => Math.max(0, ...(await rowsIn('inbox')).map(({ modseq }) => Number(modseq)));

  test('what is moved leaves a tombstone with a new number, and its UID is never another’s', async () => {
    const thread = await deliver();
    const [before] = await rowsIn('inbox', '-uid');
    const modseq = await top();
    await moveConversation.perform(context, { folder: inbox(), thread, to: { role: 'archive' } }, caller);
    const [stone] = await rowsIn('inbox', '-uid');
    expect(stone).toMatchObject({ id: before?.id, uid: before?.['uid'], expunged: true });
    expect(Number(stone?.['modseq'])).toBeGreaterThan(modseq);
    expect(await rowsIn('archive')).toMatchObject([
      { uid: 1, expunged: false, message: before?.['message'] },
    ]);
    await deliver();
    const [next] = await rowsIn('inbox', '-uid');
    expect(Number(next?.['uid'])).toBe(Number(before?.['uid']) + 1);
  });

  test('what is moved back has a new place: the old UID stays gone', async () => {
    const thread = await deliver();
    const [before] = await rowsIn('inbox', '-uid');
    const there = { folder: inbox(), thread, to: { role: 'archive' as const } };
    const { undo } = await moveConversation.perform(context, there, caller);
    await moveConversation.perform(context, undo, caller);
    const rows = (await rowsIn('inbox')).filter((row) => row['message'] === before?.['message']);
    expect(rows.map(({ expunged }) => expunged)).toEqual([true, false]);
    expect(Number(rows[1]?.['uid'])).toBeGreaterThan(Number(before?.['uid']));
  });

  test('what is deleted for good leaves tombstones behind it, all the way', async () => {
    const thread = await deliver();
    await deleteConversation.perform(context, { folder: inbox(), thread }, caller);
    const trash = folderId(mailbox.id, 'trash');
    await deleteConversation.perform(context, { folder: trash, thread }, caller);
    const left = await database.bulk.find('placements', { thread });
    expect(left.map(({ folder, expunged }) => [folder, expunged]).sort()).toEqual([
      [inbox(), true],
      [trash, true],
    ]);
  });
});
