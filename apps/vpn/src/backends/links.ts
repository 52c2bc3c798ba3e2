import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunCommand } from '#host/run-command.ts';
import type { LinkMaker } from './interface.ts';

export const kernelLinks =
  (run: RunCommand): LinkMaker =>
  async (name) => {
    await run('ip', ['link', 'add', 'dev', name, 'type', 'wireguard']);
  };

interface GoOptions {
  run: RunCommand;
  path: string;
  /** Called when an interface's process has ended on its own. */
  onDeath(name: string): void;
}

const readyMs = 5000;

/** WireGuard in a process of its own for each interface, as our child: it ends with us at the latest. */
export function goLinks({ run, path, onDeath }: GoOptions): LinkMaker {
  return async (name) => {
    const child = spawn('wireguard-go', ['-f', name], {
      env: { PATH: path, LOG_LEVEL: 'error' } as unknown as NodeJS.ProcessEnv,
      stdio: 'ignore',
    });
    const ended = new Promise<'ended'>((resolve) => {
      child.once('error', () => resolve('ended'));
      child.once('exit', () => resolve('ended'));
    });
    const until = performance.now() + readyMs;
    while (!(await answers(run, name))) {
      if (hasEnded(child) || performance.now() > until) {
        child.kill('SIGKILL');
        throw new Error(`wireguard-go could not make ${name}`);
      }
      await Promise.race([pause(10), ended]);
    }
    void ended.then(() => onDeath(name));
  };
}

const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

const answers = (run: RunCommand, name: string): Promise<boolean> =>
  run('wg', ['show', name, 'public-key']).then(
    () => true,
    () => false,
  );
