import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Part } from './part.ts';
import { lastLines, openPartLog } from './part-log.ts';

export interface RunningPart {
  pid: number | undefined;
  /** How it ended, in words. */
  ended: Promise<string>;
  hasEnded(): boolean;
  lastLines(): string[];
  /** Asks it to stop; whoever has not stopped after `patienceMs` is killed. Resolves when it is gone. */
  stop(patienceMs: number): Promise<void>;
  kill(): void;
}

/**
 * Starts a part. Its output goes straight to its log, so a busy log costs the supervisor nothing. It leads a process
 * group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops the parts in order.
 */
export function runPart(part: Part): RunningPart {
  const { file, from } = openPartLog(part.logFile);
  const child = spawn(part.command, [...part.args], {
    cwd: part.cwd,
    env: part.env as NodeJS.ProcessEnv,
    detached: true,
    // The open pipe is its leash: `launch/leash.mjs` stops the part when the supervisor is killed.
    stdio: ['pipe', file, file],
  });
  closeSync(file);
  child.stdin?.on('error', () => undefined);
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      hasEnded = true;
      signalGroup(child.pid, 'SIGKILL');
      resolve(how);
    };
    child.once('error', (error) => end(`could not be started (${error.message})`));
    child.once('exit', (code, signal) =>
      end(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
    );
  });
  return {
    pid: child.pid,
    ended,
    hasEnded: () => hasEnded,
    lastLines: () => lastLines(part.logFile, from),
    async stop(patienceMs) {
      if (hasEnded) return;
      signalGroup(child.pid, 'SIGTERM');
      const force = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), patienceMs);
      await ended;
      clearTimeout(force);
    },
    kill() {
      if (!hasEnded) signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/** To the part and whatever it started itself; a group that is gone already is what was wanted. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
