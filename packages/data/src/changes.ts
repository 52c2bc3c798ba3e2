import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, newId } from '@kontor/core';
import type { Bulk, Op, Row } from './bulk/port.ts';
import { collection } from './collection.ts';

/** What one process must tell another, in the order it happened. */
export interface Change {
  seq: number;
  /** `subject.verb`: "mail.arrived", "site.published". */
  kind: string;
  /** Id of what changed. */
  subject: string;
  data: Record<string, unknown>;
  /** Milliseconds since 1970. */
  at: number;
}

export const changesCollection = collection({
  slug: 'changes',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'log', type: 'text', required: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'subject', type: 'text', required: true },
    { name: 'data', type: 'json' },
    { name: 'at', type: 'number', required: true, index: true },
  ],
  indexes: [{ fields: ['log', 'seq'], unique: true }],
});

/** There is one log; the scope exists because numbers are always counted within one. */
const scope = { log: 'main' };

/**
 * The step that records a change, to stand in the same write as the change itself. With an id of the caller's, a write that
 * is repeated records it once.
 */
export function changeOp(
  kind: string,
  subject: string,
  data: Record<string, unknown>,
  now: number,
  id: string = newId(now),
): Op {
  return {
    op: 'append',
    into: 'changes',
    scope,
    numbers: ['seq'],
    rows: [{ id, kind, subject, data, at: now }],
  };
}

export interface Changes {
  /** Sequence of the newest change; 0 when there is none. */
  latest(): Promise<number>;
  /** Sequence of the oldest change that is kept; 0 when there is none. */
  oldest(): Promise<number>;
  read(after: number, limit?: number): Promise<Change[]>;
  /** Calls with every change after `after`, in order, until the signal; polls every 250 ms. */
  follow(options: {
    after: number;
    signal: AbortSignal;
    onChanges(changes: Change[]): void | Promise<void>;
  }): Promise<void>;
  record(kind: string, subject: string, data?: Record<string, unknown>): Promise<void>;
  /**
   * Forgets changes older than that many milliseconds, from the first on, never the newest one: numbers must not start
   * again. A reader from before them sees it by the next number not being its own plus one.
   */
  prune(olderThanMs: number): Promise<number>;
}

export const pollMs = 250;

export function createChanges({ bulk, clock }: { bulk: Bulk; clock: Clock }): Changes {
  const end = async (sort: 'seq' | '-seq'): Promise<number> => {
    const [row] = await bulk.find('changes', scope, { sort, limit: 1, select: ['seq'] });
    return Number(row?.['seq'] ?? 0);
  };
  const changes: Changes = {
    latest: () => end('-seq'),
    oldest: () => end('seq'),
    async read(after, limit = 500) {
      const rows = await bulk.find('changes', { ...scope, seq: { gt: after } }, { sort: 'seq', limit });
      return rows.map(toChange);
    },
    async follow({ after, signal, onChanges }) {
      let seen = after;
      while (!signal.aborted) {
        const found = await changes.read(seen).catch(() => []);
        const last = found.at(-1);
        if (last) {
          seen = last.seq;
          await onChanges(found);
        } else {
          await sleep(pollMs, undefined, { signal }).catch(() => {});
        }
      }
    },
    async record(kind, subject, data = {}) {
      await bulk.write([changeOp(kind, subject, data, clock.now())]);
    },
    async prune(olderThanMs) {
      const young = { ...scope, at: { gte: clock.now() - olderThanMs } };
      const [kept] = await bulk.find('changes', young, { sort: 'seq', limit: 1, select: ['seq'] });
      const where = { ...scope, seq: { lt: Number(kept?.['seq'] ?? (await changes.latest())) } };
      const [outcome] = await bulk.write([{ op: 'delete', in: 'changes', where }]);
      return outcome?.count ?? 0;
    },
  };
  return changes;
}

const toChange = (row: Row): Change => ({
  seq: Number(row['seq']),
  kind: String(row['kind']),
  subject: String(row['subject']),
  data: (row['data'] ?? {}) as Record<string, unknown>,
  at: Number(row['at']),
});
