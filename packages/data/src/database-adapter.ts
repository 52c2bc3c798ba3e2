import type { DatabaseAdapterObj } from 'payload';

export type DatabaseSettings = { kind: 'sqlite'; file: string } | { kind: 'mongodb'; url: string };

/** The adapter for Payload's config. Only the engine in use is loaded. */
export async function databaseAdapter(
  database: DatabaseSettings,
  { migrationDir }: { migrationDir?: string } = {},
): Promise<DatabaseAdapterObj> {
  if (database.kind === 'mongodb')
    return (await import('./mongodb/adapter.ts')).mongodb({ url: database.url });
  const { sqliteOnNode } = await import('./sqlite/adapter.ts');
  return sqliteOnNode({ file: database.file, ...(migrationDir ? { migrationDir } : {}) });
}
