import { setTimeout as pause } from 'node:timers/promises';
import type { Changes } from '@kontor/data';
import { type PushContext, pushState } from './push-state.ts';

interface Options extends PushContext {
  changes: Pick<Changes, 'latest' | 'follow'>;
  signal: AbortSignal;
  /** Told once when the service goes away or refuses, and once when it is back. */
  onState(state: { pushed: true } | { pushed: false; why: string }): void;
  /** How often it is looked at whether the service is another one since. */
  lookMs?: number;
  /** How often everything is sent anew, whatever is known: who was let go by another way is found by it. */
  anewMs?: number;
}

/**
 * Keeps the VPN service at what the database says: at the start, after each change of any process, and when the service
 * comes back.
 */
export async function keepPushed(options: Options): Promise<void> {
  const { changes, signal, lookMs = 2000, anewMs = 60_000 } = options;
  const pushing = pusher(options);
  const after = await newest(options);
  await pushing.push();
  const following = changes.follow({
    after,
    signal,
    async onChanges(found) {
      if (found.some(({ kind }) => kind === 'tunnels.changed' || kind === 'session.closed'))
        await pushing.push();
    },
  });
  let sentAt = performance.now();
  while (!signal.aborted) {
    await pause(lookMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    if (performance.now() - sentAt < anewMs && !(await pushing.isNeeded())) continue;
    await pushing.push();
    sentAt = performance.now();
  }
  await following;
}

/** Asked until it is known: a database that is away at the start must not end this for good. */
async function newest({ changes, signal, lookMs = 2000 }: Options): Promise<number> {
  for (;;) {
    const latest = await changes.latest().catch(() => null);
    if (latest !== null || signal.aborted) return latest ?? 0;
    await pause(lookMs, undefined, { signal }).catch(() => {});
  }
}

function pusher({ onState, ...context }: Options) {
  let known: string | null = null;
  let wasPushed: boolean | null = null;
  const tell = (state: Parameters<Options['onState']>[0]) => {
    if (wasPushed !== state.pushed) onState(state);
    wasPushed = state.pushed;
  };
  return {
    async push() {
      try {
        known = (await pushState(context)).instance;
        tell({ pushed: true });
      } catch (error) {
        known = null;
        tell({ pushed: false, why: (error as Error).message });
      }
    },
    /** The last one failed, or the service was started again since. */
    async isNeeded() {
      if (known === null) return true;
      const report = await context.vpn.look().catch(() => null);
      return report?.instance !== known;
    },
  };
}
