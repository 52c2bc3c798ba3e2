import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** The `name` column of a table, read without Payload; none when there is no such file or table. */
export function namesInSqlite(file: string, table: string): string[] {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    const known = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
      .get(table);
    if (!known) return [];
    return database
      .prepare(`SELECT name FROM "${table}"`)
      .all()
      .map(({ name }) => String(name));
  } finally {
    database.close();
  }
}
