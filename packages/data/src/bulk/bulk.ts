import type { Payload } from 'payload';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { mongoBulk, type OpenedMongo } from './mongo-bulk.ts';
import type { Bulk } from './port.ts';
import { sqliteBulk } from './sqlite-bulk.ts';

/** The narrow way to the database for what Payload does row by row: mail, and the log of changes. */
export function createBulk(payload: Payload): Bulk {
  const adapter = payload.db as unknown as OpenedSqlite | OpenedMongo;
  return adapter.name === 'sqlite' ? sqliteBulk(adapter) : mongoBulk(adapter);
}
