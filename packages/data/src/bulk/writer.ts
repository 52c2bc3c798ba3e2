import { Worker } from 'node:worker_threads';
import { dataProblems } from '#problems.ts';
import type { Outcome } from './port.ts';
import type { Step } from './sqlite-steps.ts';
import type { Answer, Told } from './writer-thread.ts';

interface Writer {
  write(steps: readonly Step[]): Promise<Outcome[]>;
  /** Resolves when what was begun is written and the thread has ended. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(outcomes: Outcome[]): void;
  reject(error: unknown): void;
}

interface Options {
  /** A file that calls `runWriter`. */
  thread: URL;
  /** The database. */
  file: string;
  /** A thread with nothing to do for so many milliseconds gives its memory back. */
  restMs?: number;
}

interface Running {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** Writes in a thread of their own, while there is something to write. A thread that dies takes along what it had begun. */
export function startWriter({ thread, file, restMs = 30_000 }: Options): Writer {
  let running: Running | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last = 0;
  /** Of each thread that has not yet ended. */
  const going = new Set<Promise<void>>();

  /** The next write starts another one. */
  async function end(): Promise<void> {
    clearTimeout(resting);
    const ending = running;
    running = null;
    ending?.worker.ref();
    ending?.worker.postMessage('close');
    await Promise.all(going);
  }

  function settle(waiting: Map<number, Waiting>, answers: readonly Answer[]): void {
    for (const answer of answers) {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) caller?.resolve(answer.outcomes);
      else caller?.reject(revive(answer.error));
    }
  }

  function start(): Running {
    const worker = new Worker(thread, { workerData: { file } });
    const waiting = new Map<number, Waiting>();
    worker.on('message', (answers: Answer[]) => {
      settle(waiting, answers);
      if (waiting.size > 0 || running?.worker !== worker) return;
      // A process that has nothing else to do may end.
      worker.unref();
      resting = setTimeout(end, restMs).unref();
    });
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
      // It ends a moment later; what is written meanwhile has the next one.
      if (running?.worker === worker) running = null;
    });
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        if (running?.worker === worker) running = null;
        // Whether they are written is not known: "not now", never "yes".
        for (const { reject } of waiting.values()) reject(dataProblems.make('unavailable', { cause }));
        resolve();
      });
    });
    going.add(gone);
    void gone.then(() => going.delete(gone));
    return { worker, waiting };
  }

  return {
    write: (steps) =>
      new Promise((resolve, reject) => {
        clearTimeout(resting);
        running ??= start();
        last += 1;
        running.waiting.set(last, { resolve, reject });
        running.worker.ref();
        running.worker.postMessage({ id: last, steps });
      }),
    close: end,
  };
}

const revive = ({ message, ...told }: Told): Error =>
  told.code === 'data.busy' ? dataProblems.make('busy') : Object.assign(new Error(message), told);
