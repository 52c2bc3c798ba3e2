import { parentPort } from 'node:worker_threads';
import type { Asked, Told } from './work-apart.ts';

/** The thread's side of `workApart`: does what is asked, and tells how it went. */
export function answerApart<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async ({ id, task }: Asked<Task>) => {
    let told: Told<Answer>;
    try {
      told = { id, answer: await work(task) };
    } catch (error) {
      told = { id, why: (error as Error).message };
    }
    parentPort?.postMessage(told);
  });
}
