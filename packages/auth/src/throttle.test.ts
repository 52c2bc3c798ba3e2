import { type FakeClock, fakeClock } from '@kontor/core';
import { createBulk } from '@kontor/data';
import { openPayload, openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createThrottle, type Throttle, throttlesCollection } from './throttle.ts';

const minute = 60_000;
const allowance = { burst: 3, everyMs: minute };

describe.each(testEngines())('a throttle on %s', (engine) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let throttle: Throttle;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [throttlesCollection] });
    clock = fakeClock();
    throttle = createThrottle({ bulk: database.bulk, clock });
  });
  afterAll(() => database?.close());

  const spend = async (key: string, times: number, by = throttle) => {
    const permissions = [];
    for (let index = 0; index < times; index += 1) permissions.push(await by.spend(key, allowance));
    return permissions.map(({ ok }) => ok);
  };
  /** A second opening of the same database, as another process has one. */
  async function withAnother<Out>(work: (other: Throttle) => Promise<Out>): Promise<Out> {
    const payload = await openPayload({ settings: database.settings, collections: [throttlesCollection] });
    try {
      return await work(createThrottle({ bulk: createBulk(payload), clock }));
    } finally {
      await payload.destroy();
    }
  }

  test('gives the burst at once, then says how long to wait, then one each interval', async () => {
    expect(await spend('a', 3)).toEqual([true, true, true]);
    expect(await throttle.spend('a', allowance)).toEqual({ ok: false, retryAfterMs: minute });
    clock.advance(minute - 1);
    expect(await throttle.spend('a', allowance)).toEqual({ ok: false, retryAfterMs: 1 });
    clock.advance(1);
    expect(await spend('a', 2)).toEqual([true, false]);
  });

  test('gives no more than the burst however long nobody asked', async () => {
    await spend('b', 1);
    clock.advance(1000 * minute);
    expect(await spend('b', 4)).toEqual([true, true, true, false]);
  });

  test('keeps keys apart, and gives one its whole allowance back', async () => {
    await spend('c', 4);
    expect(await spend('d', 1)).toEqual([true]);
    await throttle.reset('c');
    expect(await spend('c', 4)).toEqual([true, true, true, false]);
  });

  test('a mark holds for its time and is no allowance of the same name', async () => {
    await throttle.mark('e', minute);
    expect(await throttle.isMarked('e')).toBe(true);
    expect(await throttle.isMarked('f')).toBe(false);
    expect(await spend('e', 3)).toEqual([true, true, true]);
    clock.advance(minute);
    expect(await throttle.isMarked('e')).toBe(false);
  });

  test('two openings count as one, also when they ask at once', async () => {
    await withAnother(async (other) => {
      const asked = Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? other : throttle).spend('g', allowance),
      );
      const granted = (await Promise.all(asked)).filter(({ ok }) => ok).length;
      expect(granted).toBeGreaterThan(0);
      expect(granted).toBeLessThanOrEqual(3);
      // What was refused for the crowd may be asked again; together it is the burst and no more.
      const later = [...(await spend('g', 3, other)), ...(await spend('g', 3))];
      expect(granted + later.filter(Boolean).length).toBe(3);
    });
  });

  test('is kept when the database is closed and opened again', async () => {
    await withAnother((first) => spend('h', 3, first));
    expect(await withAnother((second) => spend('h', 1, second))).toEqual([false]);
  });

  test('forgets what is full again, and only that', async () => {
    clock.advance(10 * minute);
    await throttle.prune();
    await spend('old', 1);
    clock.advance(minute + 1);
    await spend('young', 3);
    await throttle.prune();
    expect(await database.bulk.count('throttles', {})).toBe(1);
    expect(await spend('young', 1)).toEqual([false]);
  });

  test('keeps no key as it is written: keys hold addresses of people', async () => {
    await spend('anna@y.test', 1);
    expect(JSON.stringify(await database.bulk.find('throttles', {}))).not.toContain('anna');
  });
});
