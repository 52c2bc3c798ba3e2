import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SqliteConnection } from '#sqlite/connection.ts';
import { createGroupCommit } from './group-commit.ts';

const op = (id: string): string[] => [id];

/** Counts commits; the statements themselves are of no interest here. */
function counting() {
  const commits: number[] = [];
  let inside = 0;
  const connection = {
    async transaction<T>(work: () => T): Promise<T> {
      inside = 0;
      const result = work();
      commits.push(inside);
      return result;
    },
    run: () => 1,
  } as unknown as SqliteConnection;
  const perform = (id: string) => {
    inside += 1;
    if (id === 'clash') throw Object.assign(new Error('UNIQUE'), { errcode: 2067 });
    if (id === 'full') throw new Error('database or disk is full');
    return { count: 1 };
  };
  return { commits, write: createGroupCommit(connection, perform) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('callers at the same time share one commit', async () => {
  const { commits, write } = counting();
  await Promise.all(Array.from({ length: 10 }, (_, index) => write(op(`${index}`))));
  expect(commits).toEqual([10]);
});

test('once callers have been seen together, those who come a moment later share the commit too', async () => {
  const { commits, write } = counting();
  await Promise.all([write(op('a')), write(op('b'))]);
  const first = write(op('c'));
  await new Promise(setImmediate);
  const second = write(op('d'));
  vi.advanceTimersByTime(3);
  await Promise.all([first, second]);
  expect(commits).toEqual([2, 2]);
});

test('a caller alone is not kept waiting', async () => {
  const { commits, write } = counting();
  // No timer runs here, so whoever were kept waiting by one would wait for ever.
  for (let round = 0; round < 50; round += 1) await write(op(`${round}`));
  expect(commits).toHaveLength(50);
});

test('a clash fails its own caller; a full disk fails everyone who shares the commit', async () => {
  const { write } = counting();
  const some = await Promise.allSettled([write(op('a')), write(op('clash')), write(op('b'))]);
  expect(some.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const both = Promise.allSettled([write(op('c')), write(op('full'))]);
  vi.advanceTimersByTime(3);
  const none = await both;
  expect(none.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
