import type { SqliteConnection } from '#sqlite/connection.ts';
import type { Outcome } from './port.ts';
import type { Sql } from './sqlite-sql.ts';
import type { Step } from './sqlite-steps.ts';

/** One step of a write, inside a transaction: the writer's lock is held, so the highest number stays the highest. */
export function performStep(connection: SqliteConnection, step: Step): Outcome {
  switch (step.kind) {
    case 'run':
      return {
        count: step.statements.reduce((sum, { text, params }) => sum + connection.run(text, params), 0),
      };
    case 'append':
      return append(connection, step);
    case 'touch':
      return touch(connection, step);
  }
}

function append(connection: SqliteConnection, step: Extract<Step, { kind: 'append' }>): Outcome {
  const tops = step.tops.map((sql) => numbersAt(connection, sql)[0] ?? 0);
  const named = (values: readonly number[]) =>
    Object.fromEntries(step.names.map((name, index) => [name, values[index] ?? 0]));
  let count = 0;
  const numbers = step.rows.map(({ insert, slots, present }) => {
    const params = [...insert.params];
    for (const [index, slot] of slots.entries()) params[slot] = (tops[index] ?? 0) + 1;
    if (connection.run(insert.text, params) === 0) return named(numbersAt(connection, present));
    count += 1;
    for (const index of tops.keys()) tops[index] = (tops[index] ?? 0) + 1;
    return named(tops);
  });
  return { count, numbers };
}

function touch(connection: SqliteConnection, step: Extract<Step, { kind: 'touch' }>): Outcome {
  const ids = connection.arrays(step.ids.text, step.ids.params);
  let [next = 0] = numbersAt(connection, step.top);
  for (const [id] of ids) {
    next += 1;
    connection.run(step.update.text, [...step.update.params, next, id]);
  }
  return { count: ids.length };
}

const numbersAt = (connection: SqliteConnection, { text, params }: Sql): number[] =>
  (connection.arrays(text, params)[0] ?? []).map(Number);
