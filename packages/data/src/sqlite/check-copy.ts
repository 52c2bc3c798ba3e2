import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** What a migrated copy is compared with. */
export interface Census {
  rows: Map<string, number>;
  /** Rows that point at a row which is not there. */
  strays: number;
}

export function census(database: DatabaseSync): Census {
  const tables = database.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const rows = new Map<string, number>();
  for (const { name } of tables.all()) {
    const counted = database.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get();
    rows.set(String(name), Number(counted?.['n'] ?? 0));
  }
  return { rows, strays: database.prepare('PRAGMA foreign_key_check').all().length };
}

/**
 * Throws when the copy is damaged, lost rows of a table that is still there, or has rows that point
 * nowhere. Leaves it as one file.
 */
export function checkCopy(copy: string, before: Census | undefined): void {
  const database = new DatabaseSync(copy);
  try {
    // Several parts will open it at once: changing the mode is not theirs to do.
    database.exec('PRAGMA journal_mode = WAL');
    const [answer] = database.prepare('PRAGMA integrity_check(1)').all();
    if (answer?.['integrity_check'] !== 'ok')
      fail(`the copy is damaged (${String(answer?.['integrity_check'])})`);
    const { rows, strays } = census(database);
    if (strays > (before?.strays ?? 0)) fail(`${strays} rows point at rows that are not there`);
    for (const [table, count] of before?.rows ?? []) {
      const now = rows.get(table);
      if (now !== undefined && now < count) fail(`of ${count} rows in ${table} ${now} are left`);
    }
  } finally {
    database.close();
  }
  if (existsSync(`${copy}-wal`)) fail('the copy is still open');
}

const fail = (why: string): never => {
  throw new Error(why);
};
