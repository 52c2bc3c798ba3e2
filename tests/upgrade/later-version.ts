import { type Migration, migrations } from '@kontor/suite';

interface Sqlite {
  connection: {
    run(sql: string, params: readonly unknown[]): number;
    arrays(sql: string, params: readonly unknown[]): unknown[][];
  };
}

/** What a later Kontor might bring: a new column, and a table built anew that other tables point at. */
const later: Migration = {
  name: '0099-later',
  async up({ payload }) {
    const { connection } = payload.db as unknown as Sqlite;
    const statement = (sql: string) => connection.run(sql, []);
    statement("ALTER TABLE messages ADD COLUMN colour text DEFAULT 'oak'");
    const [[made]] = connection.arrays("SELECT sql FROM sqlite_master WHERE name = 'persons'", []) as [
      [string],
    ];
    // How SQLite changes a column. With foreign keys on, the drop would take along what points at a person.
    statement(made.replace('`persons`', '`new_persons`'));
    statement('INSERT INTO new_persons SELECT * FROM persons');
    statement('DROP TABLE persons');
    statement('ALTER TABLE new_persons RENAME TO persons');
  },
};

export const laterMigrations: Migration[] = [...migrations, later];
