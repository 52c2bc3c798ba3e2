import { setTimeout as sleep } from 'node:timers/promises';
import { dataProblems } from '#problems.ts';
import type { Bulk, Comparison, Match, Op, Outcome, Row } from './port.ts';

type Document = Record<string, unknown>;

/** What we use of the driver's collection, as mongoose hands it out with the connection's write concern. */
interface DriverCollection {
  insertOne(document: Document): Promise<unknown>;
  findOne(filter: Document, options?: Document): Promise<Document | null>;
  find(filter: Document, options?: Document): { toArray(): Promise<Document[]> };
  updateOne(filter: Document, update: Document): Promise<{ matchedCount: number }>;
  updateMany(filter: Document, update: Document): Promise<{ matchedCount: number }>;
  deleteMany(filter: Document): Promise<{ deletedCount: number }>;
  countDocuments(filter: Document): Promise<number>;
  aggregate(pipeline: Document[], options?: Document): { toArray(): Promise<Document[]> };
}

export interface OpenedMongo {
  name: 'mongoose';
  collections: Record<string, { collection: DriverCollection }>;
}

export function mongoBulk(adapter: OpenedMongo): Bulk {
  const collectionOf = (slug: string): DriverCollection => {
    const model = adapter.collections[slug];
    if (!model) throw new Error(`no model for the collection ${slug}`);
    return model.collection;
  };
  return {
    async write(ops) {
      const outcomes: Outcome[] = [];
      for (const op of ops) outcomes.push(await perform(collectionOf, op).catch(explain));
      return outcomes;
    },
    async find(from, where, { sort, limit, select } = {}) {
      const options: Document = {};
      if (sort) options['sort'] = sort.startsWith('-') ? { [sort.slice(1)]: -1 } : { [sort]: 1 };
      if (limit) options['limit'] = limit;
      if (select) options['projection'] = Object.fromEntries(select.map((field) => [field, 1]));
      const documents = await collectionOf(from).find(filterOf(where), options).toArray().catch(explain);
      return documents.map(({ _id, ...rest }) => ({ id: String(_id), ...rest }));
    },
    count: (from, where) => collectionOf(from).countDocuments(filterOf(where)).catch(explain),
    async groupLatest({ from, where, by, latest, having, after, limit }) {
      const group: Document = { _id: `$${by}`, latest: { $max: `$${latest}` }, count: { $sum: 1 } };
      if (having) group['some'] = { $max: { $cond: [conditionOf(having), 1, 0] } };
      const pipeline: Document[] = [{ $match: filterOf(where) }, { $group: group }];
      if (having) pipeline.push({ $match: { some: 1 } });
      if (after) {
        pipeline.push({
          $match: {
            $or: [{ latest: { $lt: after.latest } }, { latest: after.latest, _id: { $lt: after.key } }],
          },
        });
      }
      pipeline.push({ $sort: { latest: -1, _id: -1 } }, { $limit: limit });
      const groups = await collectionOf(from)
        .aggregate(pipeline, { allowDiskUse: true })
        .toArray()
        .catch(explain);
      return groups.map((found) => ({
        key: String(found['_id']),
        latest: Number(found['latest']),
        count: Number(found['count']),
      }));
    },
  };
}

const field = (name: string): string => (name === 'id' ? '_id' : name);

