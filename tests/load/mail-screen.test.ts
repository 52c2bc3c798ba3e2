import type { Caller } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { listConversations, listMailboxes, moveConversation } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipient } from './bench-firm.ts';
import { median } from './figures.ts';
import { seedInbox } from './mail-seed.ts';
import { openBenchOffice } from './open-bench-office.ts';

const conversations = 10_000;
/** Milliseconds that one call may take; the suite asserts fifteen times as much. */
const goal = 50;

describe.each(testEngines())('ten thousand conversations in hello@, on %s', (engine) => {
  let office: Office;
  let caller: Caller;
  let folder: string;
  let end: () => Promise<void>;

  beforeAll(async () => {
    ({ office, close: end } = await openBenchOffice(engine));
    const found = await office.payload.find({ collection: 'persons' as never, limit: 1 });
    const { id, groups = [] } = found.docs[0] as unknown as { id: string; groups?: string[] };
    caller = { via: 'web', person: { id, role: 'admin', groups } };
    // Everything is read but the newest 50 and the one at the very end.
    const has = (number: number) => number >= 50 && number < conversations - 1;
    folder = await seedInbox(office, { address: recipient, conversations, seen: { person: id, has } });
  });
  afterAll(() => end?.());

  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return median(times);
  };
  const inbox = async () => {
    const mailboxes = await listMailboxes.perform(office, {}, caller);
    return mailboxes.flatMap(({ folders }) => folders).find(({ id }) => id === folder);
  };

  test('a page costs the same at the beginning and at the end, and each conversation comes once', async () => {
    const seen = new Set<string>();
    let after: string | null = null;
    const times: number[] = [];
    do {
      const began = performance.now();
      const page = await listConversations.perform(
        office,
        { folder, limit: 100, ...(after ? { after } : {}) },
        caller,
      );
      times.push(performance.now() - began);
      for (const { thread } of page.rows) seen.add(thread);
      after = page.next;
    } while (after);
    expect(seen.size).toBe(conversations);
    expect(times.length).toBe(conversations / 100);
    console.log(
      `${engine}: a page of 100: median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`,
    );
    expect(median(times)).toBeLessThan(15 * goal);
  });

  test('what is unread is found and counted without loading what is read', async () => {
    expect(await inbox()).toMatchObject({ total: 12_000, unread: 61 });
    const count = await took(inbox);
    const first = await took(() => listConversations.perform(office, { folder, filter: 'unread' }, caller));
    const { rows, next } = await listConversations.perform(
      office,
      { folder, filter: 'unread', limit: 100 },
      caller,
    );
    expect(rows).toHaveLength(51);
    expect(next).toBeNull();
    console.log(`${engine}: mailboxes ${count.toFixed(1)} ms, unread ${first.toFixed(1)} ms`);
    expect(count).toBeLessThan(15 * goal);
    expect(first).toBeLessThan(15 * 4 * goal);
  });

  test('the count stays right when conversations are moved and brought back', async () => {
    const { rows } = await listConversations.perform(office, { folder, limit: 60 }, caller);
    const both = [rows[0], rows[55]].map((row) => row?.thread ?? '');
    for (const thread of both) {
      const { undo } = await moveConversation.perform(
        office,
        { folder, thread, to: { role: 'archive' } },
        caller,
      );
      await moveConversation.perform(office, undo, caller);
    }
    expect(await inbox()).toMatchObject({ total: 12_000, unread: 61 });
  });
});
