import { dataProblems } from '#problems.ts';
import {
  type CollectionOf,
  type Document,
  type DriverCollection,
  filterOf,
  insertOnce,
  isDuplicate,
  toDocument,
} from './mongo-driver.ts';
import { mongoGroups } from './mongo-groups.ts';
import { type MongoNumbers, mongoNumbers } from './mongo-numbers.ts';
import type { Bulk, Op, Outcome } from './port.ts';

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
    groupLatest: (query) => mongoGroups(collectionOf(query.from), query).catch(explain),
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
