import type { Change, Changes } from '@kontor/data';

type Listener = (changes: Change[]) => void | Promise<void>;

export interface ChangesFeed {
  /** Tells of every change after `after`, in order, until the signal. Rejects when the past cannot be read. */
  follow(options: { after: number; signal: AbortSignal; onChanges: Listener }): Promise<void>;
}

/** One reading of the log of changes for all live screens of this process, however many there are. */
export function createChangesFeed(changes: Pick<Changes, 'read' | 'follow' | 'latest'>): ChangesFeed {
  const listeners = new Set<(found: Change[]) => void>();
  let reading: { ending: AbortController; begun: Promise<void> } | undefined;

  /** Resolves when the reading has begun: from then on every change is told to the listener. */
  async function add(listener: (found: Change[]) => void): Promise<void> {
    listeners.add(listener);
    reading ??= begin();
    await reading.begun;
  }

  function begin(): { ending: AbortController; begun: Promise<void> } {
    const ending = new AbortController();
    const onChanges = (found: Change[]) => {
      for (const one of listeners) one(found);
    };
    const begun = changes.latest().then(
      (after) => void changes.follow({ after, signal: ending.signal, onChanges }),
      (error) => {
        // Or nobody would ever begin again.
        if (reading?.ending === ending) reading = undefined;
        throw error;
      },
    );
    return { ending, begun };
  }

  function remove(listener: (found: Change[]) => void): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    reading?.ending.abort();
    reading = undefined;
  }

  return {
    async follow({ after, signal, onChanges }) {
      let seen = after;
      let turn = Promise.resolve();
      const tell = async (found: Change[]) => {
        const fresh = found.filter(({ seq }) => seq > seen);
        const last = fresh.at(-1);
        if (!last || signal.aborted) return;
        seen = last.seq;
        await onChanges(fresh);
      };
      const listener = (found: Change[]) => {
        turn = turn.then(() => tell(found)).catch(() => {});
      };
      signal.addEventListener('abort', () => remove(listener), { once: true });
      if (signal.aborted) return;
      // What lies between `after` and now comes first; what comes meanwhile waits its turn behind it. The past is read once
      // the reading has begun, or what falls between the two would never be told.
      turn = add(listener).then(async () => {
        let found: Change[];
        do {
          found = await changes.read(seen);
          await tell(found);
        } while (found.length > 0 && !signal.aborted);
      });
      await turn;
    },
  };
}
