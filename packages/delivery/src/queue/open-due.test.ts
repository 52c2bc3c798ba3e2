import { fakeClock } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDispatch } from '#sending/dispatch.ts';
import { sendDraft } from '#sending/send-draft.ts';
import { undoSend } from '#sending/undo-send.ts';
import { openSending, type TestSending } from '#testing/open-sending.ts';
import { openDue } from './open-due.ts';
import { leaseMs } from './outgoing.ts';

describe.each(testEngines())('on %s', (engine) => {
  const clock = fakeClock();
  let post: TestSending;
  beforeAll(async () => {
    post = await openSending(engine, clock);
  });
  afterAll(() => post?.close());

  const rows = (from: string, where: object) => post.context.bulk.find(from, where as never);
  const set = (message: string, to: object) =>
    post.context.bulk.write([{ op: 'update', in: 'dispatches', where: { message }, set: to as never }]);
  async function send(parts: Parameters<TestSending['draft']>[0] = {}): Promise<string> {
    const { id, version } = await post.draft({ to: ['nora@x.test'], ...parts });
    const { message } = await sendDraft.perform(post.context, { draft: id, version }, post.callers.grace);
    return message;
  }
  const outgoing = async (message: string) => {
    const dispatch = await findDispatch(post.context, { message });
    return rows('outgoing', { dispatch: dispatch?.id });
  };

  test('nothing is opened before ten seconds are over; then there is a row for each domain', async () => {
    const message = await send({ to: ['nora@x.test', 'Till@X.test'], bcc: ['uwe@z.test'] });
    clock.advance(9999);
    expect(await openDue(post.context)).toBe(0);
    clock.advance(1);
    expect(await openDue(post.context)).toBe(1);
    const made = await outgoing(message);
    expect(made.map(({ domain }) => domain).sort()).toEqual(['x.test', 'z.test']);
    expect(await openDue(post.context)).toBe(0);
  });

  test('opened by many at once, it is opened once', async () => {
    const message = await send();
    clock.advance(10_000);
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDue(post.context)));
    expect(opened.reduce((sum, count) => sum + count)).toBe(1);
    expect(await outgoing(message)).toHaveLength(1);
  });

  test('taken back in the moment in which it is opened, it is one or the other, for all', async () => {
    for (let round = 0; round < 20; round += 1) {
      const message = await send({ to: ['nora@x.test', 'uwe@z.test'] });
      clock.advance(10_000);
      const undo = undoSend.perform(post.context, { message }, post.callers.grace).then(
        () => true,
        () => false,
      );
      const [isBack] = await Promise.all([undo, openDue(post.context)]);
      const there = await rows('placements', { message, expunged: false });
      const { draftId } = (await findDispatch(post.context, { message })) ?? {};
      const drafts = await rows('drafts', { id: draftId });
      expect([(await outgoing(message)).length, there.length, drafts.length]).toEqual(
        isBack ? [0, 0, 1] : [2, 1, 0],
      );
    }
  });

  test('what somebody began to open and died is opened when the lease is over', async () => {
    const message = await send();
    await set(message, { state: 'opening', due: clock.now() + leaseMs });
    clock.advance(leaseMs - 1);
    expect(await openDue(post.context)).toBe(0);
    clock.advance(1);
    expect(await openDue(post.context)).toBe(1);
    expect(await outgoing(message)).toHaveLength(1);
  });

  test('what somebody began to take back and died comes back all the same', async () => {
    const message = await send();
    await set(message, { state: 'undone' });
    clock.advance(10_000);
    await openDue(post.context);
    const dispatch = await findDispatch(post.context, { message });
    expect(dispatch).toMatchObject({ state: 'back', draft: null });
    expect(await rows('drafts', { id: dispatch?.draftId })).toHaveLength(1);
    expect(await rows('placements', { message, expunged: false })).toEqual([]);
  });

  test('a write that was cut off after its first step is finished: the copy is in Sent, the draft gone', async () => {
    const message = await send();
    const dispatch = await findDispatch(post.context, { message });
    if (!dispatch?.draft) throw new Error('it is not waiting');
    const { from: _from, attachments: _files, ...kept } = dispatch.draft;
    await post.context.bulk.write([
      { op: 'delete', in: 'placements', where: { message } },
      { op: 'delete', in: 'messages', where: { id: message } },
      { op: 'insert', into: 'drafts', rows: [{ ...kept, updatedAt: 0 }] },
    ]);
    clock.advance(10_000);
    await openDue(post.context);
    expect(await rows('placements', { message, expunged: false })).toMatchObject([
      { folder: `${dispatch.mailbox}:sent` },
    ]);
    expect(await rows('drafts', { id: dispatch.draftId })).toEqual([]);
    expect(await outgoing(message)).toHaveLength(1);
  });

  test('a message that cannot be opened holds up no other', async () => {
    const broken = await send({ to: ['broken@x.test'] });
    await set(broken, { recipients: [5], due: 0 });
    const message = await send();
    clock.advance(10_000);
    await expect(openDue(post.context)).rejects.toThrow();
    expect(await outgoing(message)).toHaveLength(1);
    await post.context.bulk.write([{ op: 'delete', in: 'dispatches', where: { message: broken } }]);
  });

  test('the message it answers is marked as answered when it goes, and not before', async () => {
    const answers = await send({ subject: 'Asked' });
    clock.advance(10_000);
    await openDue(post.context);
    const flag = async () =>
      (await rows('placements', { message: answers, expunged: false }))[0]?.['answered'];
    await send({ answers });
    expect(await flag()).toBe(false);
    clock.advance(10_000);
    await openDue(post.context);
    expect(await flag()).toBe(true);
  });
});
