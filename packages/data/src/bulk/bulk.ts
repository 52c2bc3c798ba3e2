import type { Payload } from 'payload';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { mongoBulk, type OpenedMongo } from './mongo-bulk.ts';
import type { Bulk } from './port.ts';
import { sqliteBulk } from './sqlite-bulk.ts';

/**
 * The narrow way to the database for what Payload does row by row: mail, and the log of changes. `writer` is a thread's
 * file that calls `runWriter`, for a part that writes much; where the database is a server, it is not used.
 */
export function createBulk(payload: Payload, { writer }: { writer?: URL | undefined } = {}): Bulk {
  const adapter = payload.db as unknown as OpenedSqlite | OpenedMongo;
  return adapter.name === 'sqlite' ? sqliteBulk(adapter, writer) : mongoBulk(adapter);
}
