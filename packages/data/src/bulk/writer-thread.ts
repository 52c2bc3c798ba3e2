import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '#sqlite/connection.ts';
import { createGroupCommit } from './group-commit.ts';
import { performStep } from './perform-step.ts';
import type { Outcome } from './port.ts';
import type { Step } from './sqlite-steps.ts';

/** An error as it goes from thread to thread. */
export interface Told {
  message: string;
  code?: string | undefined;
  errcode?: number | undefined;
}

export type Answer = { id: number; ok: true; outcomes: Outcome[] } | { id: number; ok: false; error: Told };

type Asked = { id: number; steps: Step[] } | 'close';

/** The other end of `startWriter`: performs what it is asked, and answers when it is on disk. */
export function runWriter(): void {
  const { file } = workerData as { file: string };
  const connection = openSqlite(file);
  const commit = createGroupCommit<Step>(connection, (step) => performStep(connection, step));
  const underWay = new Set<Promise<void>>();
  let answers: Answer[] = [];

  // Those of one commit are told together: they are settled in the same turn.
  const tell = (answer: Answer): void => {
    answers.push(answer);
    if (answers.length > 1) return;
    queueMicrotask(() => {
      parentPort?.postMessage(answers);
      answers = [];
    });
  };

  async function perform({ id, steps }: Exclude<Asked, 'close'>): Promise<void> {
    try {
      tell({ id, ok: true, outcomes: await commit(steps) });
    } catch (error) {
      const { message, code, errcode } = error as Error & Told;
      tell({ id, ok: false, error: { message, code, errcode } });
    }
  }

  async function close(): Promise<void> {
    await Promise.all(underWay);
    connection.close();
    parentPort?.close();
  }

  parentPort?.on('message', (asked: Asked) => {
    if (asked === 'close') return void close();
    const work = perform(asked).finally(() => underWay.delete(work));
    underWay.add(work);
  });
}
