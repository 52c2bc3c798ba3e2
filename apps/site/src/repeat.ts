import { setTimeout as sleep } from 'node:timers/promises';

interface Options {
  everyMs: number;
  /** The longest wait after failures; each doubles the one before. */
  atMostMs: number;
  signal: AbortSignal;
  /** Told of the first failure of a row, not of each. */
  onFailure(error: unknown): void;
}

/** Does the work again and again until the signal, more slowly while it fails. */
export async function repeat(work: () => Promise<unknown>, options: Options): Promise<void> {
  const { everyMs, atMostMs, signal, onFailure } = options;
  let wait = everyMs;
  let failing = false;
  while (!signal.aborted) {
    try {
      await work();
      wait = everyMs;
      failing = false;
    } catch (error) {
      if (!failing) onFailure(error);
      failing = true;
      wait = Math.min(wait * 2, atMostMs);
    }
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}
