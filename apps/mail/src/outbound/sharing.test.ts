import { setTimeout as pause } from 'node:timers/promises';
import { testEngines } from '@kontor/data/testing';
import { allOf, claimDue, leaseMs } from '@kontor/delivery';
import { describe, expect, test } from 'vitest';
import { anything, carrier, later, sent, until, useQueue } from '#testing/use-queue.ts';

describe.each(testEngines())('on %s', (engine) => {
  const queue = useQueue(engine);
  const { clock, work, is, due, held } = queue;

  test('two processes on one queue send each message once', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `n${at}@d${at % 10}.test`);
    for (const name of names) await queue.post.post({ to: [name] }, clock);
    const by = carrier(async ({ recipients }) => {
      await pause(Math.random() * 10);
      return allOf(recipients, sent);
    });
    work(by);
    work(by);
    await until('all are sent', async () =>
      Object.values(await queue.post.states()).every((state) => state === 'sent'),
    );
    expect(by.loads.flatMap(({ recipients }) => recipients).sort()).toEqual(names.sort());
  });

  test('what a dead process held is taken over when its lease ends, not before', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    expect(await claimDue(queue.post.office, { holder: 'dead', ...anything })).toHaveLength(1);
    const by = carrier(({ recipients }) => allOf(recipients, sent));
    work(by);
    clock.advance(leaseMs - 1);
    await pause(50);
    expect(by.loads).toEqual([]);
    clock.advance(1);
    await is('nora@x.test', 'sent');
    expect(by.loads).toHaveLength(1);
  });

  test('who takes long and is alive keeps its lease', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    const gate = held();
    const slow = carrier(async ({ recipients, bytes }) => {
      await gate.promise;
      for await (const _piece of bytes());
      return allOf(recipients, sent);
    });
    work(slow, { renewMs: 5 });
    await until('it has begun', () => slow.loads.length === 1);
    const other = carrier(({ recipients }) => allOf(recipients, sent));
    work(other);
    for (let step = 0; step < 6; step += 1) {
      clock.advance(leaseMs / 3);
      await until('it is renewed', async () => (await due())[0] === leaseMs);
    }
    gate.resolve();
    await is('nora@x.test', 'sent');
    expect([slow.loads.length, other.loads.length]).toEqual([1, 0]);
  });

  test('who lost its lease while it was away does not finish a message, nor write over the other', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    const gate = held();
    const heard: string[] = [];
    const slow = carrier(async ({ recipients, bytes }) => {
      await gate.promise;
      // What a peer hears of it.
      for await (const piece of bytes()) heard.push(String(piece));
      return allOf(recipients, sent);
    });
    work(slow);
    await until('it has begun', () => slow.loads.length === 1);
    clock.advance(leaseMs);
    const other = carrier(({ recipients }) => allOf(recipients, { ...sent, answer: 'from the other' }));
    work(other);
    await is('nora@x.test', 'sent');
    await pause(30);
    gate.resolve();
    await until('the slow one is done', () =>
      queue.post.logged.some((line) => line.includes('"isOurs":false')),
    );
    queue.post.logged.length = 0;
    expect(heard.join('')).not.toContain('yes.');
    expect(other.loads).toHaveLength(1);
    const [row] = await queue.post.office.bulk.find('outgoing', {});
    expect(row).toMatchObject({ recipients: [{ answer: 'from the other' }] });
  });

  test('who renews what somebody else has by now does not take it for its own', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    const gate = held();
    const heard: string[] = [];
    let its: AbortSignal | undefined;
    const slow = carrier(async ({ recipients, bytes, signal }) => {
      its = signal;
      await gate.promise;
      heard.push(signal.aborted ? 'broken off' : 'going on');
      for await (const piece of bytes()) heard.push(String(piece));
      return allOf(recipients, sent);
    });
    work(slow, { renewMs: 5 });
    await until('it has begun', () => slow.loads.length === 1);
    const { bulk } = queue.post.office;
    await bulk.write([
      { op: 'update', in: 'outgoing', where: {}, set: { holder: 'other', due: clock.now() + leaseMs } },
    ]);
    await until('it is broken off', () => its?.aborted === true);
    gate.resolve();
    await until('the slow one is done', () =>
      queue.post.logged.some((line) => line.includes('"isOurs":false')),
    );
    queue.post.logged.length = 0;
    expect(heard.join('')).toMatch(/^broken off/);
    expect(heard.join('')).not.toContain('yes.');
    expect(await bulk.find('outgoing', {})).toMatchObject([{ holder: 'other', state: 'waiting' }]);
  });

  test('at most four are under way to one domain, and others do not wait behind them', async () => {
    for (let at = 0; at < 8; at += 1) await queue.post.post({ to: [`n${at}@slow.test`] }, clock);
    await queue.post.post({ to: ['uwe@z.test'] }, clock);
    const gate = held();
    let [now, most] = [0, 0];
    work(
      carrier(async ({ domain, recipients }) => {
        if (domain !== 'slow.test') return allOf(recipients, sent);
        now += 1;
        most = Math.max(most, now);
        await gate.promise;
        now -= 1;
        return allOf(recipients, sent);
      }),
    );
    await until('four have begun', () => now === 4);
    await is('uwe@z.test', 'sent');
    expect(most).toBe(4);
    gate.resolve();
    await is('n7@slow.test', 'sent');
    expect(most).toBe(4);
  });

  test('where all go to one server, at most so many are under way as it may have at once', async () => {
    for (let at = 0; at < 12; at += 1) await queue.post.post({ to: [`n@d${at}.test`] }, clock);
    const gate = held();
    const by = carrier(async ({ recipients }) => {
      await gate.promise;
      return allOf(recipients, sent);
    });
    work({ ...by, destination: () => 'the relay', atOnce: 5 });
    await until('five have begun', () => by.loads.length === 5);
    await pause(50);
    expect(by.loads).toHaveLength(5);
    gate.resolve();
    await is('n@d11.test', 'sent');
  });

  test('stopped, it gives back what it could not finish', async () => {
    await queue.post.post({ to: ['nora@x.test'] }, clock);
    const by = carrier(
      ({ recipients, signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(allOf(recipients, later)))),
    );
    const worker = work(by);
    await until('it has begun', () => by.loads.length === 1);
    await worker.stop();
    expect(await due()).toEqual([0]);
    const [row] = await queue.post.office.bulk.find('outgoing', {});
    expect(row).toMatchObject({ attempts: 0, holder: null });
  });
});
