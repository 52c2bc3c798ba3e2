import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@kontor/data/testing/free-port';
import { findServer } from '#server/find-server.ts';
import { serverEnvironment, serverLine } from '#server/server-line.ts';

export interface RunningMeilisearch {
  url: string;
  key: string;
  pid(): number;
  /** kill -9, as a power switch would. */
  kill(): Promise<void>;
  /** Once more, with the same data. */
  start(settings?: Record<string, string>): Promise<void>;
  /** Kills it and deletes its folder. */
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../../..');
const found = () => findServer(root, process.env['PATH'] ?? '');

export const canStartMeilisearch = (): boolean => found().ok;

/** A real server in a folder of its own, started as the supervisor does, beside such settings of its own. */
export async function startMeilisearch(settings: Record<string, string> = {}): Promise<RunningMeilisearch> {
  const program = found();
  if (!program.ok) throw new Error('there is no Meilisearch for this platform');
  const dir = mkdtempSync(join(tmpdir(), 'kontor-search-'));
  const port = await freePort();
  const key = randomBytes(16).toString('hex');
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  async function start(more = settings): Promise<void> {
    const env = { ...process.env, ...serverEnvironment(key), ...more };
    server = spawn(program.ok ? program.path : '', serverLine({ dir, port }), {
      cwd: dir,
      env,
      stdio: 'ignore',
    });
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline && server.exitCode === null) {
      const answer = await fetch(`${url}/health`).catch(() => null);
      if (answer?.ok) return;
      await sleep(20);
    }
    throw new Error('Meilisearch does not answer');
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server?.once('exit', done));
    server.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url,
    key,
    pid: () => server?.pid ?? 0,
    kill,
    start,
    async stop() {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
