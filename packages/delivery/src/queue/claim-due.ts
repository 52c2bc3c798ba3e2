import type { Op } from '@kontor/data';
import type { SendingContext } from '#sending/context.ts';
import { leaseMs, type Outgoing, toOutgoing } from './outgoing.ts';

const page = 500;

type Context = Pick<SendingContext, 'bulk' | 'clock'>;

interface Wanted {
  /** The process that asks, by a name of its own. */
  holder: string;
  limit: number;
  /** What a domain's mail shares with others: itself, or the one server that takes everything. */
  destination(domain: string): string;
  /** How many more to this destination may be under way. */
  roomFor(destination: string): number;
  /** Rows that this very process still works on, though their lease is over. */
  isUnderWay?(id: string): boolean;
}

/** Rows whose time has come, each claimed for one lease by compare-and-set; of two processes one gets a row. */
export async function claimDue(
  context: Context,
  { holder, limit, destination, roomFor, isUnderWay = () => false }: Wanted,
): Promise<Outgoing[]> {
  const { bulk, clock } = context;
  const now = clock.now();
  const picked: Pick<Outgoing, 'id' | 'due' | 'holder'>[] = [];
  const room = new Map<string, number>();
  // Behind a thousand for a domain that takes four at once, others are found as well.
  for (let after = -1; picked.length < limit; ) {
    const where = { state: 'waiting', due: { lte: now, gt: after } };
    const options = { sort: 'due', limit: page, select: ['due', 'holder', 'domain'] };
    const rows = (await bulk.find('outgoing', where, options)).map(toOutgoing);
    for (const row of rows) {
      if (isUnderWay(row.id)) continue;
      const place = destination(row.domain);
      const left = room.get(place) ?? roomFor(place);
      if (left > 0 && picked.length < limit) picked.push(row);
      room.set(place, Math.max(0, left - 1));
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) break;
    after = last.due;
  }
  if (picked.length === 0) return [];
  const until = now + leaseMs;
  const outcomes = await bulk.write(picked.map((row) => claimOp(row, holder, until)));
  const won = picked.filter((_, index) => (outcomes[index]?.count ?? 0) > 0).map(({ id }) => id);
  if (won.length === 0) return [];
  return (await bulk.find('outgoing', { id: { in: won } })).map(toOutgoing);
}

const claimOp = (
  { id, due, holder: before }: Pick<Outgoing, 'id' | 'due' | 'holder'>,
  holder: string,
  until: number,
): Op => ({
  ...{ op: 'update', in: 'outgoing', where: { id, due, holder: before, state: 'waiting' } },
  set: { holder, due: until },
});

/** Holds rows for another lease. Answers until when, and which: those that somebody else has taken meanwhile are theirs. */
export async function renewLease(
  { bulk, clock }: Context,
  holder: string,
  ids: readonly string[],
): Promise<{ until: number; held: ReadonlySet<string> }> {
  const until = clock.now() + leaseMs;
  const where = { id: { in: ids }, holder, state: 'waiting' };
  await bulk.write([{ op: 'update', in: 'outgoing', where, set: { due: until } }]);
  const rows = await bulk.find('outgoing', { ...where, due: until }, { select: ['due'] });
  return { until, held: new Set(rows.map(({ id }) => id)) };
}
