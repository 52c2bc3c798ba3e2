import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';
import { answers } from './probe.ts';
import { type RunningPart, runPart } from './run-part.ts';

export interface Death {
  part: Part;
  /** "ended with exit code 1" */
  how: string;
  lastLines: string[];
  /** Until it is started again. */
  waitMs: number;
}

interface Options {
  onReady(part: Part): void;
  onDeath(death: Death): void;
  patience?: Partial<Patience>;
}

export interface Patience {
  /** The first wait before a restart; each further one is twice as long, up to `longestMs`. */
  firstMs: number;
  longestMs: number;
  /** A part that answered this long has recovered: its next death waits `firstMs` again. */
  recoveredMs: number;
  /** How long a part may take until it answers. */
  readyMs: number;
  stopMs: number;
}

const usual: Patience = {
  firstMs: 1000,
  longestMs: 60_000,
  recoveredMs: 60_000,
  readyMs: 60_000,
  stopMs: 8000,
};

export interface Supervised {
  part: Part;
  pid(): number | undefined;
  isReady(): boolean;
  stop(): Promise<void>;
  /** Without asking. */
  kill(): void;
}

/** Keeps a part running until it is stopped: names each death and starts it again, waiting longer each time. */
export function supervisePart(part: Part, { onReady, onDeath, patience = {} }: Options): Supervised {
  const { firstMs, longestMs, recoveredMs, readyMs, stopMs } = { ...usual, ...patience };
  const stopping = new AbortController();
  let running: RunningPart | undefined;
  let isReady = false;

  const finished = (async () => {
    for (let deaths = 0; !stopping.signal.aborted; deaths += 1) {
      running = runPart(part);
      isReady = await becomesReady(part, running, readyMs);
      const readyAt = performance.now();
      if (isReady) onReady(part);
      else if (!running.hasEnded()) await running.stop(stopMs);
      const how = await running.ended;
      if (stopping.signal.aborted) return;
      const recovered = isReady && performance.now() - readyAt >= recoveredMs;
      isReady = false;
      if (recovered) deaths = 0;
      const waitMs = Math.min(longestMs, firstMs * 2 ** deaths);
      onDeath({ part, how, lastLines: running.lastLines(), waitMs });
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    part,
    pid: () => (running?.hasEnded() ? undefined : running?.pid),
    isReady: () => isReady,
    async stop() {
      stopping.abort();
      await running?.stop(stopMs);
      await finished;
    },
    kill: () => running?.kill(),
  };
}

/** False when it ended first, or did not answer in time. */
async function becomesReady(part: Part, running: RunningPart, readyMs: number): Promise<boolean> {
  const until = performance.now() + readyMs;
  while (!running.hasEnded() && performance.now() < until) {
    if (await answers(part.probe, until - performance.now())) return !running.hasEnded();
    await Promise.race([pause(50), running.ended]);
  }
  return false;
}
