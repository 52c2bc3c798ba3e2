import { dataProblems } from '#problems.ts';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import { isUniqueClash } from '#sqlite/connection.ts';
import { createGroupCommit } from './group-commit.ts';
import { performStep } from './perform-step.ts';
import type { Bulk, Row } from './port.ts';
import { groupSql } from './sqlite-groups.ts';
import { decodeValue, sqliteTables, type Table, whereSql } from './sqlite-sql.ts';
import { toStep } from './sqlite-steps.ts';
import { startWriter } from './writer.ts';

/** With a thread (a file that calls `runWriter`), writes are performed there: a commit's fsync keeps nobody waiting. */
export function sqliteBulk(adapter: OpenedSqlite, thread?: URL): Bulk {
  const { connection } = adapter;
  const tables = sqliteTables(adapter);
  const writer = thread ? startWriter({ thread, file: connection.file }) : null;
  if (writer) adapter.closing.push(writer.close);
  const commit = writer?.write ?? createGroupCommit(connection, (step) => performStep(connection, step));
  return {
    write: async (ops) => commit(ops.map((op) => toStep(tables, op))).catch(explain),
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

/** A clash of two rows is the caller's to handle; everything else passes as it is. */
function explain(error: unknown): never {
  if (!isUniqueClash(error)) throw error;
  const [, field = 'value'] = /failed: [^.]+\.([^.,]+)/.exec((error as Error).message) ?? [];
  throw dataProblems.make('already-there', { values: { field }, cause: error });
}
