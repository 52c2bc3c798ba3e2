import { getTableColumns } from 'drizzle-orm';
import type { OpenedSqlite } from '#sqlite/adapter.ts';
import type { Comparison, Match, Row } from './port.ts';

interface Column {
  name: string;
  mapToDriverValue(value: unknown): unknown;
  mapFromDriverValue(value: unknown): unknown;
}

export interface Table {
  name: string;
  column(field: string): Column;
  fields: string[];
}

/** The tables behind collections, read once from the schema that Payload built. */
export function sqliteTables(adapter: OpenedSqlite): (slug: string) => Table {
  const known = new Map<string, Table>();
  return (slug) => {
    const cached = known.get(slug);
    if (cached) return cached;
    const name = slug.replaceAll('-', '_');
    const schema = adapter.tables[name];
    if (!schema) throw new Error(`no table for the collection ${slug}`);
    const columns = getTableColumns(schema) as unknown as Record<string, Column>;
    const table: Table = {
      name,
      fields: Object.keys(columns),
      column(field) {
        const column = columns[field];
        if (!column) throw new Error(`the collection ${slug} has no flat field ${field}`);
        return column;
      },
    };
    known.set(slug, table);
    return table;
  };
}

export interface Sql {
  text: string;
  params: unknown[];
}

const isComparison = (value: unknown): value is Comparison =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => ['in', 'not', 'gt', 'gte', 'lt', 'lte'].includes(key));

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** The condition of a match, with its parameters; `1` when the match is empty. */
export function whereSql(table: Table, match: Match): Sql {
  const parts: string[] = [];
  const params: unknown[] = [];
  for (const [field, wanted] of Object.entries(match)) {
    const column = table.column(field);
    const name = `"${column.name}"`;
    const encode = (value: unknown) => encodeValue(column, value);
    if (!isComparison(wanted)) {
      parts.push(wanted === null ? `${name} IS NULL` : `${name} = ?`);
      if (wanted !== null) params.push(encode(wanted));
    } else if ('in' in wanted) {
      // One parameter whatever the list's length, so that the statement cache stays small.
      parts.push(`${name} IN (SELECT value FROM json_each(?))`);
      params.push(JSON.stringify(wanted.in));
    } else if ('not' in wanted) {
      parts.push(wanted.not === null ? `${name} IS NOT NULL` : `${name} IS NOT ?`);
      if (wanted.not !== null) params.push(encode(wanted.not));
    } else {
      for (const [key, operator] of Object.entries(operators)) {
        const bound = (wanted as Record<string, unknown>)[key];
        if (bound === undefined) continue;
        parts.push(`${name} ${operator} ?`);
        params.push(encode(bound));
      }
    }
  }
  return { text: parts.join(' AND ') || '1', params };
}

export function setSql(table: Table, set: Record<string, unknown>): Sql {
  const fields = Object.keys(set);
  return {
    text: fields.map((field) => `"${table.column(field).name}" = ?`).join(', '),
    params: fields.map((field) => encodeValue(table.column(field), set[field])),
  };
}

export function insertSql(table: Table, row: Row): Sql {
  const fields = Object.keys(row);
  const names = fields.map((field) => `"${table.column(field).name}"`).join(', ');
  return {
    text: `INSERT INTO "${table.name}" (${names}) VALUES (${fields.map(() => '?').join(', ')}) ON CONFLICT ("id") DO NOTHING`,
    params: fields.map((field) => encodeValue(table.column(field), row[field])),
  };
}

const encodeValue = (column: Column, value: unknown): unknown =>
  value === null || value === undefined ? null : column.mapToDriverValue(value);

export const decodeValue = (column: Column, value: unknown): unknown =>
  value === null ? null : column.mapFromDriverValue(value);
