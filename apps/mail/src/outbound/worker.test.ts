import { setTimeout as pause } from 'node:timers/promises';
import { testEngines } from '@kontor/data/testing';
import {
  allOf,
  claimDue,
  findDispatch,
  type Load,
  leaseMs,
  recordOutcome,
  sinkCarrier,
} from '@kontor/delivery';
import { openMailbox } from '@kontor/mailbox';
import { describe, expect, test, vi } from 'vitest';
import { anything, carrier, later, never, sent, until, useQueue } from '#testing/use-queue.ts';

const minute = 60_000;
const hour = 60 * minute;

describe.each(testEngines())('on %s', (engine) => {
  const queue = useQueue(engine);
  const { clock, work, is, due } = queue;

  test('one row per domain, each sent once, and done', async () => {
    await queue.post.post({ to: ['nora@x.test', 'till@x.test', 'uwe@z.test'] }, clock);
    const by = carrier(({ recipients }) => allOf(recipients, sent));
    work(by);
    await is('uwe@z.test', 'sent');
    await is('nora@x.test', 'sent');
    expect(by.loads.map(({ recipients }) => recipients).sort()).toEqual([
      ['nora@x.test', 'till@x.test'],
      ['uwe@z.test'],
    ]);
    expect(await due()).toEqual([]);
  });

  test('what is put off is tried again, later each time, with those alone who have not got it', async () => {
    await queue.post.post({ to: ['nora@x.test', 'till@x.test'] }, clock);
    let tries = 0;
    const by = carrier(({ recipients }) => {
      tries += 1;
      return recipients.map((address) => ({
        address,
        ...(address.startsWith('nora') || tries > 3 ? sent : later),
      }));
    });
    work(by);
    const waits: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      await until(`try ${round} is over`, async () => tries === round && ((await due())[0] ?? 0) > leaseMs);
      const [wait = 0] = await due();
      waits.push(wait);
      clock.advance(wait - 1);
      await pause(30);
      expect(tries).toBe(round);
      clock.advance(1);
    }
    await is('till@x.test', 'sent');
    expect(waits).toEqual([5 * minute, 10 * minute, 20 * minute]);
    expect(by.loads.map(({ recipients }) => recipients.length)).toEqual([2, 1, 1, 1]);
    expect(await queue.post.inbox('grace')).toEqual([]);
  });

  test('a refusal comes back in plain words, in the sender’s language, with what programs want to know', async () => {
    queue.post.senders.set('grace', { name: 'Grace', language: 'de', disabled: false });
    await queue.post.post({ to: ['nora@x.test', 'till@x.test'], subject: 'Treppe' }, clock);
    work(
      carrier(({ recipients }) =>
        recipients.map((address) => ({ address, ...(address.startsWith('till') ? never : sent) })),
      ),
    );
    await is('till@x.test', 'failed');
    const [report] = await queue.post.inbox('grace');
    expect(report?.subject).toBe('Nicht zugestellt: Treppe');
    expect(report?.text).toContain('till@x.test: Diese Adresse gibt es nicht.');
    expect(report?.text).not.toContain('nora');
    expect(report?.raw).toMatch(/^Return-Path: <>\r\n/);
    expect(report?.raw).toMatch(/Content-Type: multipart\/report;[^\r]*report-type=delivery-status/);
    expect(report?.raw).toMatch(
      /Final-Recipient: rfc822; till@x\.test\r\nAction: failed\r\nStatus: 5\.1\.1\r\nDiagnostic-Code: smtp; 550 5\.1\.1 nobody/,
    );
    expect(report?.raw).toMatch(/Content-Type: text\/rfc822-headers[\s\S]*Subject: Treppe/);
    expect(report?.raw).toMatch(/Auto-Submitted: auto-replied/);
  });

  test('after four hours the sender hears once that it is late, after four days that it is given up', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    const by = carrier(({ recipients }) => allOf(recipients, later));
    work(by);
    const tried = (count: number) =>
      until(
        `tried ${count} times`,
        async () => by.loads.length === count && ((await due())[0] ?? 99 * hour) > leaseMs,
      );
    await tried(1);
    clock.advance(4 * hour);
    await tried(2);
    clock.advance(5 * hour);
    await tried(3);
    expect((await queue.post.inbox('grace')).map(({ subject }) => subject)).toEqual([
      'Still on its way: Oak',
    ]);
    clock.advance(96 * hour);
    await is('nora@x.test', 'failed');
    const [, gaveUp] = await queue.post.inbox('grace');
    expect(gaveUp?.subject).toBe('Not delivered: Oak');
    expect(gaveUp?.raw).toMatch(/Status: 5\.7\.1\r\nDiagnostic-Code: smtp; 451 later/);
    expect(await due()).toEqual([]);
  });

  test('nobody is told of what has no sender', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    await queue.post.office.bulk.write([
      { op: 'update', in: 'dispatches', where: {}, set: { mailFrom: '' } },
    ]);
    const signer = carrier(({ recipients }) => allOf(recipients, never));
    const [row] = await claimDue(queue.post.office, { holder: 'test', ...anything });
    const dispatch = await findDispatch(queue.post.office, { id: row?.dispatch ?? '' });
    if (!row || !dispatch) throw new Error('there is nothing in the queue');
    const outcomes = await signer.carry({ recipients: ['nora@x.test'] } as Load);
    expect(await recordOutcome(queue.post.office, { dispatch, row, outcomes, chance: 0 })).toMatchObject({
      failed: 1,
      isOurs: true,
    });
    expect(await queue.post.inbox('grace')).toEqual([]);
  });

  test('of whoever was let go nothing leaves, and the mailbox is told', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    queue.post.senders.set('grace', { name: 'Grace', language: 'en', disabled: true });
    const by = carrier(({ recipients }) => allOf(recipients, sent));
    work(by);
    await is('nora@x.test', 'failed');
    expect(by.loads).toEqual([]);
    expect((await queue.post.inbox('grace'))[0]?.text).toContain('has left the firm meanwhile');
  });

  test('a colleague gets it here, once, and nothing of it is carried out', async () => {
    await queue.post.post({ to: ['tom@y.test', 'Tom+wood@y.test'], text: 'Lunch?\n' }, clock);
    const by = carrier(({ recipients }) => allOf(recipients, sent));
    work(by);
    await is('tom@y.test', 'sent');
    expect(by.loads).toEqual([]);
    expect((await queue.post.inbox('tom')).map(({ text }) => text.trim())).toEqual(['Lunch?']);
  });

  test('a message for many colleagues is read once', async () => {
    const { office } = queue.post;
    const names = Array.from({ length: 12 }, (_, at) => `colleague${at}@y.test`);
    for (const address of names)
      await openMailbox(office, { address, name: address, kind: 'personal', owner: address });
    await queue.post.post({ to: names }, clock);
    const [read, readAll] = [vi.spyOn(office.blobs, 'read'), vi.spyOn(office.blobs, 'readAll')];
    work(carrier(() => []));
    for (const name of names) await is(name, 'sent');
    expect(read.mock.calls.length + readAll.mock.calls.length).toBe(1);
  });

  test('a report that cannot be kept sends nothing twice, and is told when it can', async () => {
    await queue.post.post({ to: ['nora@x.test', 'nobody@x.test'] }, clock);
    const by = carrier(({ recipients }) =>
      recipients.map((address) => ({ address, ...(address.startsWith('nora') ? sent : never) })),
    );
    const full = vi.spyOn(queue.post.office.blobs, 'write').mockRejectedValueOnce(new Error('ENOSPC'));
    work(by);
    await is('nora@x.test', 'sent');
    expect(full).toHaveBeenCalled();
    expect(await queue.post.inbox('grace')).toEqual([]);
    expect((await due())[0]).toBeGreaterThan(0);
    clock.advance(24 * 3_600_000);
    await is('nobody@x.test', 'failed');
    expect(by.loads.map(({ recipients }) => recipients)).toEqual([
      ['nora@x.test', 'nobody@x.test'],
      ['nobody@x.test'],
    ]);
    expect((await queue.post.inbox('grace')).map(({ subject }) => subject)).toEqual(['Not delivered: Oak']);
  });

  test('what goes wrong in this house is in the log, and in no mail', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    work(carrier(() => Promise.reject(new Error("ENOENT: no such file, open '/srv/kontor/blobs/ab'"))));
    const failed = () => queue.post.logged.filter((line) => line.includes('/srv/kontor'));
    await until('it went wrong', () => failed().length > 0);
    clock.advance(5 * 3_600_000);
    await until('the sender is told', async () => (await queue.post.inbox('grace')).length > 0);
    expect((await queue.post.inbox('grace'))[0]?.raw).not.toContain('/srv');
    await until('it is written', async () => (await due())[0] !== undefined);
    queue.post.logged.length = 0;
  });

  test('a colleague who is gone meanwhile is a refusal like any other', async () => {
    await queue.post.post({ to: ['tom@y.test'] }, clock);
    await queue.post.office.bulk.write([{ op: 'delete', in: 'mailboxes', where: { address: 'tom@y.test' } }]);
    work(carrier(() => []));
    await is('tom@y.test', 'failed');
    expect((await queue.post.inbox('grace'))[0]?.raw).toContain('Status: 5.1.1');
  });

  test('in the sink a message is kept as it would have gone out, signed and fit to be looked at', async () => {
    await queue.post.post({ to: ['nora@x.test'], subject: 'Treppe', text: 'abc \u202e def\n' }, clock);
    work(sinkCarrier(queue.post.office));
    await is('nora@x.test', 'sent');
    const { docs } = await queue.post.office.payload.find({
      collection: 'sink' as never,
      overrideAccess: true,
    });
    const [kept] = docs as unknown as Record<string, unknown>[];
    expect(kept).toMatchObject({ subject: 'Treppe', sender: 'grace@y.test', recipients: 'nora@x.test' });
    expect(kept?.['raw']).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256;[\s\S]*\nSubject: Treppe\n/);
    expect(new Date(String(kept?.['keptAt'])).getTime()).toBe(clock.now());
  });
});
