import { type ChildProcess, spawn } from 'node:child_process';

export interface Running {
  pid: number;
  /** What it printed last, for when it does not do as it should. */
  lastWords(): string;
  stop(): Promise<void>;
  /** Resolves when it has ended, by itself or not. */
  gone: Promise<void>;
}

/** Starts a process; `stop` ends it by its id and waits until it is gone. */
export function run(
  command: string,
  args: string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Running {
  const child: ChildProcess = spawn(command, args, {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    pid: child.pid ?? -1,
    lastWords: () => said,
    gone,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(force);
    },
  };
}
