import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataProblems } from '#problems.ts';

/** SQLite itself never waits for a lock, because its waiting blocks the process; our waiting is asynchronous. */
const blockMs = 0;
/** After this long a waiting write gives up with data.busy. */
const patienceMs = 10_000;
const cacheSize = 600;
/** Pages of 4 kB in the WAL before they are copied back: fewer, larger rounds halve the time that commits take under load. */
const checkpointPages = 8000;

export type Params = readonly unknown[];

/** One connection to one database file; every call on it is synchronous except the waiting. */
export interface SqliteConnection {
  readonly file: string;
  /** Rows as arrays of values. */
  arrays(sql: string, params: Params): unknown[][];
  /** Rows as objects; for a statement that answers none, an empty list. */
  objects(sql: string, params: Params): Record<string, unknown>[];
  /** Runs a statement and counts the rows it changed. */
  run(sql: string, params: Params): number;
  /** Repeats the (synchronous) work while another process holds the lock. Throws data.busy after 10 s. */
  whenFree<T>(work: () => T): Promise<T>;
  /** BEGIN IMMEDIATE … COMMIT around the (synchronous) work, repeated while the lock is taken. */
  transaction<T>(work: () => T): Promise<T>;
  backup(target: string): Promise<void>;
  close(): void;
}

export function openSqlite(file: string): SqliteConnection {
  const database = new DatabaseSync(file, { timeout: patienceMs });
  // FULL: what was acknowledged survives a power cut, not only a killed process.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA temp_store = MEMORY;
    PRAGMA busy_timeout = ${blockMs};
  `);
  const asArrays = statementCache(database, true);
  const asObjects = statementCache(database, false);

  async function whenFree<T>(work: () => T): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (let round = 1; ; round += 1) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw named(error);
        if (Date.now() > deadline) throw dataProblems.make('busy', { cause: error });
        await sleep(Math.random() * Math.min(2 * round, 20));
      }
    }
  }

  return {
    file,
    arrays: (sql, params) => asArrays(sql).all(...bind(params)) as unknown as unknown[][],
    objects(sql, params) {
      const statement = asObjects(sql);
      if (statement.columns().length > 0) return statement.all(...bind(params));
      statement.run(...bind(params));
      return [];
    },
    run: (sql, params) => Number(asObjects(sql).run(...bind(params)).changes),
    whenFree,
    transaction: (work) =>
      whenFree(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          database.exec('COMMIT');
          return result;
        } catch (error) {
          // A busy COMMIT leaves the transaction open; a broken statement may have ended it.
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    async backup(target) {
      const { backup } = await import('node:sqlite');
      await backup(database, target);
    },
    close: () => database.close(),
  };
}

function statementCache(database: DatabaseSync, arrays: boolean): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const cached = statements.get(sql);
    if (cached) return cached;
    const statement = database.prepare(sql);
    statement.setReturnArrays(arrays);
    const [oldest] = statements.keys();
    if (statements.size >= cacheSize && oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
}

const bind = (params: Params): SQLInputValue[] => params.map(toSql);

function toSql(value: unknown): SQLInputValue {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value as SQLInputValue;
}

const resultCode = (error: unknown): number => (error as { errcode?: number }).errcode ?? 0;

/** SQLITE_BUSY (5) and SQLITE_LOCKED (6) with their extended codes. */
const isBusy = (error: unknown): boolean => [5, 6].includes(resultCode(error) & 0xff);

/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
export const isUniqueClash = (error: unknown): boolean => [2067, 1555].includes(resultCode(error));

const full = 13;

/** A clash gets the name that Payload looks for to answer "must be unique", a full disk the one it has elsewhere. */
function named(error: unknown): unknown {
  if (isUniqueClash(error)) (error as { code?: string }).code = 'SQLITE_CONSTRAINT_UNIQUE';
  if (resultCode(error) === full) (error as { code?: string }).code = 'ENOSPC';
  return error;
}
