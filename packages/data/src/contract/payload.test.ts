import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase, testEngines } from '#testing/index.ts';
import { things } from './things.ts';

/** What features ask of Payload's own calls: the same answers whichever engine is below. */
describe.each(testEngines())('Payload on %s', (engine) => {
  let database: TestDatabase;
  let payload: Payload;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [things] });
    payload = database.payload;
  });
  afterAll(() => database?.close());

  const collection = 'things' as never;
  /** With a box of its own: where a unique index is about absent values too, the engines differ. */
  const create = (data: Record<string, unknown>) =>
    payload.create({ collection, data: { box: data['name'], ...data } as never });
  const names = async (where: object, options: object = {}) => {
    const { docs } = await payload.find({ collection, where: where as never, ...options });
    return (docs as unknown as { name: string }[]).map(({ name }) => name);
  };

  test('a row is created, read, updated in part, and deleted', async () => {
    const { id } = (await create({ name: 'plane', box: 'shelf' })) as { id: string };
    await payload.update({ collection, id, data: { box: 'bench' } as never });
    expect(await payload.findByID({ collection, id })).toMatchObject({
      name: 'plane',
      box: 'bench',
      seen: false,
    });
    await payload.delete({ collection, id });
    await expect(payload.findByID({ collection, id })).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('an instant comes back to the millisecond, and is found by a range', async () => {
    for (const due of ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '1969-12-31T23:59:59.001Z'])
      await create({ name: `due ${due}`, thread: 'due', due });
    const range = { thread: { equals: 'due' }, due: { greater_than: '2026-03-29T00:59:59.999Z' } };
    expect(await names(range)).toEqual(['due 2026-03-29T01:00:00.000Z']);
    const { docs } = await payload.find({ collection, where: { thread: { equals: 'due' } }, sort: 'due' });
    expect((docs as unknown as { due: string }[]).map(({ due }) => due)).toEqual([
      '1969-12-31T23:59:59.001Z',
      '2026-03-29T00:59:59.999Z',
      '2026-03-29T01:00:00.000Z',
    ]);
  });

  test('pages in a given order have every row once, and say where they are', async () => {
    for (let number = 0; number < 23; number += 1)
      await create({ name: `page ${number}`, thread: 'pages', date: (number * 7) % 23 });
    const seen: string[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const found = await payload.find({
        collection,
        where: { thread: { equals: 'pages' } },
        sort: '-date',
        limit: 10,
        page,
      });
      expect(found).toMatchObject({ totalDocs: 23, totalPages: 3, hasNextPage: page < 3 });
      seen.push(...(found.docs as unknown as { date: number }[]).map(({ date }) => String(date)));
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => String(22 - index)));
  });

  test('names in any script are found as they were written', async () => {
    const written = ['Zoë', 'жар-птица', 'مرحبا', '指物師', '👩🏽‍🔧 & "quotes" \\ %_'];
    for (const name of written) await create({ name, thread: 'scripts' });
    for (const name of written) expect(await names({ name: { equals: name } })).toEqual([name]);
    expect((await names({ thread: { equals: 'scripts' } })).sort()).toEqual([...written].sort());
  });

  test('two megabytes of JSON come back as they were', async () => {
    const more = {
      list: Array.from({ length: 20_000 }, (_, index) => ({
        index,
        text: 'Stühle und Bänke, aus Eiche, mit Öl — ✓',
      })),
      deep: { nothing: null, no: false, zero: 0, 'a.key': { $dollar: 1.5 } },
    };
    expect(JSON.stringify(more).length).toBeGreaterThan(1_000_000);
    const { id } = (await create({ name: 'large', more })) as { id: string };
    expect(((await payload.findByID({ collection, id })) as unknown as { more: unknown }).more).toEqual(more);
  });

  test('a counter raised by two hundred at once is exact', async () => {
    await create({ id: 'counter', name: 'counter' });
    const raise = () => payload.db.updateOne({ collection, id: 'counter', data: { hits: { $inc: 1 } } });
    await Promise.all(Array.from({ length: 200 }, raise));
    expect(await payload.findByID({ collection, id: 'counter' })).toMatchObject({ hits: 200 });
  });

  test('of many updates of one row at once none fails and one is the last', async () => {
    await create({ id: 'contested', name: 'contested' });
    const update = (_: unknown, number: number) =>
      payload.update({ collection, id: 'contested', data: { box: `box ${number}` } as never });
    await Promise.all(Array.from({ length: 20 }, update));
    const { box } = (await payload.findByID({ collection, id: 'contested' })) as unknown as { box: string };
    expect(box).toMatch(/^box \d+$/);
  });
});
