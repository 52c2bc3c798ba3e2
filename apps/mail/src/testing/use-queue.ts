import { setTimeout as pause } from 'node:timers/promises';
import { type FakeClock, fakeClock } from '@kontor/core';
import { type EngineName, type RunningMongod, startMongod } from '@kontor/data/testing';
import type { Carrier, Load, Outcome } from '@kontor/delivery';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startWorker, type Worker } from '#outbound/worker.ts';
import { openPost, type TestPost, testKey } from './open-post.ts';

export const sent: Omit<Outcome, 'address'> = { state: 'sent', status: '2.0.0', answer: '250 taken' };
export const later: Omit<Outcome, 'address'> = {
  ...{ state: 'waiting', status: '4.7.1', why: 'refused', answer: '451 later' },
};
export const never: Omit<Outcome, 'address'> = {
  ...{ state: 'failed', status: '5.1.1', why: 'no-such-address', answer: '550 5.1.1 nobody' },
};

/** What a claim asks for when it is for one row, whichever it is. */
export const anything = { limit: 1, destination: (domain: string) => domain, roomFor: () => 1 };

/** Waits for a condition, not for a time. */
export async function until(what: string, met: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error(`it never came to be: ${what}`);
    await pause(5);
  }
}

/** A carrier that answers as the test says; what it was given is kept. */
export function carrier(answer: (load: Load) => Outcome[] | Promise<Outcome[]>): Carrier & { loads: Load[] } {
  const loads: Load[] = [];
  return {
    loads,
    destination: (domain) => domain,
    atOnce: 4,
    async carry(load) {
      loads.push(load);
      return answer(load);
    },
  };
}

/** A queue of its own for each test, with a clock that the test owns; nothing of ours may go wrong in it. */
export function useQueue(engine: EngineName) {
  const key = testKey();
  const workers: Worker[] = [];
  const gates: (() => void)[] = [];
  let clock: FakeClock;
  let post: TestPost;
  let mongod: RunningMongod | undefined;
  beforeAll(async () => {
    if (engine === 'mongodb') mongod = await startMongod();
  });
  afterAll(() => mongod?.stop());
  beforeEach(async () => {
    clock = fakeClock();
    post = await openPost(mongod, clock);
  });
  afterEach(async () => {
    for (const open of gates.splice(0)) open();
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    const trouble = post.logged.filter((line) => /send-failed|queue-away/.test(line));
    await post.close();
    expect(trouble).toEqual([]);
  });
  return {
    key,
    clock: { now: () => clock.now(), advance: (ms: number) => clock.advance(ms) },
    get post() {
      return post;
    },
    work(by: Carrier, more: { renewMs?: number } = {}): Worker {
      const ways = { pollMs: 5, graceMs: 50, chance: () => 0.5, ...more };
      const worker = startWorker({ office: post.office, carrier: by, key, ...ways });
      workers.push(worker);
      return worker;
    },
    is: (address: string, state: string) =>
      until(`${address} is ${state}`, async () => (await post.states())[address] === state),
    /** Milliseconds until each waiting row is due. */
    async due(): Promise<number[]> {
      const rows = await post.office.bulk.find('outgoing', { state: 'waiting' });
      return rows.map((row) => Number(row['due']) - clock.now());
    },
    /** Something that carriers wait at; opened at the end in any case. */
    held(): PromiseWithResolvers<void> {
      const gate = Promise.withResolvers<void>();
      gates.push(gate.resolve);
      return gate;
    },
  };
}
