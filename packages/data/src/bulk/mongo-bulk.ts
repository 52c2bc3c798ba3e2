import { dataProblems } from '#problems.ts';
import {
  type CollectionOf,
  type Document,
  type DriverCollection,
  filterOf,
  insertOnce,
  isDuplicate,
  isPlainObject,
  mongoField,
  toDocument,
} from './mongo-driver.ts';
import { type MongoNumbers, mongoNumbers } from './mongo-numbers.ts';
import type { Bulk, Match, Op, Outcome } from './port.ts';

export interface OpenedMongo {
  name: 'mongoose';
  connection: { collection(name: string): DriverCollection };
  collections: Record<string, { collection: DriverCollection }>;
}

export function mongoBulk(adapter: OpenedMongo): Bulk {
  const collectionOf: CollectionOf = (slug) => {
    const model = adapter.collections[slug];
    if (!model) throw new Error(`no model for the collection ${slug}`);
    return model.collection;
  };
  const numbers = mongoNumbers(adapter.connection.collection('kontor_numbers'), collectionOf);
  return {
    async write(ops) {
      const outcomes: Outcome[] = [];
      for (const op of ops) outcomes.push(await perform(collectionOf, numbers, op).catch(explain));
      return outcomes;
    },
    settle: () => numbers.settle().catch(explain),
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

/** A match as an aggregation expression; equality and `not` are all that groups are asked for. */
function conditionOf(match: Match): Document {
  return {
    $and: Object.entries(match).map(([name, wanted]) =>
      isPlainObject(wanted) && 'not' in wanted
        ? { $ne: [`$${mongoField(name)}`, wanted['not']] }
        : { $eq: [`$${mongoField(name)}`, wanted] },
    ),
  };
}

async function perform(collectionOf: CollectionOf, numbers: MongoNumbers, op: Op): Promise<Outcome> {
  switch (op.op) {
    case 'insert': {
      let count = 0;
      for (const row of op.rows) count += (await insertOnce(collectionOf(op.into), toDocument(row))) ? 1 : 0;
      return { count };
    }
    case 'append':
    case 'touch':
      return numbers.perform(op);
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
