import { type Transferable, Worker } from 'node:worker_threads';

/** What a thread is asked and what it tells; ids keep late answers apart. */
export interface Asked<Task> {
  id: number;
  task: Task;
}

export type Told<Answer> = { id: number; answer: Answer } | { id: number; why: string };

export type Outcome<Answer> =
  | { ok: true; answer: Answer }
  /** `lasting`: the task is the reason, and another try would end alike. */
  | { ok: false; why: string; lasting: boolean };

export interface Limits {
  /** Milliseconds of the thread's own time, which a busy machine does not shorten. */
  workMs?: number;
  /** Milliseconds by the clock. */
  limitMs: number;
  /** Bytes that the thread may hold, in its heap and beside it. */
  memory?: number;
  /** A thread with nothing to do for so long gives its memory back, in milliseconds. */
  restMs?: number;
}

const lookMs = 50;
const heapMegabytes = 256;

/**
 * Does tasks in a thread of their own, one after the other (ADR 0034): whatever a stranger built one of, it costs so much time and
 * memory and no more, and everybody else is served meanwhile. Then the thread ends, and the next task has another one.
 */
export function workApart<Task, Answer>(
  thread: URL,
  { workMs = Number.POSITIVE_INFINITY, limitMs, memory = Number.POSITIVE_INFINITY, restMs = 20_000 }: Limits,
): (task: Task, moved?: Transferable[]) => Promise<Outcome<Answer>> {
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let last = 0;

  function end(ended: Worker): void {
    if (worker === ended) worker = null;
    void ended.terminate();
  }

  function start(): Worker {
    // Whatever a task is, its thread can ask for nothing that stands in the environment.
    const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes };
    const started = new Worker(thread, { env: {}, resourceLimits });
    // An error ends the thread; whoever waits hears of both.
    started.on('error', () => {});
    started.once('exit', () => end(started));
    started.unref();
    return started;
  }

  function workNow(task: Task, moved: Transferable[]): Promise<Outcome<Answer>> {
    clearTimeout(resting);
    worker ??= start();
    const asked = worker;
    const id = ++last;
    return new Promise((resolve) => {
      const done = (outcome: Outcome<Answer>) => {
        clearTimeout(tooLate);
        // What is left behind, if only until it is collected, is not the next task's.
        if (stopWatching() > memory / 2) end(asked);
        asked.off('message', hear);
        asked.off('error', fail);
        asked.off('exit', fail);
        resting = setTimeout(() => end(asked), restMs).unref();
        resolve(outcome);
      };
      const stop = (why: string, lasting = true) => {
        end(asked);
        done({ ok: false, why, lasting });
      };
      const hear = (told: Told<Answer>) => {
        if (told.id !== id) return;
        done('why' in told ? { ok: false, why: told.why, lasting: true } : { ok: true, answer: told.answer });
      };
      const fail = (error: unknown) => {
        // Before anybody else is served: the next task must not be given to a thread that is about to be gone.
        end(asked);
        const isFull = (error as { code?: string } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
        done({ ok: false, why: isFull ? tooMuch : 'its thread died', lasting: isFull });
      };
      const tooLate = setTimeout(() => stop(tooLong, workMs === Number.POSITIVE_INFINITY), limitMs);
      const stopWatching = watch(asked, { workMs, memory }, stop);
      asked.on('message', hear);
      asked.once('error', fail);
      asked.once('exit', fail);
      asked.postMessage({ id, task } satisfies Asked<Task>, moved);
    });
  }

  return (task, moved = []) => {
    const worked = turn.then(() => workNow(task, moved));
    turn = worked;
    return worked;
  };
}

/** Milliseconds for which the thread has worked since it began; of one that has yet to begin they cannot be had. */
async function workedMs(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}

const tooLong = 'it takes too long';
const tooMuch = 'it takes too much memory';

/**
 * Looks at what the thread itself uses: what else the process does meanwhile is not the task's. What it answers ends the
 * looking, and says how many bytes the thread held when it was last looked at.
 */
function watch(
  worker: Worker,
  { workMs, memory }: { workMs: number; memory: number },
  stop: (why: string) => void,
): () => number {
  // Asked for before the task is: a look that is answered late would take work for what was there before.
  const before = workedMs(worker).catch(() => 0);
  let held = 0;
  let isLooking = false;
  const look = async () => {
    const [heap, worked, began] = await Promise.all([worker.getHeapStatistics(), workedMs(worker), before]);
    if (!isWatching) return;
    // What is unpacked lies outside the heap that resourceLimits minds.
    held = heap.total_heap_size + heap.external_memory;
    if (held > memory) stop(tooMuch);
    else if (worked - began > workMs) stop(tooLong);
  };
  let isWatching = true;
  const watching = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    // A thread that has ended cannot be looked at any more.
    void look()
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  }, lookMs);
  return () => {
    isWatching = false;
    clearInterval(watching);
    return held;
  };
}
