import type { Payload } from 'payload';
import type { SqliteConnection } from './sqlite/connection.ts';

/** What an operator wants to know of the database; `hint` only where something is to be done. */
export interface DatabaseReport {
  engine: 'SQLite' | 'MongoDB';
  good: boolean;
  says: string;
  hint?: string;
}

/** Looks whether the open database is whole and keeps what it acknowledges. */
export async function lookAtDatabase(payload: Payload): Promise<DatabaseReport> {
  const adapter: unknown = payload.db;
  return payload.db.name === 'mongoose' ? lookAtMongo(adapter as Mongo) : lookAtSqlite(adapter as Sqlite);
}

interface Sqlite {
  connection: SqliteConnection;
}

function lookAtSqlite({ connection }: Sqlite): DatabaseReport {
  const pragma = (text: string): unknown => connection.arrays(`PRAGMA ${text}`, [])[0]?.[0];
  const check = String(pragma('quick_check(1)'));
  if (check !== 'ok') {
    const hint = 'Stop Kontor and restore the data folder from a backup.';
    return { engine: 'SQLite', good: false, says: `${connection.file} is damaged: ${check}`, hint };
  }
  const isDurable = pragma('journal_mode') === 'wal' && pragma('synchronous') === 2;
  return isDurable
    ? { engine: 'SQLite', good: true, says: `${connection.file} is whole; each commit is flushed to disk` }
    : {
        engine: 'SQLite',
        good: false,
        says: 'commits are not flushed to disk',
        hint: 'Report this as a bug.',
      };
}

interface Mongo {
  connection: {
    db: { admin(): { command(command: object): Promise<Record<string, unknown>> } };
    collection(name: string): {
      insertOne(row: object, options: object): Promise<unknown>;
      drop(): Promise<unknown>;
    };
  };
}

async function lookAtMongo({ connection }: Mongo): Promise<DatabaseReport> {
  const { setName } = await connection.db.admin().command({ hello: 1 });
  const scratch = connection.collection('kontor_doctor');
  const durable = { writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5000 } };
  try {
    await scratch.insertOne({ at: new Date() }, durable);
    await scratch.drop();
  } catch (error) {
    return {
      engine: 'MongoDB',
      good: false,
      says: `a journalled majority write did not succeed: ${(error as Error).message}`,
      hint: 'Switch journaling on, and see that a majority of the replica set is up.',
    };
  }
  const kind = setName ? `replica set ${setName}` : 'a single server, not a replica set';
  return { engine: 'MongoDB', good: true, says: `${kind}; majority and journalled writes are acknowledged` };
}
