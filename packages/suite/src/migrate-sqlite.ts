import { join } from 'node:path';
import type { Config } from '@kontor/config';
import { newId } from '@kontor/core';
import { namesInSqlite, type UpgradeStep, upgradeByCopy } from '@kontor/data';
import { BasePayload } from 'payload';
import { pendingOf } from './data-version.ts';
import type { Migration } from './migrations/migration.ts';
import type { Connected } from './run-statements.ts';

interface Options {
  migrations: readonly Migration[];
  onStep?: ((step: UpgradeStep) => void) | undefined;
}

/** Upgrades a copy of the database and puts it in the old one's place; names what was run. */
export async function migrateSqlite(
  config: Config,
  file: string,
  { migrations, onStep }: Options,
): Promise<string[]> {
  const pending = () => pendingOf(namesInSqlite(file, 'payload_migrations'), migrations);
  const target = pending().at(-1);
  if (!target) return [];
  let due: Migration[] = [];
  const isDone = await upgradeByCopy({
    file,
    lockFile: join(config.runDir, 'upgrade.lock'),
    label: target.name,
    isNeeded() {
      // Read here: from now on the file is locked for everybody.
      due = pending();
      return due.length > 0;
    },
    migrate: (copy) => runOn({ ...config, database: { kind: 'sqlite', file: copy } }, due),
    onStep,
  });
  return isDone ? due.map(({ name }) => name) : [];
}

async function runOn(config: Config, pending: readonly Migration[]): Promise<void> {
  const { payloadConfig } = await import('./payload-config.ts');
  const payload = await new BasePayload().init({ config: await payloadConfig(config), disableOnInit: true });
  try {
    const { connection } = payload.db as unknown as Connected;
    // A table that is built anew is dropped in between: with foreign keys on, the rows that point at it would go too.
    connection.run('PRAGMA foreign_keys = OFF', []);
    for (const { name, up } of pending) {
      await up({ payload });
      connection.run('INSERT INTO payload_migrations (id, name, batch) VALUES (?, ?, 1)', [newId(), name]);
    }
  } finally {
    await payload.destroy();
  }
}
