import { isUniqueClash, type SqliteConnection } from '#sqlite/connection.ts';
import type { Op, Outcome } from './port.ts';

interface Waiting {
  ops: Op[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

/** So many callers share one commit at most: the event loop is blocked while they run. */
const groupSize = 64;

/**
 * Callers that write at the same time share one transaction, and so one fsync. Each runs inside its own savepoint: what
 * fails takes nobody else along.
 */
export function createGroupCommit(connection: SqliteConnection, perform: (ops: Op[]) => Outcome[]) {
  let waiting: Waiting[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupSize);
      waiting = waiting.slice(groupSize);
      await commitGroup(group);
    }
    running = false;
  }

  async function commitGroup(group: Waiting[]): Promise<void> {
    try {
      const results = await connection.transaction(() =>
        group.map(({ ops }) => savepoint(() => perform(ops))),
      );
      for (const [index, result] of results.entries()) {
        if (result.ok) group[index]?.resolve(result.outcomes);
        else group[index]?.reject(result.error);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function savepoint(
    work: () => Outcome[],
  ): { ok: true; outcomes: Outcome[] } | { ok: false; error: unknown } {
    connection.run('SAVEPOINT caller', []);
    try {
      const outcomes = work();
      connection.run('RELEASE caller', []);
      return { ok: true, outcomes };
    } catch (error) {
      connection.run('ROLLBACK TO caller', []);
      connection.run('RELEASE caller', []);
      if (isUniqueClash(error)) return { ok: false, error };
      // A full disk or a broken file is everybody's: nothing of this group may be committed.
      throw error;
    }
  }

  return (ops: Op[]): Promise<Outcome[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ ops, resolve, reject });
      // The turn of the event loop that follows collects whoever else is ready.
      if (!running) {
        running = true;
        setImmediate(drain);
      }
    });
}
