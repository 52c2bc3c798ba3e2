interface MigrationArgs {
  payload: { db: unknown };
}

interface Connected {
  connection: {
    transaction<T>(work: () => T): Promise<T>;
    run(sql: string, params: readonly unknown[]): number;
  };
}

/** A migration's `up`: all of its statements in one transaction, so that an interrupted upgrade leaves nothing half done. */
export const runStatements =
  (statements: readonly string[]) =>
  async ({ payload }: MigrationArgs): Promise<void> => {
    const { connection } = payload.db as Connected;
    await connection.transaction(() => {
      for (const statement of statements) connection.run(statement, []);
    });
  };
