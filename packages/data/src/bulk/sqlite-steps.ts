import type { Op } from './port.ts';
import { insertSql, type Sql, setSql, type Table, whereSql } from './sqlite-sql.ts';

/** An op as statements: plain values, so that whoever holds a connection can perform it, in another thread too. */
export type Step =
  /** Each is run; the rows they changed are added up. */
  | { kind: 'run'; statements: Sql[] }
  | {
      kind: 'append';
      names: string[];
      /** The highest number given so far, for each name. */
      tops: Sql[];
      rows: {
        insert: Sql;
        /** Where in the insert's parameters each number goes. */
        slots: number[];
        /** The numbers of a row that is there already. */
        present: Sql;
      }[];
    }
  /** `update` wants the number and the id as its last two parameters. */
  | { kind: 'touch'; ids: Sql; top: Sql; update: Sql };

export function toStep(tables: (slug: string) => Table, op: Op): Step {
  switch (op.op) {
    case 'insert': {
      const table = tables(op.into);
      return { kind: 'run', statements: op.rows.map((row) => insertSql(table, row)) };
    }
    case 'append':
      return appendStep(tables(op.into), op);
    case 'touch':
      return touchStep(tables(op.in), op);
    case 'update': {
      const table = tables(op.in);
      const set = setSql(table, op.set);
      const where = whereSql(table, op.where);
      const text = `UPDATE "${table.name}" SET ${set.text} WHERE ${where.text}`;
      return { kind: 'run', statements: [{ text, params: [...set.params, ...where.params] }] };
    }
    case 'delete': {
      const table = tables(op.in);
      const where = whereSql(table, op.where);
      const text = `DELETE FROM "${table.name}" WHERE ${where.text}`;
      return { kind: 'run', statements: [{ text, params: where.params }] };
    }
  }
}

function appendStep(table: Table, { scope, numbers, rows }: Extract<Op, { op: 'append' }>): Step {
  const columns = numbers.map((name) => `"${table.column(name).name}"`).join(', ');
  const unset = Object.fromEntries(numbers.map((name) => [name, 0]));
  return {
    kind: 'append',
    names: numbers,
    tops: numbers.map((name) => highestSql(table, scope, name)),
    rows: rows.map((row) => {
      const whole = { ...row, ...scope, ...unset };
      const fields = Object.keys(whole);
      return {
        insert: insertSql(table, whole),
        slots: numbers.map((name) => fields.indexOf(name)),
        present: { text: `SELECT ${columns} FROM "${table.name}" WHERE "id" = ?`, params: [row.id] },
      };
    }),
  };
}

function touchStep(table: Table, op: Extract<Op, { op: 'touch' }>): Step {
  const where = whereSql(table, { ...op.scope, ...op.where });
  const set = setSql(table, op.set);
  const assignments = [set.text, `"${table.column(op.number).name}" = ?`].filter(Boolean).join(', ');
  return {
    kind: 'touch',
    ids: { text: `SELECT "id" FROM "${table.name}" WHERE ${where.text}`, params: where.params },
    top: highestSql(table, op.scope, op.number),
    update: { text: `UPDATE "${table.name}" SET ${assignments} WHERE "id" = ?`, params: set.params },
  };
}

function highestSql(table: Table, scope: Record<string, string>, name: string): Sql {
  const { text, params } = whereSql(table, scope);
  return { text: `SELECT max("${table.column(name).name}") FROM "${table.name}" WHERE ${text}`, params };
}
