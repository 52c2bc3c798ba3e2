import { dataProblems } from '#problems.ts';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { isUniqueClash, type SqliteConnection } from '#sqlite/connection.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Bulk, Op, Outcome, Row } from './port.ts';
import { groupSql } from './sqlite-groups.ts';
import { decodeValue, insertSql, setSql, sqliteTables, type Table, whereSql } from './sqlite-sql.ts';

type Tables = (slug: string) => Table;

export function sqliteBulk(adapter: OpenedSqlite): Bulk {
  const { connection } = adapter;
  const tables = sqliteTables(adapter);
  const commit = createGroupCommit(connection, (ops) => ops.map((op) => perform(connection, tables, op)));
  return {
    write: async (ops) => commit(ops).catch(explain),
    settle: async () => {},
    async find(from, where, { sort, limit, select } = {}) {
      const table = tables(from);
      const fields = select ? ['id', ...select.filter((field) => field !== 'id')] : table.fields;
      const columns = fields.map((field) => table.column(field));
      const condition = whereSql(table, where);
      const order = sort ? ` ORDER BY ${orderSql(table, sort)}` : '';
      const sql = `SELECT ${columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table.name}" WHERE ${condition.text}${order}${limit ? ' LIMIT ?' : ''}`;
      const params = limit ? [...condition.params, limit] : condition.params;
      const rows = await connection.whenFree(() => connection.arrays(sql, params));
      return rows.map((values) => decodeRow(fields, columns, values));
    },
    async count(from, where) {
      const table = tables(from);
      const { text, params } = whereSql(table, where);
      const sql = `SELECT count(*) FROM "${table.name}" WHERE ${text}`;
      const [row] = await connection.whenFree(() => connection.arrays(sql, params));
      return Number(row?.[0] ?? 0);
    },
    async groupLatest({ from, where, by, latest, having, after, limit }) {
      const table = tables(from);
      const { text, params } = groupSql(table, { where, by, latest, having, after });
      const rows = await connection.whenFree(() => connection.arrays(text, [...params, limit]));
      return rows.map(([key, date, count]) => ({
        key: String(key),
        latest: Number(date),
        count: Number(count),
      }));
    },
  };
}

const orderSql = (table: Table, sort: string): string =>
  sort.startsWith('-') ? `"${table.column(sort.slice(1)).name}" DESC` : `"${table.column(sort).name}"`;

function decodeRow(fields: string[], columns: ReturnType<Table['column']>[], values: unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (const [index, field] of fields.entries()) {
    const column = columns[index];
    if (column) row[field] = decodeValue(column, values[index]);
  }
  return row as Row;
}

function perform(connection: SqliteConnection, tables: Tables, op: Op): Outcome {
  switch (op.op) {
    case 'insert': {
      const table = tables(op.into);
      const counts = op.rows.map((row) => {
        const { text, params } = insertSql(table, row);
        return connection.run(text, params);
      });
      return { count: counts.reduce((sum, count) => sum + count, 0) };
    }
    case 'append':
      return append(connection, tables(op.into), op);
    case 'touch':
      return touch(connection, tables(op.in), op);
    case 'update': {
      const table = tables(op.in);
      const set = setSql(table, op.set);
      const where = whereSql(table, op.where);
      const sql = `UPDATE "${table.name}" SET ${set.text} WHERE ${where.text}`;
      return { count: connection.run(sql, [...set.params, ...where.params]) };
    }
    case 'delete': {
      const table = tables(op.in);
      const where = whereSql(table, op.where);
      return { count: connection.run(`DELETE FROM "${table.name}" WHERE ${where.text}`, where.params) };
    }
  }
}

/** The highest number of a scope; the writer's lock is held, so it stays the highest until the commit. */
function highest(
  connection: SqliteConnection,
  table: Table,
  scope: Record<string, string>,
  field: string,
): number {
  const where = whereSql(table, scope);
  const sql = `SELECT max("${table.column(field).name}") FROM "${table.name}" WHERE ${where.text}`;
  return Number(connection.arrays(sql, where.params)[0]?.[0] ?? 0);
}

function append(connection: SqliteConnection, table: Table, op: Extract<Op, { op: 'append' }>): Outcome {
  const next = Object.fromEntries(
    op.numbers.map((field) => [field, highest(connection, table, op.scope, field)]),
  );
  let count = 0;
  const numbers = op.rows.map((row) => {
    const numbered = Object.fromEntries(op.numbers.map((field) => [field, (next[field] ?? 0) + 1]));
    const { text, params } = insertSql(table, { ...row, ...op.scope, ...numbered });
    if (connection.run(text, params) === 0) return numbersOf(connection, table, row.id, op.numbers);
    count += 1;
    Object.assign(next, numbered);
    return numbered;
  });
  return { count, numbers };
}

function numbersOf(
  connection: SqliteConnection,
  table: Table,
  id: string,
  fields: string[],
): Record<string, number> {
  const names = fields.map((field) => `"${table.column(field).name}"`).join(', ');
  const [row = []] = connection.arrays(`SELECT ${names} FROM "${table.name}" WHERE "id" = ?`, [id]);
  return Object.fromEntries(fields.map((field, index) => [field, Number(row[index])]));
}

function touch(connection: SqliteConnection, table: Table, op: Extract<Op, { op: 'touch' }>): Outcome {
  const where = whereSql(table, { ...op.scope, ...op.where });
  const ids = connection.arrays(`SELECT "id" FROM "${table.name}" WHERE ${where.text}`, where.params);
  const set = setSql(table, op.set);
  const assignments = [set.text, `"${table.column(op.number).name}" = ?`].filter(Boolean).join(', ');
  const sql = `UPDATE "${table.name}" SET ${assignments} WHERE "id" = ?`;
  let next = highest(connection, table, op.scope, op.number);
  for (const [id] of ids) {
    next += 1;
    connection.run(sql, [...set.params, next, id]);
  }
  return { count: ids.length };
}

/** A clash of two rows is the caller's to handle; everything else passes as it is. */
function explain(error: unknown): never {
  if (!isUniqueClash(error)) throw error;
  const [, field = 'value'] = /failed: [^.]+\.([^.,]+)/.exec((error as Error).message) ?? [];
  throw dataProblems.make('already-there', { values: { field }, cause: error });
}
