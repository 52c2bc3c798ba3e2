import { isUniqueClash, type SqliteConnection } from '#sqlite/connection.ts';
import type { Outcome } from './port.ts';

interface Waiting<Step> {
  steps: readonly Step[];
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

/** So many callers share one commit at most: the event loop is blocked while they run. */
const groupSize = 64;
/** How long a commit waits for company, once the last one had some. One caller alone never waits. */
const windowMs = 3;
/** With so many waiting, more company is not worth more delay. */
const fullEnough = 16;

/**
 * Callers that write at the same time share one transaction, and so one fsync. Each runs inside its own savepoint: what
 * fails takes nobody else along.
 */
export function createGroupCommit<Step>(connection: SqliteConnection, perform: (step: Step) => Outcome) {
  let waiting: Waiting<Step>[] = [];
  let running = false;
  let window: NodeJS.Timeout | undefined;
  let lastSize = 1;

  async function drain(): Promise<void> {
    window = undefined;
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupSize);
      waiting = waiting.slice(groupSize);
      lastSize = group.length;
      await commitGroup(group);
    }
    running = false;
  }

  async function commitGroup(group: Waiting<Step>[]): Promise<void> {
    try {
      const results = await connection.transaction(() =>
        group.map(({ steps }) => savepoint(() => steps.map(perform))),
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

  /** The turn of the event loop that follows collects whoever else is ready; a window collects more. */
  function begin(): void {
    running = true;
    if (lastSize > 1) window = setTimeout(drain, windowMs);
    else setImmediate(drain);
  }

  return (steps: readonly Step[]): Promise<Outcome[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ steps, resolve, reject });
      if (!running) return begin();
      if (!window || waiting.length < fullEnough) return;
      clearTimeout(window);
      window = undefined;
      setImmediate(drain);
    });
}
