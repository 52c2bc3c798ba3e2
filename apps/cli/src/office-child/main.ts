import { type Config, loadConfig } from '@kontor/config';
import { Problem } from '@kontor/core';
import { createLog } from '@kontor/log';
import type { Answer, Question } from './protocol.ts';
import { storageProblem } from './storage-problem.ts';
import { perform } from './tasks.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

/** Answers one question and leaves. Standard output is kontor.log: only what may be logged goes there. */
process.once('message', async (question: Question) => {
  const config = loadConfig(process.env);
  const log = createLog({ part: 'kontor', level: config.logLevel });
  const say = (line: string): void => tell({ kind: 'progress', line });
  try {
    tell({ kind: 'done', outcome: await perform(question, { config, log, say }) }, leave);
  } catch (error) {
    tell(told(error, config), leave);
  }
});

function told(error: unknown, config: Config): Answer {
  const problem = error instanceof Problem ? error : storageProblem(error, config);
  if (problem !== error) console.error(error);
  if (problem) {
    const { code, kind, title, hint, fields } = problem;
    return { kind: 'problem', problem: { code, kind, title, hint, ...(fields ? { fields } : {}) } };
  }
  return { kind: 'bug', why: (error as Error).message };
}

function tell(answer: Answer, then: () => void = () => undefined): void {
  process.send?.(answer, undefined, {}, then);
}

// Whatever Payload keeps open must not keep this process.
const leave = (): never => process.exit(0);
