import type { Payload } from 'payload';
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
    expect((await lookAtDatabase(database.payload)).says).toMatch(says);
  });
});

test('commits that are not flushed to disk are told', async () => {
  const database = await openTestDatabase({ engine: 'sqlite', collections: [] });
  const { connection } = database.payload.db as unknown as OpenedSqlite;
  connection.run('PRAGMA synchronous = NORMAL', []);
  await expect(lookAtDatabase(database.payload)).rejects.toMatchObject({ code: 'data.not-flushed' });
  await database.close();
});

test('a damaged SQLite and a MongoDB that acknowledges nothing are problems that name what was answered', async () => {
  const sqlite = { name: 'sqlite', connection: { file: 'kontor.db', arrays: () => [['page 3 is lost']] } };
  await expect(lookAtDatabase({ db: sqlite } as unknown as Payload)).rejects.toMatchObject({
    code: 'data.damaged',
    title: 'The database kontor.db is damaged: page 3 is lost',
  });
  const insertOne = () => Promise.reject(new Error('waiting for replication timed out'));
  const db = { admin: () => ({ command: async () => ({}) }) };
  const mongo = { name: 'mongoose', connection: { db, collection: () => ({ insertOne }) } };
  await expect(lookAtDatabase({ db: mongo } as unknown as Payload)).rejects.toMatchObject({
    code: 'data.not-acknowledged',
    values: { why: 'waiting for replication timed out' },
  });
});
