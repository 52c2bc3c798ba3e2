import {
  type CollectionOf,
  type Document,
  type DriverCollection,
  filterOf,
  insertOnce,
  isDuplicate,
  toDocument,
} from './mongo-driver.ts';
import type { Match, Op, Outcome } from './port.ts';

export type Numbered = Extract<Op, { op: 'append' | 'touch' }>;

/** What is to be stored, with its numbers. Storing it again, also much later, changes nothing. */
export type Part =
  | { kind: 'append'; into: string; numbers: string[]; rows: Document[] }
  | {
      kind: 'touch';
      in: string;
      number: string;
      rows: { id: string; number: number }[];
      where: Match;
      set: Document;
    };

/** Takes the next numbers out of `tops`, which it moves on. */
export function toPart(op: Numbered, ids: readonly string[], tops: Record<string, number>): Part {
  const next = (number: string): number => {
    const given = (tops[number] ?? 0) + 1;
    tops[number] = given;
    return given;
  };
  if (op.op === 'append') {
    const { into, numbers, scope } = op;
    const rows = op.rows.map((row) =>
      toDocument({ ...row, ...scope, ...Object.fromEntries(numbers.map((name) => [name, next(name)])) }),
    );
    return { kind: 'append', into, numbers, rows };
  }
  const rows = ids.map((id) => ({ id, number: next(op.number) }));
  return { kind: 'touch', in: op.in, number: op.number, rows, where: op.where, set: op.set };
}

export function storePart(collectionOf: CollectionOf, part: Part): Promise<Outcome> {
  return part.kind === 'append'
    ? storeAppended(collectionOf(part.into), part)
    : storeTouched(collectionOf(part.in), part);
}

async function storeAppended(
  collection: DriverCollection,
  { rows, numbers }: Extract<Part, { kind: 'append' }>,
): Promise<Outcome> {
  const stored = rows.map((row) => numbersOf(row, numbers));
  if (await insertAll(collection, rows)) return { count: rows.length, numbers: stored };
  // Some were there before: by this very part, when somebody else has stored it for us, or by an earlier write.
  const ids = rows.map(({ _id }) => _id);
  const found = await collection.find({ _id: { $in: ids } }).toArray();
  const present = new Map(found.map((row) => [row['_id'], numbersOf(row, numbers)]));
  const outcome = rows.map((row, index) => present.get(row['_id']) ?? stored[index] ?? {});
  const ours = outcome.filter((those, index) =>
    numbers.every((name) => those[name] === stored[index]?.[name]),
  );
  return { count: ours.length, numbers: outcome };
}

/** In order, so that no number is stored before a lower one. False when some were there. */
async function insertAll(collection: DriverCollection, rows: Document[]): Promise<boolean> {
  if (rows.length > 1) {
    try {
      await collection.insertMany(rows, { ordered: true });
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  let isNew = true;
  for (const row of rows) isNew = (await insertOnce(collection, row)) && isNew;
  return isNew;
}

async function storeTouched(
  collection: DriverCollection,
  { rows, number, where, set }: Extract<Part, { kind: 'touch' }>,
): Promise<Outcome> {
  const operations = rows.map((row) => ({
    updateOne: {
      // A row that has moved on to a higher number is left alone.
      filter: { $and: [{ _id: row.id }, { [number]: { $not: { $gte: row.number } } }, filterOf(where)] },
      update: { $set: { ...set, [number]: row.number } },
    },
  }));
  await collection.bulkWrite(operations, { ordered: true });
  return { count: rows.length };
}

const numbersOf = (row: Document, names: string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, Number(row[name])]));
