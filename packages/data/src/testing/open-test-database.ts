import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@kontor/core';
import { BasePayload, buildConfig, type CollectionConfig, type Config, type Payload } from 'payload';
import { createBulk } from '#bulk/bulk.ts';
import type { Bulk } from '#bulk/port.ts';
import { type Changes, changesCollection, createChanges } from '#changes.ts';
import { claimsCollection } from '#claims.ts';
import { type DatabaseSettings, databaseAdapter } from '#database-adapter.ts';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { type EngineName, startMongod } from './engines.ts';

export interface TestDatabase {
  engine: EngineName;
  settings: DatabaseSettings;
  payload: Payload;
  bulk: Bulk;
  changes: Changes;
  /** Stops the engine and deletes its folder. */
  close(): Promise<void>;
}

interface Options {
  engine: EngineName;
  collections: CollectionConfig[];
  config?: Partial<Config>;
  /** On SQLite, bulk writes go through a thread of their own. */
  inThread?: boolean;
}

const writerThread = new URL('./writer-thread.ts', import.meta.url);

/** An empty database with these collections (and data's own), on a real engine, for one test file. */
export async function openTestDatabase({
  engine,
  collections,
  config = {},
  inThread = false,
}: Options): Promise<TestDatabase> {
  const dir = await mkdtemp(join(tmpdir(), 'kontor-data-'));
  const mongod = engine === 'mongodb' ? await startMongod() : undefined;
  const settings: DatabaseSettings = mongod
    ? { kind: 'mongodb', url: mongod.url }
    : { kind: 'sqlite', file: join(dir, 'kontor.db') };
  const payload = await openPayload({ settings, collections, config, create: true });
  const bulk = createBulk(payload, { writer: inThread ? writerThread : undefined });
  return {
    engine,
    settings,
    payload,
    bulk,
    changes: createChanges({ bulk, clock: systemClock }),
    async close() {
      await payload.destroy();
      await mongod?.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

interface OpenOptions {
  settings: DatabaseSettings;
  collections: CollectionConfig[];
  config?: Partial<Config>;
  /** Makes the tables from the collections; an opened database has them already. */
  create?: boolean;
}

/** Payload over these collections; a second process of a test opens the same settings without `create`. */
export async function openPayload({
  settings,
  collections,
  config = {},
  create = false,
}: OpenOptions): Promise<Payload> {
  const built = await buildConfig({
    secret: 'a test has no secrets',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'error' } },
    graphQL: { disable: true },
    ...config,
    collections: [changesCollection, claimsCollection, ...collections],
    db: await databaseAdapter(settings),
  });
  const payload = await new BasePayload().init({ config: built, disableOnInit: true });
  if (create && settings.kind === 'sqlite')
    await createTables(payload.db as unknown as OpenedSqlite & DrizzleKit);
  return payload;
}

interface DrizzleKit {
  requireDrizzleKit(): {
    generateDrizzleJson(schema: unknown): Promise<unknown>;
    generateMigration(before: unknown, after: unknown): Promise<string[]>;
  };
}

async function createTables(adapter: OpenedSqlite & DrizzleKit): Promise<void> {
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit();
  const statements = await generateMigration(
    await generateDrizzleJson({}),
    await generateDrizzleJson(adapter.schema),
  );
  for (const statement of statements) adapter.connection.objects(statement, []);
}
