import type { Payload } from 'payload';

export interface Connected {
  connection: {
    transaction<T>(work: () => T): Promise<T>;
    run(sql: string, params: readonly unknown[]): number;
  };
}

/** A migration's `up`: all of its statements in one transaction. */
export const runStatements =
  (statements: readonly string[]) =>
  async ({ payload }: { payload: Payload }): Promise<void> => {
    const { connection } = payload.db as unknown as Connected;
    await connection.transaction(() => {
      for (const statement of statements) connection.run(statement, []);
    });
  };
