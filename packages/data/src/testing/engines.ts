import { spawn } from 'node:child_process';
import { accessSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export type EngineName = 'sqlite' | 'mongodb';

/** The `mongod` that tests may start: MONGOMS_SYSTEM_BINARY, or the one on the PATH. */
export function mongodPath(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['MONGOMS_SYSTEM_BINARY'];
  const found = (environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'mongod'));
  return [...(named ? [named] : []), ...found].find((path) => {
    try {
      accessSync(path, 1);
      return true;
    } catch {
      return false;
    }
  });
}

/** The engines that can be tested on this host, or the one that KONTOR_TEST_ENGINE names. */
export function testEngines(environment: NodeJS.ProcessEnv = process.env): EngineName[] {
  const wanted = environment['KONTOR_TEST_ENGINE'];
  if (wanted === 'sqlite' || wanted === 'mongodb') return [wanted];
  return mongodPath(environment) ? ['sqlite', 'mongodb'] : ['sqlite'];
}

export interface RunningMongod {
  url: string;
  /** kill -9, as a power switch would. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A real standalone server in a folder of its own; it is what a small firm would run. */
export async function startMongod(): Promise<RunningMongod> {
  const binary = mongodPath();
  if (!binary) throw new Error('there is no mongod: set MONGOMS_SYSTEM_BINARY');
  const dir = await mkdtemp(join(tmpdir(), 'kontor-mongod-'));
  const port = await freePort();
  const start = async () => {
    const args = [
      '--dbpath',
      dir,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--quiet',
      '--wiredTigerCacheSizeGB',
      '0.25',
    ];
    const server = spawn(binary, args, { stdio: 'ignore' });
    await untilListening(port, server);
    return server;
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  return {
    url: `mongodb://127.0.0.1:${port}/kontor`,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL');
      server = await start();
    },
    async stop() {
      await end('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function untilListening(port: number, server: { exitCode: number | null }): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`mongod ended with ${server.exitCode}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('mongod does not answer');
}
