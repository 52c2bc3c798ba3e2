import { type Caller, fakeClock, Problem } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { findMailbox, type Mailbox } from '@kontor/mailbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSending, type TestSending } from '../testing/open-sending.ts';
import { envelopeOfDraft } from './envelope-of-draft.ts';
import { sendDraft } from './send-draft.ts';
import { undoSend } from './undo-send.ts';

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );

describe.each(testEngines())('on %s', (engine) => {
  const clock = fakeClock();
  let post: TestSending;
  let grace: Caller;
  beforeAll(async () => {
    post = await openSending(engine, clock);
    grace = post.callers.grace;
  });
  afterAll(() => post?.close());
  // What one test sends is no reason to brake another.
  beforeEach(() => clock.advance(2 * 60 * 60 * 1000));

  const send = (draft: { id: string; version: number }, caller = grace) =>
    sendDraft.perform(post.context, { draft: draft.id, version: draft.version }, caller);
  const rows = (from: string, where: object) => post.context.bulk.find(from, where as never);

  test('a sent draft is in Sent, read, waits ten seconds, and is no draft any more', async () => {
    const draft = await post.draft({ to: ['nora@example.com'], subject: 'Stairs in ash' });
    const { message, undoUntil } = await send(draft);
    expect(undoUntil).toBe(new Date(clock.now() + 10_000).toISOString());
    const [copy] = await rows('messages', { id: message });
    expect(copy).toMatchObject({ subject: 'Stairs in ash', mailbox: draft.mailbox });
    const places = await rows('placements', { message, expunged: false });
    expect(places).toMatchObject([{ folder: `${draft.mailbox}:sent`, seen: true }]);
    const waiting = await rows('dispatches', { message });
    expect(waiting).toMatchObject([
      { state: 'waiting', due: clock.now() + 10_000, person: grace.person?.id },
    ]);
    expect(await rows('drafts', { id: draft.id })).toEqual([]);
  });

  test('the same draft sent twice, also at the same time, is one message', async () => {
    const draft = await post.draft({ to: ['nora@example.com'] });
    const [one, other] = await Promise.all([send(draft), send(draft)]);
    expect(other).toEqual(one);
    clock.advance(3000);
    expect(await send(draft)).toEqual(one);
    expect(await rows('dispatches', { draftId: draft.id })).toHaveLength(1);
    expect(await rows('placements', { message: one.message })).toHaveLength(1);
  });

  test('a draft that was changed elsewhere is not sent', async () => {
    const draft = await post.draft({ to: ['nora@example.com'], version: 4 });
    expect(await codeOf(send({ ...draft, version: 3 }))).toBe('mail.draft-changed');
    expect(await rows('drafts', { id: draft.id })).toHaveLength(1);
  });

  test('undone within ten seconds, the draft is back as it was and can be sent again', async () => {
    const { hash: blob } = await post.context.blobs.write(Buffer.from('%PDF-1.7'));
    const attachments = [{ id: 'u2', blob, filename: 'plan.pdf', type: 'application/pdf', size: 8 }];
    const draft = await post.draft({ to: ['nora@example.com'], text: 'Half a th', attachments });
    const { message } = await send(draft);
    expect(await undoSend.perform(post.context, { message }, grace)).toEqual({ draft: draft.id });
    expect(await rows('placements', { message, expunged: false })).toEqual([]);
    const [back] = await rows('drafts', { id: draft.id });
    expect(back).toMatchObject({ text: 'Half a th', version: draft.version + 1 });
    const [upload] = await rows('uploads', { draft: draft.id });
    expect(upload).toMatchObject({ filename: 'plan.pdf', removedAt: null });
    // Clicked twice.
    expect(await undoSend.perform(post.context, { message }, grace)).toEqual({ draft: draft.id });
    // A window that still thinks it is the old one.
    expect(await codeOf(send(draft))).toBe('mail.draft-changed');
    const again = await send({ id: draft.id, version: draft.version + 1 });
    expect(again.message).not.toBe(message);
  });

  test('what is on its way cannot be taken back', async () => {
    const { message } = await send(await post.draft({ to: ['nora@example.com'] }));
    const set = { state: 'going', draft: null };
    await post.context.bulk.write([{ op: 'update', in: 'dispatches', where: { message }, set }]);
    expect(await codeOf(undoSend.perform(post.context, { message }, grace))).toBe('mail.too-late');
    expect(await rows('placements', { message, expunged: false })).toHaveLength(1);
  });

  test('nobody sends from, or takes back in, a mailbox that is not theirs; a shared one is its members’', async () => {
    const own = await post.draft({ to: ['nora@example.com'] });
    expect(await codeOf(send(own, post.callers.tom))).toBe('action.not-allowed');
    const { message } = await send(own);
    expect(await codeOf(undoSend.perform(post.context, { message }, post.callers.tom))).toBe(
      'action.not-allowed',
    );
    const shared = await post.draft({ mailbox: 'hello', to: ['nora@example.com'] });
    // Not shared with tom, nor, written by a colleague, anybody else's to send.
    expect(await codeOf(send(shared, post.callers.tom))).toBe('action.not-allowed');
    const toms = await post.draft({ mailbox: 'hello', author: 'tom', to: ['nora@example.com'] });
    expect(await codeOf(send(toms, post.callers.tom))).toBe('action.not-allowed');
    expect(await codeOf(send(toms))).toBe('action.not-allowed');
    const sent = await send(shared);
    const marks = await rows('marks', { message: sent.message });
    expect(marks).toMatchObject([{ person: grace.person?.id }]);
  });

  test('only as an address of the mailbox itself', async () => {
    const draft = await post.draft({ to: ['nora@example.com'] });
    const mailbox = (await findMailbox(post.context, draft.mailbox)) as Mailbox;
    const as = (address: string) => {
      const from = { name: 'The bank', address };
      return codeOf(envelopeOfDraft(post.context, { ...draft, from }, mailbox));
    };
    expect(await as('tom@y.test')).toBe('mail.not-your-address');
    expect(await as('ceo@bank.example')).toBe('mail.not-your-address');
    expect(await as('orders@y.test')).toBe('done');
  });

  test.each([
    ['nobody at all', [], 'mail.nobody-to-send-to'],
    ['a line break', ['a@x.test\r\nRCPT TO:<b@x.test>'], 'mail.wrong-address'],
    ['two in one', ['a@x.test, b@x.test'], 'mail.wrong-address'],
    ['an address in brackets', ['<a@x.test>'], 'mail.wrong-address'],
    ['a literal', ['a@[127.0.0.1]'], 'mail.wrong-address'],
    ['a number for a domain', ['a@127.0.0.1'], 'mail.wrong-address'],
    ['a colleague who is not there', ['nobody@y.test'], 'mail.nobody-here'],
    ['too many', Array.from({ length: 101 }, (_, at) => `n${at}@x.test`), 'mail.too-many-recipients'],
  ])('refuses %s', async (_what, to, code) => {
    const draft = await post.draft({ to });
    expect(await codeOf(send(draft))).toBe(code);
    expect(await rows('drafts', { id: draft.id })).toHaveLength(1);
    expect(await rows('dispatches', { draftId: draft.id })).toEqual([]);
  });

  test('who writes to more than five hundred within an hour is asked to wait', async () => {
    const hundred = (name: string) => Array.from({ length: 100 }, (_, at) => `${name}${at}@x.test`);
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      expect(await codeOf(send(await post.draft({ to: hundred(name) })))).toBe('done');
    const more = await post.draft({ to: ['nora@example.com'] });
    expect(await codeOf(send(more))).toBe('mail.too-fast');
    clock.advance(60 * 60 * 1000 + 1);
    expect(await codeOf(send(more))).toBe('done');
  });

  test('many sent at the same time are no way around it', async () => {
    const hundred = (at: number) => Array.from({ length: 100 }, (_, each) => `n${at}-${each}@x.test`);
    const drafts = await Promise.all(Array.from({ length: 10 }, (_, at) => post.draft({ to: hundred(at) })));
    const codes = await Promise.all(drafts.map((draft) => codeOf(send(draft))));
    expect(codes.filter((code) => code === 'done').length).toBeLessThanOrEqual(5);
    const kept = await Promise.all(drafts.map(({ id }) => rows('drafts', { id })));
    expect(kept.flat().length, 'nothing is lost').toBe(
      codes.filter((code) => code === 'mail.too-fast').length,
    );
    const waiting = await rows('dispatches', {
      state: 'waiting',
      draftId: { in: drafts.map(({ id }) => id) },
    });
    expect(waiting.length).toBe(10 - kept.flat().length);
  });

  test('an attachment that makes it too large is refused before it is read', async () => {
    const attachments = [
      { id: 'u1', blob: 'f'.repeat(64), filename: 'wood.mp4', type: 'video/mp4', size: 30_000_000 },
    ];
    const draft = await post.draft({ to: ['nora@example.com'], attachments });
    expect(await codeOf(send(draft))).toBe('mail.too-large');
  });

  test('only the copy in Sent says who was to get it unseen', async () => {
    const { message } = await send(
      await post.draft({ to: ['nora@example.com'], bcc: ['till@x.test', 'uwe@x.test'] }),
    );
    const [copy] = await rows('messages', { id: message });
    expect(copy?.['prefix']).toBe('Bcc: till@x.test,\r\n\tuwe@x.test\r\n');
    const bytes = await post.context.blobs.readAll(String(copy?.['blob']));
    expect(bytes.toString()).not.toMatch(/till|uwe|^bcc:/im);
    const [dispatch] = await rows('dispatches', { message });
    expect(dispatch?.['recipients']).toEqual(['nora@example.com', 'till@x.test', 'uwe@x.test']);
  });
});
