import type { GroupQuery } from './port.ts';
import { type Sql, type Table, whereSql } from './sqlite-sql.ts';

/**
 * Groups, newest first, found by walking the rows from the newest: a row stands for its group when no other row of it is
 * newer. With an index on (…where, latest, by) and one on (…where, by, latest) a page reads little more than itself.
 */
export function groupSql(
  table: Table,
  { where, by, latest, having, after }: Omit<GroupQuery, 'from' | 'limit'>,
): Sql {
  const group = `"${table.column(by).name}"`;
  const date = `"${table.column(latest).name}"`;
  const matching = whereSql(table, where);
  const params = [...matching.params];
  // Names without a table belong to the innermost one: the same condition holds inside.
  const inGroup = `FROM "${table.name}" AS other WHERE ${matching.text} AND other.${group} = head.${group}`;
  const conditions = [matching.text];
  if (after) {
    conditions.push(`(${date}, ${group}) < (?, ?)`);
    params.push(after.latest, after.key);
  }
  conditions.push(
    `NOT EXISTS (SELECT 1 ${inGroup} AND other.${date} >= head.${date} AND (other.${date} > head.${date} OR other."id" > head."id"))`,
  );
  params.push(...matching.params);
  if (having) {
    const some = whereSql(table, having);
    conditions.push(`EXISTS (SELECT 1 ${inGroup} AND ${some.text})`);
    params.push(...matching.params, ...some.params);
  }
  const text = `SELECT ${group}, ${date}, (SELECT count(*) ${inGroup}) FROM "${table.name}" AS head WHERE ${conditions.join(' AND ')} ORDER BY ${date} DESC, ${group} DESC LIMIT ?`;
  return { text, params: [...matching.params, ...params] };
}
