import { newId } from '@kontor/core';
import {
  attempt,
  type Carrier,
  claimDue,
  findDispatch,
  leaseMs,
  type Outcome,
  type Outgoing,
  openDue,
  recordOutcome,
  releaseRow,
  renewLease,
  type SigningKey,
} from '@kontor/delivery';
import type { Office } from '@kontor/suite';

export interface Worker {
  /** Takes nothing more on, gives what is under way a few seconds, then lets go of it. */
  stop(): Promise<void>;
}

interface Options {
  office: Office;
  carrier: Carrier;
  key: SigningKey;
  /** Milliseconds between looks at the queue. */
  pollMs?: number;
  graceMs?: number;
  /** Milliseconds between renewals of what is under way. */
  renewMs?: number;
  chance?(): number;
}

const mostUnderWay = 20;
/** So long before its lease ends, a row is not ours to finish any more: clocks and disks are not exact. */
const margin = 5000;

interface UnderWay {
  row: Outgoing;
  until: number;
  abort: AbortController;
}

/** Sends what is due, as one of any number of processes that do. */
export function startWorker({
  office,
  carrier,
  key,
  pollMs = 1000,
  graceMs = 4000,
  renewMs = leaseMs / 4,
  chance = Math.random,
}: Options): Worker {
  const { log, clock } = office;
  const holder = newId(clock.now());
  const underWay = new Map<string, UnderWay>();
  const tasks = new Set<Promise<void>>();
  let isStopping = false;
  let round: Promise<void> = Promise.resolve();

  const destination = (domain: string): string => carrier.destination(domain);
  const roomFor = (place: string): number =>
    carrier.atOnce - [...underWay.values()].filter(({ row }) => destination(row.domain) === place).length;

  async function look(): Promise<void> {
    while (!isStopping) {
      const opened = await openDue(office);
      const limit = mostUnderWay - underWay.size;
      const isUnderWay = (id: string): boolean => underWay.has(id);
      const wanted = { holder, limit, destination, roomFor, isUnderWay };
      const rows = limit > 0 ? await claimDue(office, wanted) : [];
      for (const row of rows) begin(row);
      // More may be waiting behind what was taken; while all hands are full, the end of one looks again.
      if (opened === 0 && rows.length === 0) return;
    }
  }

  function begin(row: Outgoing): void {
    const one: UnderWay = { row, until: row.due, abort: new AbortController() };
    underWay.set(row.id, one);
    const task = send(one)
      .catch((error: Error) => log.warn('mail.send-failed', { id: row.id, why: error.message }))
      .finally(() => {
        underWay.delete(row.id);
        tasks.delete(task);
        lookSoon();
      });
    tasks.add(task);
  }

  async function send(one: UnderWay): Promise<void> {
    const { row, abort } = one;
    const dispatch = await findDispatch(office, { id: row.dispatch });
    if (!dispatch) throw new Error('there is no dispatch of this row');
    const isHeld = (): boolean => clock.now() < one.until - margin;
    const way = { carrier, key, isHeld, signal: abort.signal };
    const outcomes = await attempt(office, { dispatch, row, ...way }).catch((error: Error) => {
      log.warn('mail.send-failed', { id: row.id, why: error.message });
      return notNow(row);
    });
    const isUntried = isStopping && outcomes.every(({ state }) => state === 'waiting');
    if (isUntried) return releaseRow(office, row);
    const heardAt = performance.now();
    const recorded = await recordOutcome(office, { dispatch, row, outcomes, chance: chance() });
    // Whoever is killed within this time sends again what was taken (ADR 0035).
    const window = Math.ceil(performance.now() - heardAt);
    log.event('mail.tried', { id: row.id, domain: row.domain, ...recorded, window });
  }

  /** Of rows held for long the lease goes on; one that could not be renewed in time is let go. */
  async function renew(): Promise<void> {
    const ids = [...underWay.keys()];
    if (ids.length === 0) return;
    const renewed = await renewLease(office, holder, ids).catch(() => null);
    for (const one of underWay.values()) {
      if (renewed?.held.has(one.row.id)) one.until = renewed.until;
      // What somebody else has taken is theirs at once, whatever our clock says.
      else if (renewed && ids.includes(one.row.id)) one.until = 0;
      if (clock.now() >= one.until - margin) one.abort.abort();
    }
  }

  let isLooking = false;
  const lookSoon = (): void => {
    if (isLooking || isStopping) return;
    isLooking = true;
    round = look()
      // The database is away for a moment: the next look asks again.
      .catch((error: Error) => log.warn('mail.queue-away', { why: error.message }))
      .finally(() => {
        isLooking = false;
      });
  };
  const timers = [setInterval(lookSoon, pollMs), setInterval(() => void renew(), renewMs)];
  lookSoon();

  return {
    async stop() {
      isStopping = true;
      clearInterval(timers[0]);
      await round;
      const grace = setTimeout(() => {
        for (const { abort } of underWay.values()) abort.abort();
      }, graceMs);
      await Promise.all(tasks);
      clearTimeout(grace);
      clearInterval(timers[1]);
    },
  };
}

/** Our own trouble is nobody's fault: it is tried again. What it was stands in the log and in no mail. */
const notNow = ({ recipients }: Outgoing): Outcome[] =>
  recipients
    .filter(({ state }) => state === 'waiting')
    .map(({ address }) => ({
      ...{ address, state: 'waiting', status: '4.3.0', why: 'not-taken', answer: '' },
    }));
