import { createLanes, type Settled } from './lanes.ts';
import { type CollectionOf, type DriverCollection, filterOf, isDuplicate } from './mongo-driver.ts';
import { type Numbered, type Part, storePart, toPart } from './mongo-parts.ts';
import type { Outcome } from './port.ts';

/** One document per scope: the highest numbers given, and what got the last ones, until that is stored. */
interface Head {
  _id: string;
  version: number;
  tops: Record<string, number>;
  parts: Part[];
  /** The parts are known to be stored. */
  done: boolean;
}

interface Job {
  op: Numbered;
  /** For a touch: the rows that matched. */
  ids: string[];
}

export interface MongoNumbers {
  perform(op: Numbered): Promise<Outcome>;
  /** Stores what a process claimed numbers for and died before storing. */
  settle(): Promise<void>;
}

/**
 * Numbers within a scope (UIDs, modification sequences, the log of changes) without transactions. They are claimed
 * together with the rows that get them, by a compare-and-set on the scope's head; whoever claims the next ones first
 * stores those rows, if their own process has not. So no reader sees a number before every lower one is stored, whichever
 * process dies or stalls, and a number once seen never belongs to another row (docs/adr/0004).
 */
export function mongoNumbers(heads: DriverCollection, collectionOf: CollectionOf): MongoNumbers {
  /** Heads as we left them, their parts stored: a guess, which the compare-and-set checks. */
  const known = new Map<string, Head>();

  async function readHead(key: string): Promise<Head> {
    const head = (await heads.findOne({ _id: key })) as unknown as Head | null;
    if (head) {
      if (!head.done) await storeFor(head);
      return head;
    }
    const first = { version: 0, tops: {}, parts: [], done: true };
    // Two at once: one clashes, and both read the same head in the next round.
    await heads.updateOne({ _id: key }, { $setOnInsert: first }, { upsert: true }).catch(unlessClash);
    return { _id: key, ...first };
  }

  /** Stores what another process claimed, once the claim is sure to outlive a crash: this write comes after it. */
  async function storeFor({ _id, version, parts }: Head): Promise<void> {
    await heads.updateOne({ _id, version }, { $inc: { helpers: 1 } });
    for (const part of parts) await storePart(collectionOf, part).catch(unlessClash);
  }

  /** A number that was never claimed here is counted from the rows that are there. */
  async function addTops({ tops }: Head, jobs: readonly Job[]): Promise<void> {
    for (const { op } of jobs) {
      const collection = collectionOf(op.op === 'append' ? op.into : op.in);
      for (const number of op.op === 'append' ? op.numbers : [op.number]) {
        if (tops[number] !== undefined) continue;
        const options = { sort: { [number]: -1 }, projection: { [number]: 1 } };
        tops[number] = Number((await collection.findOne(op.scope, options))?.[number] ?? 0);
      }
    }
  }

  async function claim(key: string, jobs: readonly Job[]): Promise<Head> {
    for (;;) {
      const head = known.get(key) ?? (await readHead(key));
      known.delete(key);
      await addTops(head, jobs);
      const tops = { ...head.tops };
      const parts = jobs.map(({ op, ids }) => toPart(op, ids, tops));
      const next = { version: head.version + 1, tops, parts, done: false };
      const { matchedCount } = await heads.updateOne({ _id: key, version: head.version }, { $set: next });
      if (matchedCount === 1) return { _id: key, ...next };
    }
  }

  async function perform(key: string, jobs: Job[], isLast: () => boolean): Promise<Settled<Outcome>[]> {
    const head = await claim(key, jobs);
    const settled: Settled<Outcome>[] = [];
    for (const part of head.parts) {
      const result = storePart(collectionOf, part).then(
        (value) => ({ ok: true, value }) as const,
        // Somebody else's row has one of its values: its numbers are gone for good, the others' are not touched.
        (error) => (isDuplicate(error) ? ({ ok: false, error } as const) : Promise.reject(error)),
      );
      settled.push(await result);
    }
    known.set(key, { ...head, parts: [] });
    // Not waited for: when it is lost, whoever comes next stores the same again, which changes nothing.
    if (isLast()) markDone(head).catch(() => {});
    return settled;
  }

  const markDone = ({ _id, version }: Head) =>
    heads.updateOne({ _id, version }, { $set: { done: true } }, { writeConcern: { w: 1, j: false } });

  const enqueue = createLanes<Job, Outcome>(perform);
  return {
    async perform(op) {
      const ids = op.op === 'touch' ? await matching(collectionOf(op.in), op) : [];
      const isNothing = op.op === 'touch' ? ids.length === 0 : op.rows.length === 0;
      return isNothing ? { count: 0, numbers: [] } : enqueue(keyOf(op), { op, ids });
    },
    async settle() {
      for (const { _id } of await heads.find({ done: false }, { projection: { _id: 1 } }).toArray())
        await markDone(await readHead(String(_id)));
    },
  };
}

async function matching(
  collection: DriverCollection,
  op: Extract<Numbered, { op: 'touch' }>,
): Promise<string[]> {
  const filter = { $and: [op.scope, filterOf(op.where)] };
  const rows = await collection.find(filter, { projection: { _id: 1 } }).toArray();
  return rows.map(({ _id }) => String(_id));
}

const keyOf = (op: Numbered): string =>
  `${op.op === 'append' ? op.into : op.in}:${JSON.stringify(Object.entries(op.scope).sort())}`;

const unlessClash = (error: unknown): void => {
  if (!isDuplicate(error)) throw error;
};
