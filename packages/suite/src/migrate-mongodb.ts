import type { Config } from '@kontor/config';
import { ensureIndexes } from '@kontor/data';
import { BasePayload } from 'payload';
import { namesRun, pendingOf, recordOfMigrations } from './data-version.ts';
import type { Migration } from './migrations/migration.ts';
import { payloadConfig } from './payload-config.ts';

/** MongoDB has no tables to change: its indexes are made, and what was run is written down, so that older code refuses. */
export async function migrateMongodb(config: Config, migrations: readonly Migration[]): Promise<string[]> {
  const payload = await new BasePayload().init({ config: await payloadConfig(config), disableOnInit: true });
  try {
    const pending = pendingOf(await namesRun(payload), migrations);
    // Always: an index may have been interrupted, and making one that is there costs nothing.
    await ensureIndexes(payload);
    for (const { name, mongodb } of pending) {
      await mongodb?.({ payload });
      await payload.create({ collection: recordOfMigrations, data: { name, batch: 1 } as never });
    }
    return pending.map(({ name }) => name);
  } finally {
    await payload.destroy();
  }
}
