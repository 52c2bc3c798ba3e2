import type { Payload } from 'payload';
import { dataProblems } from './problems.ts';
import type { SqliteConnection } from './sqlite/connection.ts';

/** What an operator wants to know of a database that is well. */
export interface DatabaseReport {
  engine: 'SQLite' | 'MongoDB';
  says: string;
}

/** Looks whether the open database is whole and keeps what it acknowledges; a problem where it is not. */
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
  const { file } = connection;
  if (check !== 'ok') dataProblems.raise('damaged', { values: { file, why: check } });
  const isDurable = pragma('journal_mode') === 'wal' && pragma('synchronous') === 2;
  if (!isDurable) dataProblems.raise('not-flushed');
  return { engine: 'SQLite', says: `${file} is whole; each commit is flushed to disk` };
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
    dataProblems.raise('not-acknowledged', { values: { why: (error as Error).message }, cause: error });
  }
  const kind = setName ? `replica set ${setName}` : 'a single server, not a replica set';
  return { engine: 'MongoDB', says: `${kind}; majority and journalled writes are acknowledged` };
}
