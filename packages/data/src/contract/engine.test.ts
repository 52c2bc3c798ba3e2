import { fakeClock, systemClock } from '@kontor/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Match } from '#bulk/port.ts';
import { createChanges } from '#changes.ts';
import { createClaims } from '#claims.ts';
import { openTestDatabase, type TestDatabase, testEngines } from '#testing/index.ts';
import { things } from './things.ts';

const ways = testEngines().flatMap((engine) => [
  { engine, way: 'directly', inThread: false },
  ...(engine === 'sqlite' ? [{ engine, way: 'through a thread', inThread: true }] : []),
]);

describe.each(ways)('the database contract on $engine ($way)', ({ engine, inThread }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [things], inThread });
  });
  afterAll(() => database?.close());

  const append = (box: string, ids: string[]) =>
    database.bulk.write([
      {
        op: 'append',
        into: 'things',
        scope: { box },
        numbers: ['uid', 'modseq'],
        rows: ids.map((id) => ({ id, name: id })),
      },
    ]);

  test('what was created is read back: unicode, large JSON, booleans', async () => {
    const more = { text: 'Ω жар-птица 🔥 مرحبا', list: Array.from({ length: 5000 }, (_, index) => index) };
    const row = { id: 'r1', name: 'Zoë', seen: true, more };
    await database.bulk.write([{ op: 'insert', into: 'things', rows: [row] }]);
    const [found] = await database.bulk.find('things', { id: 'r1' });
    expect(found).toMatchObject(row);
    const read = await database.payload.findByID({ collection: 'things' as never, id: 'r1' });
    expect(read).toMatchObject({ name: 'Zoë', seen: true, more });
  });

  test('a unique clash is told by both ways in, and the same id twice is written once', async () => {
    await database.bulk.write([
      { op: 'insert', into: 'things', rows: [{ id: 'u1', name: 'one', box: 'u1' }] },
    ]);
    const clash = database.bulk.write([
      { op: 'insert', into: 'things', rows: [{ id: 'u2', name: 'one', box: 'u2' }] },
    ]);
    await expect(clash).rejects.toMatchObject({ code: 'data.already-there' });
    const create = database.payload.create({
      collection: 'things' as never,
      data: { name: 'one', box: 'u3' } as never,
    });
    await expect(create).rejects.toMatchObject({ name: 'ValidationError' });
    const again = await database.bulk.write([
      { op: 'insert', into: 'things', rows: [{ id: 'u1', name: 'other' }] },
    ]);
    expect(again).toMatchObject([{ count: 0 }]);
    expect(await database.bulk.find('things', { id: 'u1' })).toMatchObject([{ name: 'one' }]);
  });

  test('numbers are given without gaps or doubles to writers at the same time, and never again', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `a${index}`);
    await Promise.all(names.map((id) => append('race', [id])));
    const rows = await database.bulk.find('things', { box: 'race' }, { sort: 'uid' });
    expect(rows.map(({ uid }) => uid)).toEqual(names.map((_, index) => index + 1));
    await append('race', ['a0']);
    expect(await database.bulk.count('things', { box: 'race' })).toBe(60);
  });

  test('a number is given once, though the row that had it is gone', async () => {
    await append('once', ['o1', 'o2', 'o3']);
    await database.bulk.write([{ op: 'delete', in: 'things', where: { id: 'o1' } }]);
    await append('once', ['o4']);
    expect(await database.bulk.find('things', { id: 'o4' })).toMatchObject([{ uid: 4, modseq: 4 }]);
  });

  test('a touched row gets the next number, and only rows that match are touched', async () => {
    await append('touch', ['t1', 't2', 't3']);
    const where = { id: { in: ['t1', 't3'] } };
    const [outcome] = await database.bulk.write([
      { op: 'touch', in: 'things', scope: { box: 'touch' }, where, number: 'modseq', set: { seen: true } },
    ]);
    expect(outcome).toMatchObject({ count: 2 });
    const rows = await database.bulk.find('things', { box: 'touch' }, { sort: 'uid' });
    expect(rows.map(({ seen }) => seen ?? false)).toEqual([true, false, true]);
    const [first, second, third] = rows.map(({ modseq }) => Number(modseq));
    expect(second).toBe(2);
    expect([first, third].sort()).toEqual([4, 5]);
  });

  test('rows are matched by every comparison, ordered, limited, and deleted', async () => {
    const rows = [1, 2, 3, 4].map((date) => ({
      id: `d${date}`,
      name: `d${date}`,
      box: `box-${date}`,
      thread: date === 4 ? null : 'compared',
      date,
    }));
    await database.bulk.write([{ op: 'insert', into: 'things', rows }]);
    const dates = async (where: Match, options = {}) => {
      const those = { name: { in: rows.map(({ name }) => name) }, ...where };
      const found = await database.bulk.find('things', those, { sort: 'date', ...options });
      return found.map(({ date }) => date);
    };
    expect(await dates({ date: { gt: 1, lte: 3 } })).toEqual([2, 3]);
    expect(await dates({ date: { gte: 2, lt: 3 } })).toEqual([2]);
    expect(await dates({ date: { not: 2 } })).toEqual([1, 3, 4]);
    expect(await dates({ thread: null })).toEqual([4]);
    expect(await dates({ thread: { not: null } })).toEqual([1, 2, 3]);
    expect(await dates({ id: { in: [] } })).toEqual([]);
    expect(await dates({}, { sort: '-date', limit: 2 })).toEqual([4, 3]);
    const [gone] = await database.bulk.write([{ op: 'delete', in: 'things', where: { thread: 'compared' } }]);
    expect(gone).toMatchObject({ count: 3 });
    expect(await dates({})).toEqual([4]);
  });

  test('a write whose row clashes gives nobody else’s number away', async () => {
    await append('clash', ['k1']);
    const clashing = { id: 'k2', name: 'k1' };
    const failed = database.bulk.write([
      { op: 'append', into: 'things', scope: { box: 'clash' }, numbers: ['uid', 'modseq'], rows: [clashing] },
    ]);
    const others = Promise.all(['k3', 'k4'].map((id) => append('clash', [id])));
    await expect(failed).rejects.toMatchObject({ code: 'data.already-there' });
    await others;
    const rows = await database.bulk.find('things', { box: 'clash' }, { sort: 'uid' });
    expect(rows.map(({ id }) => id).sort()).toEqual(['k1', 'k3', 'k4']);
    expect(new Set(rows.map(({ uid }) => uid)).size).toBe(3);
  });

  test('of many claimants of one row exactly one wins', async () => {
    await database.bulk.write([
      { op: 'insert', into: 'things', rows: [{ id: 'c1', name: 'c1', box: 'free' }] },
    ]);
    const claim = () =>
      database.bulk.write([
        { op: 'update', in: 'things', where: { id: 'c1', box: 'free' }, set: { box: 'taken' } },
      ]);
    const won = (await Promise.all(Array.from({ length: 30 }, claim))).filter(
      ([outcome]) => outcome?.count === 1,
    );
    expect(won).toHaveLength(1);
  });

  test('groups come newest first, page by page, each once', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      id: `g${index}`,
      name: `g${index}`,
      thread: `thread-${index % 10}`,
      box: `g${index}`,
      date: 1000 + index,
    }));
    await database.bulk.write([{ op: 'insert', into: 'things', rows }]);
    const seen: string[] = [];
    let after: { key: string; latest: number } | undefined;
    for (let page = 0; page < 4; page += 1) {
      const groups = await database.bulk.groupLatest({
        from: 'things',
        where: { date: { gte: 1000 } },
        by: 'thread',
        latest: 'date',
        limit: 3,
        ...(after ? { after } : {}),
      });
      expect(groups.every(({ count }) => count === 3)).toBe(true);
      seen.push(...groups.map(({ key }) => key));
      after = groups.at(-1);
    }
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((number) => `thread-${number}`));
  });

  test('the log of changes is read in order by whoever comes later', async () => {
    const before = await database.changes.latest();
    await Promise.all([1, 2, 3].map((number) => database.changes.record('test.done', `subject-${number}`)));
    const read = await database.changes.read(before);
    expect(read.map(({ seq }) => seq)).toEqual([before + 1, before + 2, before + 3]);
    expect(read.map(({ subject }) => subject).sort()).toEqual(['subject-1', 'subject-2', 'subject-3']);
  });

  test('the log of changes forgets from its beginning, and goes on counting', async () => {
    const clock = fakeClock(Date.now() + 1000);
    const changes = createChanges({ bulk: database.bulk, clock });
    await changes.record('test.done', 'old');
    clock.advance(60_000);
    await changes.record('test.done', 'young');
    // From a process whose clock is behind: nothing in the middle goes.
    clock.advance(-60_000);
    await changes.record('test.done', 'of an old clock');
    clock.advance(60_000);
    const newest = await changes.latest();
    expect(await changes.prune(30_000)).toBeGreaterThan(0);
    expect((await changes.read(0)).map(({ subject }) => subject)).toEqual(['young', 'of an old clock']);
    clock.advance(60_000);
    expect(await changes.prune(30_000)).toBe(1);
    await changes.record('test.done', 'next');
    expect((await changes.read(0)).map(({ seq }) => seq)).toEqual([newest, newest + 1]);
  });

  test('a claim is held by one holder until it is released', async () => {
    const claims = createClaims({ bulk: database.bulk, clock: systemClock });
    const takers = ['a', 'b', 'c', 'd'];
    const taken = await Promise.all(takers.map((holder) => claims.take('job', holder, 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const holder = takers[taken.indexOf(true)] ?? '';
    expect(await claims.take('job', holder, 60_000)).toBe(true);
    await claims.release('job', holder);
    expect(await claims.take('job', 'e', 60_000)).toBe(true);
  });

  test('a claim whose holder died is free when its lease ends, not before, and for one only', async () => {
    let now = 1_000_000;
    const claims = createClaims({ bulk: database.bulk, clock: { now: () => now } });
    expect(await claims.take('leased', 'dead', 60_000)).toBe(true);
    now += 59_000;
    expect(await claims.take('leased', 'a', 60_000)).toBe(false);
    now += 2000;
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => claims.take('leased', holder, 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await claims.take('leased', 'dead', 60_000)).toBe(false);
  });
});
