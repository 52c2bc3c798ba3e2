import { type Caller, newId } from '@kontor/core';
import { type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listConversations } from '#actions/list-conversations.ts';
import type { MailContext } from '#context.ts';
import { folderId, type Mailbox } from '#mailboxes.ts';
import { anna, ben, eve, type OpenMailboxes, openMailboxes } from '#testing/open-mailboxes.ts';
import { attachFile, detachFile } from './attach-file.ts';
import { beginDraft } from './begin-draft.ts';
import { loadDraft, removeDraftOps, restoreDraftOps } from './draft.ts';
import { discardDraft, readDraft } from './read-draft.ts';
import { saveDraft } from './save-draft.ts';

const isMissing = { code: 'mailbox.no-such-draft' };

describe.each(testEngines())('drafts on %s', (engine) => {
  let here: OpenMailboxes;
  let context: MailContext;
  let database: TestDatabase;
  let own: Mailbox;
  let shared: Mailbox;
  beforeAll(async () => {
    here = await openMailboxes(engine);
    ({ context, database, own, shared } = here);
  });
  afterAll(() => here?.close());
  const deliver = (mailbox: Mailbox, lines: string[]) => here.deliver(mailbox, lines);

  const letter = (more: object = {}) => ({
    id: newId(),
    version: 0,
    mailbox: own.id,
    to: [{ name: 'Nora', address: 'nora@x.test' }],
    subject: 'Stairs',
    text: 'Dear Nora,',
    ...more,
  });
  const bytesOf = (size: number) =>
    (async function* () {
      for (let left = size; left > 0; left -= 1_000_000) yield Buffer.alloc(Math.min(left, 1_000_000));
    })();
  const attach = (draft: string, content: AsyncIterable<Uint8Array>, filename = 'plan.pdf', caller = anna) =>
    attachFile.perform(context, { draft, filename, type: 'application/pdf', content }, caller);

  test('are kept at the first save and each save is a new version', async () => {
    const first = letter();
    expect(await saveDraft.perform(context, first, anna)).toMatchObject({ version: 1 });
    expect(await saveDraft.perform(context, { ...first, version: 1, text: 'More' }, anna)).toMatchObject({
      version: 2,
    });
    expect(await readDraft.perform(context, { draft: first.id }, anna)).toMatchObject({
      text: 'More',
      version: 2,
      author: 'anna',
      from: { name: 'Anna Berg', address: 'anna@y.test' },
      to: [{ name: 'Nora', address: 'nora@x.test' }],
    });
  });

  test('two screens that save over the same version: one wins and the other is told', async () => {
    const first = letter();
    await saveDraft.perform(context, first, anna);
    const saves = ['one', 'two', 'three'].map((text) =>
      saveDraft.perform(context, { ...first, version: 1, text, savedBy: text }, anna).then(
        () => text,
        ({ code }) => code,
      ),
    );
    const outcomes = await Promise.all(saves);
    const won = outcomes.filter((outcome) => outcome !== 'mailbox.draft-changed');
    expect(won).toHaveLength(1);
    expect(await loadDraft(context, first.id)).toMatchObject({ version: 2, text: won[0] });
  });

  test('a save whose answer was lost is said again by the same screen, and is no other’s', async () => {
    const first = letter({ savedBy: 'tab-1' });
    await saveDraft.perform(context, first, anna);
    expect(await saveDraft.perform(context, { ...first, text: 'again' }, anna)).toMatchObject({ version: 2 });
    expect(await loadDraft(context, first.id)).toMatchObject({ text: 'again' });
    await expect(saveDraft.perform(context, { ...first, savedBy: 'tab-2' }, anna)).rejects.toMatchObject({
      code: 'mailbox.draft-changed',
    });
  });

  test('of another person are not there, in a shared mailbox either', async () => {
    const first = letter({ mailbox: shared.id });
    await saveDraft.perform(context, first, anna);
    const { id } = await attach(first.id, bytesOf(10));
    const draft = first.id;
    for (const caller of [ben, eve]) {
      await expect(readDraft.perform(context, { draft }, caller)).rejects.toMatchObject(isMissing);
      await expect(discardDraft.perform(context, { draft, version: 1 }, caller)).rejects.toMatchObject(
        isMissing,
      );
      await expect(attach(draft, bytesOf(1), 'x', caller)).rejects.toMatchObject(isMissing);
      const detaching = detachFile.perform(context, { draft, attachment: id }, caller);
      await expect(detaching).rejects.toMatchObject(isMissing);
    }
    await expect(saveDraft.perform(context, { ...first, version: 1 }, ben)).rejects.toMatchObject(isMissing);
    await expect(saveDraft.perform(context, { ...first, version: 0 }, ben)).rejects.toMatchObject(isMissing);
    const planted = letter({ mailbox: shared.id });
    await saveDraft.perform(context, planted, ben);
    await attach(planted.id, bytesOf(7), 'planted.pdf', ben);
    const onto = { ...first, version: 0, copyOf: planted.id };
    await expect(saveDraft.perform(context, onto, ben)).rejects.toMatchObject(isMissing);
    await discardDraft.perform(context, { draft: planted.id, version: 1 }, ben);
    expect((await loadDraft(context, draft))?.attachments.map((one) => one.id)).toEqual([id]);
    const stolen = letter({ mailbox: shared.id, copyOf: draft });
    expect(await saveDraft.perform(context, stolen, ben)).toMatchObject({ attachments: [] });
    const listed = (caller: Caller) =>
      listConversations.perform(context, { folder: folderId(shared.id, 'drafts') }, caller);
    expect((await listed(anna)).rows.map((row) => row.draft)).toEqual([draft]);
    expect((await listed(ben)).rows.map((row) => row.draft)).toEqual([stolen.id]);
    expect(await loadDraft(context, draft)).toMatchObject({ author: 'anna', version: 1 });
  });

  test('are written from a mailbox one reads and answer a message one reads, or not at all', async () => {
    await expect(saveDraft.perform(context, letter(), ben)).rejects.toMatchObject({
      code: 'mailbox.not-your-mailbox',
    });
    const message = await deliver(own, ['From: n@x.test', 'Subject: Secret', '', 'x']);
    const answering = letter({ mailbox: shared.id, answers: message });
    await expect(saveDraft.perform(context, answering, ben)).rejects.toMatchObject({
      code: 'action.not-allowed',
    });
    const carrying = letter({ mailbox: shared.id, forwards: message, carry: [0] });
    await expect(saveDraft.perform(context, carrying, ben)).rejects.toMatchObject({
      code: 'action.not-allowed',
    });
    await expect(beginDraft.perform(context, { kind: 'forward', message }, ben)).rejects.toMatchObject({
      code: 'action.not-allowed',
    });
  });

  test('answer a visitor’s question from the shared address, to the visitor', async () => {
    const message = await deliver(shared, [
      'From: "Nora via Joinery" <hello@y.test>',
      'Reply-To: Nora <nora@x.test>',
      'To: Joinery <hello@y.test>, ben@y.test',
      'Message-ID: <q@y.test>',
      'References: <a@y.test>',
      'Subject: Stairs',
      '',
      'Do you make them?',
    ]);
    const { draft, original } = await beginDraft.perform(context, { kind: 'reply', message }, ben);
    expect(draft).toMatchObject({
      version: 0,
      from: { address: 'hello@y.test' },
      to: [{ name: 'Nora', address: 'nora@x.test' }],
      cc: [],
      subject: 'Re: Stairs',
      answers: message,
      inReplyTo: 'q@y.test',
      references: ['a@y.test', 'q@y.test'],
    });
    expect(original?.text).toContain('Do you make them?');
    expect(original?.writer).toEqual([{ name: 'Nora', address: 'nora@x.test' }]);
    const all = await beginDraft.perform(context, { kind: 'reply-all', message }, ben);
    expect(all.draft.cc.map(({ address }) => address)).toEqual(['ben@y.test']);
    // What the browser says of threads counts for nothing: it is read from the message.
    const forged = letter({
      id: draft.id,
      mailbox: shared.id,
      answers: message,
      references: ['evil@x.test'],
    });
    await saveDraft.perform(context, forged, ben);
    expect(await loadDraft(context, draft.id)).toMatchObject({ references: ['a@y.test', 'q@y.test'] });
  });

  test('forward a message with what was attached to it', async () => {
    const message = await deliver(own, [
      'From: n@x.test',
      'Subject: Plan',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See the plan.',
      '--b',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="plan.pdf"',
      '',
      'the plan',
      '--b',
      'Content-Type: image/png; name="left out.png"',
      '',
      'x',
      '--b',
      'Content-Type: text/csv; name="list.csv"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('a,b'.repeat(30_000)).toString('base64'),
      '--b--',
      '',
    ]);
    const { draft } = await beginDraft.perform(context, { kind: 'forward', message }, anna);
    expect(draft).toMatchObject({ to: [], subject: 'Fwd: Plan', forwards: message, inReplyTo: null });
    const kept = letter({ id: draft.id, forwards: message, carry: [2, 0] });
    const { attachments } = await saveDraft.perform(context, kept, anna);
    expect(attachments.map(({ filename, size }) => [filename, size])).toEqual([
      ['plan.pdf', 8],
      ['list.csv', 90_000],
    ]);
    const blob = (await loadDraft(context, draft.id))?.attachments[0]?.blob ?? '';
    expect((await context.blobs.readAll(blob)).toString().trim()).toBe('the plan');
  });

  test('carry 25 MB in all and no more, also of files that come at the same time', async () => {
    const { id: draft } = letter();
    await saveDraft.perform(context, letter({ id: draft }), anna);
    await attach(draft, bytesOf(15_000_000), '../../etc/passwd');
    expect((await loadDraft(context, draft))?.attachments).toMatchObject([
      { filename: 'passwd', size: 15_000_000 },
    ]);
    await expect(attach(draft, bytesOf(10_000_001))).rejects.toMatchObject({
      code: 'mailbox.attachments-too-large',
    });
    await Promise.allSettled([attach(draft, bytesOf(6_000_000)), attach(draft, bytesOf(6_000_001))]);
    const sum = (await loadDraft(context, draft))?.attachments.reduce((all, { size }) => all + size, 0);
    expect(sum).toBeLessThanOrEqual(25_000_000);
    await expect(attach(newId(), bytesOf(1))).rejects.toMatchObject(isMissing);
  });

  test('taken away in one write come back whole, attachments too', async () => {
    const { id } = letter();
    await saveDraft.perform(context, letter({ id }), anna);
    const removed = await attach(id, bytesOf(5), 'removed.txt');
    await attach(id, bytesOf(6), 'kept.txt');
    await detachFile.perform(context, { draft: id, attachment: removed.id }, anna);
    const draft = await loadDraft(context, id);
    if (!draft) throw new Error('the draft is not there');
    const [stale] = await database.bulk.write(removeDraftOps({ ...draft, version: 7 }, 1));
    expect(stale?.count).toBe(0);
    expect(await loadDraft(context, id)).toEqual(draft);
    const [outcome] = await database.bulk.write(removeDraftOps(draft, 1));
    expect(outcome?.count).toBe(1);
    expect(await loadDraft(context, id)).toBeNull();
    await database.bulk.write(restoreDraftOps(draft, 2));
    const back = await loadDraft(context, id);
    expect(back).toEqual({ ...draft, version: draft.version + 1 });
    expect(back?.attachments.map(({ filename }) => filename)).toEqual(['kept.txt']);
  });

  test('hold what cannot be an address yet, and no line that is not theirs', async () => {
    const first = letter({ to: [{ name: 'A\r\nBcc: x@y.test', address: 'no@' }], subject: 'Hi\r\nBcc: all' });
    await saveDraft.perform(context, first, anna);
    const read = await readDraft.perform(context, { draft: first.id }, anna);
    expect(read).toMatchObject({ to: [{ name: 'A Bcc: x@y.test', address: 'no@' }], subject: 'Hi Bcc: all' });
  });
});
