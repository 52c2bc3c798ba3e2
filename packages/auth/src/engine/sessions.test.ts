import { fakeClock } from '@kontor/core';
import { openTestDatabase, type TestDatabase } from '@kontor/data/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session, SessionStore } from '#port.ts';
import { createSessionStore, sessionsCollection } from '#session-store.ts';
import { hashToken } from '#token.ts';
import { luciaSessions } from './lucia.ts';
import { nativeSessions } from './native.ts';

const day = 24 * 3_600_000;
const policy = { idleMs: 7 * day, absoluteMs: 30 * day };
const who = { person: 'anna', device: 'Firefox', address: '192.0.2.1' };

let database: TestDatabase;
let store: SessionStore;
const clock = fakeClock();
let outside: Set<string>;

beforeAll(async () => {
  database = await openTestDatabase({ engine: 'sqlite', collections: [sessionsCollection] });
  store = createSessionStore(database.bulk);
});
afterAll(() => database?.close());
beforeEach(async () => {
  outside = new Set();
  await store.removeExpired(Number.MAX_SAFE_INTEGER);
  // Lucia reads the time from Date: it must be the clock's.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
});
afterEach(() => vi.useRealTimers());

function pass(milliseconds: number): void {
  clock.advance(milliseconds);
  vi.setSystemTime(clock.now());
}

const engines = { lucia: luciaSessions, native: nativeSessions };
const open = (name: keyof typeof engines) =>
  engines[name]({ store, clock, policy, mayComeIn: async (person) => !outside.has(person) });

describe.each(['lucia', 'native'] as const)('sessions by the %s engine', (name) => {
  const sessions = () => open(name);

  test('a token opens its session, and what is stored does not', async () => {
    const { token, session } = await sessions().open(who);
    expect(session).toMatchObject({ ...who, id: hashToken(token) });
    expect((await sessions().check(token))?.session).toEqual(session);
    expect(await sessions().check(session.id)).toBeNull();
    expect(await sessions().check('')).toBeNull();
  });

  test('an unused session ends after its idle time', async () => {
    const { token, session } = await sessions().open(who);
    pass(policy.idleMs);
    expect(await sessions().check(token)).toBeNull();
    expect(await store.find(session.id)).toBeNull();
  });

  test('a used one is renewed once half of it is over, not on each check', async () => {
    const { token } = await sessions().open(who);
    pass(policy.idleMs / 2 - 1000);
    expect((await sessions().check(token))?.renewed).toBe(false);
    pass(2000);
    expect(await sessions().check(token)).toMatchObject({
      renewed: true,
      session: { expiresAt: clock.now() + policy.idleMs },
    });
  });

  test('however much it is used, it ends after its absolute time', async () => {
    const { token } = await sessions().open(who);
    for (let passed = 5; passed < 30; passed += 5) {
      pass(5 * day);
      expect(await sessions().check(token), `day ${passed}`).not.toBeNull();
    }
    pass(5 * day);
    expect(await sessions().check(token)).toBeNull();
  });

  test('a person who may not come in any more is out at the next check', async () => {
    const { token, session } = await sessions().open(who);
    outside.add('anna');
    expect(await sessions().check(token)).toBeNull();
    outside.clear();
    expect(await store.find(session.id)).toBeNull();
  });

  test('sessions are listed and closed one by one or all but one', async () => {
    const opened = [await sessions().open(who), await sessions().open(who), await sessions().open(who)];
    const [first, second, third] = opened.map(({ session }) => session) as [Session, Session, Session];
    await sessions().open({ ...who, person: 'omar' });
    expect((await sessions().list('anna')).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id, third.id].sort(),
    );
    await sessions().close(first.id);
    expect(await sessions().closeAll('anna', { except: third.id })).toBe(1);
    expect((await sessions().list('anna')).map(({ id }) => id)).toEqual([third.id]);
    expect(await sessions().list('omar')).toHaveLength(1);
  });
});

test('leaving Lucia signs nobody out: each engine takes the other’s sessions', async () => {
  const byLucia = await open('lucia').open(who);
  const byNative = await open('native').open(who);
  expect((await open('native').check(byLucia.token))?.session).toEqual(byLucia.session);
  expect((await open('lucia').check(byNative.token))?.session).toEqual(byNative.session);
});
