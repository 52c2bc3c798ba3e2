import type { DatabaseAdapterObj } from 'payload';

export type DatabaseSettings = { kind: 'sqlite'; file: string } | { kind: 'mongodb'; url: string };

/** The adapter for Payload's config. Only the engine in use is loaded. */
export async function databaseAdapter(
  database: DatabaseSettings,
  { migrationDir, ensureIndexes }: { migrationDir?: string; ensureIndexes?: boolean } = {},
): Promise<DatabaseAdapterObj> {
  if (database.kind === 'mongodb') {
    const { mongodb } = await import('./mongodb/adapter.ts');
    return mongodb({ url: database.url, ...(ensureIndexes === undefined ? {} : { ensureIndexes }) });
  }
  const { sqliteOnNode } = await import('./sqlite/adapter.ts');
  return sqliteOnNode({ file: database.file, ...(migrationDir ? { migrationDir } : {}) });
}
