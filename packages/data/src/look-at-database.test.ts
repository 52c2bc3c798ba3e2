import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { openTestDatabase, type TestDatabase, testEngines } from '#testing/index.ts';
import { lookAtDatabase } from './look-at-database.ts';

describe.each(testEngines())('looking at %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [] });
  });
  afterAll(() => database?.close());

  test('an open database is found whole, and to keep what it acknowledges', async () => {
    const says = engine === 'sqlite' ? /flushed to disk/ : /majority and journalled/;
    expect(await lookAtDatabase(database.payload)).toMatchObject({
      good: true,
      says: expect.stringMatching(says),
    });
  });
});

test('commits that are not flushed to disk are told', async () => {
  const database = await openTestDatabase({ engine: 'sqlite', collections: [] });
  const { connection } = database.payload.db as unknown as OpenedSqlite;
  connection.run('PRAGMA synchronous = NORMAL', []);
  expect(await lookAtDatabase(database.payload)).toMatchObject({ good: false });
  await database.close();
});
