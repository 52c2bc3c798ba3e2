import type { Caller } from '@kontor/core';
import type { Change } from '@kontor/data';
import type { Office } from '@kontor/suite';
import { expect, test, vi } from 'vitest';
import { liveAnswer } from './live-answer.ts';
import { takeLivePlace } from './live-places.ts';

/** A log that a test writes, and an office that has anna's mailbox. */
function open() {
  const log: Change[] = [];
  let tell: (found: Change[]) => void = () => {};
  const changes = {
    latest: async () => log.length,
    read: async (after: number) => log.filter(({ seq }) => seq > after),
    follow: async ({ onChanges }: { onChanges: typeof tell }) => {
      tell = onChanges;
    },
  };
  const find = async () => ({ docs: [{ id: 'box', kind: 'personal', owner: 'anna' }] });
  const office = { changes, clock: { now: () => 0 }, payload: { db: { find } } } as unknown as Office;
  const record = (...kinds: [string, string, string?][]) => {
    const found = kinds.map(([kind, subject, person], index) => {
      const data = { mailbox: 'box', folder: 'f', thread: subject, ...(person ? { person } : {}) };
      return { seq: log.length + index + 1, kind, subject, data, at: 0 };
    });
    log.push(...found);
    tell(found);
  };
  return { office, record };
}

const anna: Caller = { via: 'web', person: { id: 'anna', role: 'staff', groups: [] } };

async function listen() {
  const { office, record } = open();
  const leave = vi.fn();
  const leaving = new AbortController();
  let isIn = true;
  const callerNow = async () => {
    if (!isIn) throw new Error('sign in first');
    return anna;
  };
  const answer = liveAnswer(office, { after: 0, person: 'anna', callerNow, signal: leaving.signal, leave });
  const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const text = async () => {
    const { value, done } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  expect(await text()).toBe('retry: 2000\n\n');
  await new Promise(setImmediate);
  return { record, text, leave, leaving, letGo: () => (isIn = false) };
}

test('tells of mail in the reader’s mailboxes', async () => {
  const { record, text } = await listen();
  record(['mail.arrived', 'm']);
  expect(await text()).toContain('"mailbox":"box"');
});

test('of whoever writes a draft in a mailbox they share nobody else hears', async () => {
  const { record, text } = await listen();
  record(['mail.changed', 'draft-of-ben', 'ben'], ['mail.changed', 'draft-of-anna', 'anna']);
  const heard = await text();
  expect(heard).toContain('draft-of-anna');
  expect(heard).not.toContain('draft-of-ben');
});

test('ends at once when the person is let go, and not because somebody else is', async () => {
  const { record, text, leave, letGo } = await listen();
  record(['session.closed', 'omar'], ['mail.arrived', 'm']);
  expect(await text()).toContain('event: change');
  letGo();
  record(['session.closed', 'anna']);
  expect(await text()).toBeNull();
  expect(leave).toHaveBeenCalledOnce();
});

test('lets go of a reader who takes nothing in', async () => {
  const { record, leave } = await listen();
  for (let index = 0; index < 300; index += 1) record(['mail.arrived', `m${index}`]);
  await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce(), { timeout: 20_000 });
});

test('a person has ten places, each taken by one screen at a time', () => {
  const leaves = Array.from({ length: 10 }, () => takeLivePlace('nora'));
  expect(leaves).not.toContain(null);
  expect(takeLivePlace('nora')).toBeNull();
  expect(takeLivePlace('omar')).not.toBeNull();
  leaves[0]?.();
  leaves[0]?.();
  expect(takeLivePlace('nora')).not.toBeNull();
  expect(takeLivePlace('nora')).toBeNull();
});
