import type { Change } from '@kontor/data';
import { expect, test, vi } from 'vitest';
import { createChangesFeed } from './changes-feed.ts';

const change = (seq: number): Change => ({ seq, kind: 'mail.arrived', subject: 's', data: {}, at: 0 });

function fakeLog() {
  const log: Change[] = [];
  const followers = new Set<(found: Change[]) => void>();
  return {
    followers,
    append(...seqs: number[]) {
      const found = seqs.map(change);
      log.push(...found);
      for (const tell of followers) tell(found);
    },
    latest: async () => log.at(-1)?.seq ?? 0,
    read: async (after: number) => log.filter(({ seq }) => seq > after),
    follow: vi.fn(
      async ({ signal, onChanges }: { signal: AbortSignal; onChanges(found: Change[]): void }) => {
        followers.add(onChanges);
        signal.addEventListener('abort', () => followers.delete(onChanges));
      },
    ),
  };
}

function follower(feed: ReturnType<typeof createChangesFeed>, after: number) {
  const told: number[] = [];
  const leaving = new AbortController();
  const ready = feed.follow({
    after,
    signal: leaving.signal,
    onChanges: (found) => void told.push(...found.map(({ seq }) => seq)),
  });
  return { told, ready, leave: () => leaving.abort() };
}

test('a late screen hears what it missed, then what comes, each once and in order', async () => {
  const log = fakeLog();
  log.append(1, 2, 3);
  const screen = follower(createChangesFeed(log), 1);
  log.append(4);
  await screen.ready;
  log.append(5, 6);
  await vi.waitFor(() => expect(screen.told).toEqual([2, 3, 4, 5, 6]), { timeout: 20_000 });
});

test('many screens are one reading, which ends with the last of them', async () => {
  const log = fakeLog();
  const feed = createChangesFeed(log);
  const screens = [follower(feed, 0), follower(feed, 0), follower(feed, 0)];
  await Promise.all(screens.map(({ ready }) => ready));
  expect(log.follow).toHaveBeenCalledTimes(1);
  log.append(1);
  await vi.waitFor(() => expect(screens.map(({ told }) => told)).toEqual([[1], [1], [1]]), {
    timeout: 20_000,
  });
  for (const { leave } of screens) leave();
  expect(log.followers.size).toBe(0);
});

test('who left hears nothing more', async () => {
  const log = fakeLog();
  const feed = createChangesFeed(log);
  const [gone, here] = [follower(feed, 0), follower(feed, 0)];
  await Promise.all([gone.ready, here.ready]);
  gone.leave();
  log.append(1);
  await vi.waitFor(() => expect(here.told).toEqual([1]), { timeout: 20_000 });
  expect(gone.told).toEqual([]);
});

test('a log that cannot be read at first is read by whoever comes next', async () => {
  const log = fakeLog();
  const feed = createChangesFeed(log);
  const { latest } = log;
  log.latest = async () => {
    throw new Error('away');
  };
  const first = follower(feed, 0);
  await expect(first.ready).rejects.toThrow('away');
  first.leave();
  log.latest = latest;
  const second = follower(feed, 0);
  await second.ready;
  log.append(1);
  await vi.waitFor(() => expect(second.told).toEqual([1]), { timeout: 20_000 });
});

test('everybody who came while the log was away is told so, not only the first', async () => {
  const log = fakeLog();
  const feed = createChangesFeed(log);
  const { latest } = log;
  log.latest = () => Promise.reject(new Error('away'));
  const screens = [follower(feed, 0), follower(feed, 0)];
  const ended = await Promise.allSettled(screens.map(({ ready }) => ready));
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  log.latest = latest;
  const late = follower(feed, 0);
  await late.ready;
  log.append(1);
  await vi.waitFor(() => expect(late.told).toEqual([1]), { timeout: 20_000 });
});

test('what is written between the past and the present is told too', async () => {
  const log = fakeLog();
  const { latest } = log;
  // The newest is asked for slowly, and something is written before the answer.
  log.latest = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    log.append(1);
    return latest();
  };
  const screen = follower(createChangesFeed(log), 0);
  await screen.ready;
  log.append(2);
  await vi.waitFor(() => expect(screen.told).toEqual([1, 2]), { timeout: 20_000 });
});
