import type { Config } from '@kontor/config';
import { dataProblems } from '@kontor/data';
import { BasePayload } from 'payload';
import { migrations } from './migrations/index.ts';
import { prepareFolders } from './office.ts';
import { payloadConfig } from './payload-config.ts';

/**
 * Brings the database to this version's shape; run once, before any part starts. Refuses data that a newer Kontor wrote.
 * MongoDB has no shape to migrate: its indexes are made when it is opened.
 */
export async function migrate(config: Config): Promise<{ ran: string[] }> {
  prepareFolders(config);
  const built = await payloadConfig(config);
  const payload = await new BasePayload().init({ config: built, disableOnInit: true });
  try {
    if (config.database.kind === 'mongodb') return { ran: [] };
    const before = await namesRun(payload);
    const known = new Set(migrations.map(({ name }) => name));
    const newer = before.find((name) => !known.has(name));
    if (newer) dataProblems.raise('newer-data', { values: { migration: newer } });
    await payload.db.migrate({ migrations: migrations as never });
    return { ran: migrations.map(({ name }) => name).filter((name) => !before.includes(name)) };
  } finally {
    await payload.destroy();
  }
}

async function namesRun(payload: BasePayload): Promise<string[]> {
  const adapter = payload.db as unknown as {
    connection: { objects(sql: string, params: unknown[]): Record<string, unknown>[] };
  };
  const [table] = adapter.connection.objects(
    "SELECT name FROM sqlite_master WHERE name = 'payload_migrations'",
    [],
  );
  if (!table) return [];
  return adapter.connection
    .objects('SELECT name FROM payload_migrations', [])
    .map((row) => String(row['name']));
}
