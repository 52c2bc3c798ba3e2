import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { DatabaseAdapterObj } from 'payload';
import { openSqlite, type SqliteConnection } from './connection.ts';

/** What Payload's adapter carries once it runs on our connection. */
export interface OpenedSqlite {
  name: 'sqlite';
  connection: SqliteConnection;
  drizzle: unknown;
  schema: Record<string, unknown>;
  tables: Record<string, never>;
  resolveInitializing(): void;
  /** What is to be ended before the connection is. */
  closing: (() => Promise<void>)[];
  destroy(): Promise<void>;
}

/**
 * Payload's SQLite adapter on Node's own `node:sqlite`, through drizzle's `sqlite-proxy` driver: the stock libsql driver
 * goes on reporting success after one lock timeout and loses every later write (docs/adr/0003).
 */
export function sqliteOnNode({
  file,
  migrationDir,
}: {
  file: string;
  migrationDir?: string;
}): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid',
    allowIDOnCreate: true,
    push: false,
    ...(migrationDir ? { migrationDir } : {}),
  });
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args) as unknown as OpenedSqlite & { connect(): Promise<void> };
      const stockDestroy = adapter.destroy;
      adapter.closing = [];
      adapter.connect = async () => {
        adapter.connection ??= openSqlite(file);
        adapter.drizzle = proxy(adapter.connection, adapter.schema);
        adapter.resolveInitializing();
      };
      adapter.destroy = async () => {
        await Promise.all(adapter.closing.splice(0).map((close) => close()));
        await stockDestroy.call(adapter);
        adapter.connection?.close();
      };
      return adapter as never;
    },
  };
}

function proxy(connection: SqliteConnection, schema: Record<string, unknown>): unknown {
  return drizzle(
    (sql, params, method) =>
      connection.whenFree(() => {
        // `run` answers objects: Payload's raw selects read their columns by name.
        if (method === 'run') return { rows: connection.objects(sql, params) };
        const rows = connection.arrays(sql, params);
        return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
      }),
    (queries) =>
      connection.transaction(() =>
        queries.map(({ sql, params, method }) => {
          if (method === 'run') return { rows: connection.objects(sql, params) };
          const rows = connection.arrays(sql, params);
          return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
        }),
      ),
    { schema },
  );
}
