import type { Config } from '@kontor/config';
import type { UpgradeStep } from '@kontor/data';
import { migrations as shipped } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { prepareFolders } from './prepare-folders.ts';

export interface MigrateOptions {
  migrations?: readonly Migration[];
  /** Told of each step of an upgrade that is under way. */
  onStep?: (step: UpgradeStep) => void;
}

/**
 * Brings the data to this version's shape; run once, before any part starts (docs/adr/0005). Does nothing, quickly, when
 * there is nothing to do. Throws data.newer-data for what a newer Kontor wrote, data.in-use while a part runs,
 * data.no-room, data.upgrade-failed; the data is then as it was.
 */
export async function migrate(config: Config, options: MigrateOptions = {}): Promise<{ ran: string[] }> {
  const { migrations = shipped, onStep } = options;
  prepareFolders(config);
  const { database } = config;
  if (database.kind === 'mongodb') {
    const { migrateMongodb } = await import('./migrate-mongodb.ts');
    return { ran: await migrateMongodb(config, migrations) };
  }
  const { migrateSqlite } = await import('./migrate-sqlite.ts');
  return { ran: await migrateSqlite(config, database.file, { migrations, onStep }) };
}
