import { spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@kontor/core';
import type { Answer, Question, TaskName, Tasks } from './office-child/protocol.ts';
import { cliProblems } from './problems.ts';
import { openPartLog } from './supervise/part-log.ts';
import { environmentOf, type House } from './world.ts';

interface Options {
  env?: Record<string, string>;
  signal?: AbortSignal;
  onProgress?(line: string): void;
}

/**
 * Has a child open the office and do one task. Question and answer go over a pipe, never through arguments, where
 * every process of the machine could read them, and never into a log.
 */
export function askOffice<Name extends TaskName>(
  house: House,
  task: Name,
  input: Tasks[Name]['input'],
  { env = {}, signal, onProgress }: Options = {},
): Promise<Tasks[Name]['outcome']> {
  mkdirSync(house.config.logsDir, { recursive: true, mode: 0o700 });
  const logFile = join(house.config.logsDir, 'kontor.log');
  const { file } = openPartLog(logFile);
  const child = spawn(process.execPath, ['--max-semi-space-size=1', house.officeChild], {
    cwd: house.root,
    env: environmentOf(house, env) as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', file, file, 'ipc'],
  });
  closeSync(file);
  const stop = (): void => void child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  return new Promise<Tasks[Name]['outcome']>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(cliProblems.make('child-failed', { values: { why, log: logFile } }));
    child.on('message', (answer: Answer) => {
      if (answer.kind === 'progress') onProgress?.(answer.line);
      else if (answer.kind === 'done') resolve(answer.outcome as Tasks[Name]['outcome']);
      else if (answer.kind === 'problem') reject(new Problem(answer.problem));
      else fail(answer.why);
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, by) => fail(by ? `it was ended by ${by}` : `exit code ${code}`));
    child.send({ task, input } satisfies Question, (error) => {
      if (error) fail(error.message);
    });
  }).finally(() => signal?.removeEventListener('abort', stop));
}
