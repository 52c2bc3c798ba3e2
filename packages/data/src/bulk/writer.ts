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

/** Writes in a thread of their own, which is started by the first one. A thread that dies takes along what it had begun. */
export function startWriter({ thread, file }: { thread: URL; file: string }): Writer {
  let running: { worker: Worker; gone: Promise<void>; waiting: Map<number, Waiting> } | null = null;
  let last = 0;

  function start(): NonNullable<typeof running> {
    const worker = new Worker(thread, { workerData: { file } });
    const waiting = new Map<number, Waiting>();
    const gone = new Promise<void>((resolve) => {
      let cause: unknown;
      worker.on('error', (error) => {
        cause = error;
      });
      worker.once('exit', () => {
        if (running?.worker === worker) running = null;
        // Whether they are written is not known: "not now", never "yes".
        for (const { reject } of waiting.values()) reject(dataProblems.make('unavailable', { cause }));
        resolve();
      });
    });
    worker.on('message', (answers: Answer[]) => {
      for (const answer of answers) {
        const caller = waiting.get(answer.id);
        waiting.delete(answer.id);
        if (answer.ok) caller?.resolve(answer.outcomes);
        else caller?.reject(revive(answer.error));
      }
      // A process that has nothing else to do may end.
      if (waiting.size === 0) worker.unref();
    });
    return { worker, gone, waiting };
  }

  return {
    write: (steps) =>
      new Promise((resolve, reject) => {
        running ??= start();
        last += 1;
        running.waiting.set(last, { resolve, reject });
        running.worker.ref();
        running.worker.postMessage({ id: last, steps });
      }),
    async close() {
      running?.worker.ref();
      running?.worker.postMessage('close');
      await running?.gone;
    },
  };
}

const revive = ({ message, ...told }: Told): Error =>
  told.code === 'data.busy' ? dataProblems.make('busy') : Object.assign(new Error(message), told);