function filterOf(match: Match): Document {
  return Object.fromEntries(
    Object.entries(match).map(([name, wanted]) => [field(name), comparisonOf(wanted)]),
  );
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function comparisonOf(wanted: unknown | Comparison): unknown {
  if (!isPlainObject(wanted)) return wanted;
  if ('not' in wanted) return { $ne: wanted['not'] };
  return Object.fromEntries(Object.entries(wanted).map(([operator, value]) => [`$${operator}`, value]));
}

/** A match as an aggregation expression; equality and `not` are all that groups are asked for. */
function conditionOf(match: Match): Document {
  return {
    $and: Object.entries(match).map(([name, wanted]) =>
      isPlainObject(wanted) && 'not' in wanted
        ? { $ne: [`$${field(name)}`, wanted['not']] }
        : { $eq: [`$${field(name)}`, wanted] },
    ),
  };
}

const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11000;

/** A duplicate key on `_id` means that this very row was written before; any other index means a clash. */
const isSameRow = (error: unknown): boolean =>
  isDuplicate(error) && '_id' in ((error as { keyPattern?: object }).keyPattern ?? {});

async function perform(collectionOf: (slug: string) => DriverCollection, op: Op): Promise<Outcome> {
  switch (op.op) {
    case 'insert': {
      let count = 0;
      for (const row of op.rows) count += (await insertOnce(collectionOf(op.into), row)) ? 1 : 0;
      return { count };
    }
    case 'append': {
      const collection = collectionOf(op.into);
      let count = 0;
      const numbers: Record<string, number>[] = [];
      for (const row of op.rows) {
        const appended = await appendOne(collection, op, row);
        count += appended.isNew ? 1 : 0;
        numbers.push(appended.numbers);
      }
      return { count, numbers };
    }
    case 'touch': {
      const collection = collectionOf(op.in);
      const rows = await collection
        .find(filterOf({ ...op.scope, ...op.where }), { projection: { _id: 1 } })
        .toArray();
      for (const { _id } of rows) await touchOne(collection, op, String(_id));
      return { count: rows.length };
    }
    case 'update': {
      const { matchedCount } = await collectionOf(op.in).updateMany(filterOf(op.where), { $set: op.set });
      return { count: matchedCount };
    }
    case 'delete': {
      const { deletedCount } = await collectionOf(op.in).deleteMany(filterOf(op.where));
      return { count: deletedCount };
    }
  }
}

const toDocument = ({ id, ...rest }: Row): Document => ({ _id: id, ...rest });

async function insertOnce(collection: DriverCollection, row: Row): Promise<boolean> {
  try {
    await collection.insertOne(toDocument(row));
    return true;
  } catch (error) {
    if (isSameRow(error)) return false;
    throw error;
  }
}

async function highest(
  collection: DriverCollection,
  scope: Record<string, string>,
  number: string,
): Promise<number> {
  const row = await collection.findOne(scope, { sort: { [number]: -1 }, projection: { [number]: 1 } });
  return Number(row?.[number] ?? 0);
}

/**
 * Tries the next numbers until none is taken: the unique index on (scope, number) makes the row that has a number
 * visible before the next one can be given, whatever processes write.
 */
async function appendOne(
  collection: DriverCollection,
  op: Extract<Op, { op: 'append' }>,
  row: Row,
): Promise<{ isNew: boolean; numbers: Record<string, number> }> {
  for (let round = 0; ; round += 1) {
    const numbers: Record<string, number> = {};
    for (const number of op.numbers) numbers[number] = (await highest(collection, op.scope, number)) + 1;
    try {
      await collection.insertOne(toDocument({ ...row, ...op.scope, ...numbers }));
      return { isNew: true, numbers };
    } catch (error) {
      if (isSameRow(error)) {
        const present = (await collection.findOne({ _id: row.id })) ?? {};
        return { isNew: false, numbers: pick(present, op.numbers) };
      }
      if (!isNumberTaken(error, op.numbers)) throw error;
      await sleep(Math.random() * Math.min(2 * round, 20));
    }
  }
}

async function touchOne(
  collection: DriverCollection,
  op: Extract<Op, { op: 'touch' }>,
  id: string,
): Promise<void> {
  for (let round = 0; ; round += 1) {
    const next = (await highest(collection, op.scope, op.number)) + 1;
    try {
      await collection.updateOne({ _id: id }, { $set: { ...op.set, [op.number]: next } });
      return;
    } catch (error) {
      if (!isNumberTaken(error, [op.number])) throw error;
      await sleep(Math.random() * Math.min(2 * round, 20));
    }
  }
}

const isNumberTaken = (error: unknown, numbers: string[]): boolean =>
  isDuplicate(error) &&
  Object.keys((error as { keyPattern?: object }).keyPattern ?? {}).some((name) => numbers.includes(name));

const pick = (document: Document, fields: string[]): Record<string, number> =>
  Object.fromEntries(fields.map((name) => [name, Number(document[name])]));

/** Names of driver errors that mean: not now, nothing is known to be written. */
const away =
  /^Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|WriteConcern|TopologyClosed)/;

function explain(error: unknown): never {
  if (isDuplicate(error)) {
    const [name = 'value'] = Object.keys((error as { keyPattern?: object }).keyPattern ?? {});
    throw dataProblems.make('already-there', { values: { field: name }, cause: error });
  }
  if (away.test((error as Error).name)) throw dataProblems.make('unavailable', { cause: error });
  throw error;
}
