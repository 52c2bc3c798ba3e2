import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@kontor/config';
import { newId } from '@kontor/core';
import { cliProblems } from '#problems.ts';

/** Who holds a data folder. The time of its start tells it from a later process with the same number. */
export interface Holder {
  id: string;
  pid: number;
  startedAt: string;
}

export interface Lock {
  /** The one before was killed: its parts may need a moment to notice. */
  tookOver: boolean;
  letGo(): void;
}

const pathOf = (config: Config): string => join(config.runDir, 'kontor.lock');

/**
 * Takes the data folder for this process; raises cli.already-running while another one lives. The lock of a dead
 * process is taken over.
 */
export function takeLock(config: Config): Lock {
  mkdirSync(config.runDir, { recursive: true, mode: 0o700 });
  const path = pathOf(config);
  const mine: Holder = { id: newId(), pid: process.pid, startedAt: factsOf(process.pid)?.startedAt ?? '' };
  const draft = `${path}.${mine.id}`;
  writeDurably(draft, JSON.stringify(mine));
  let tookOver = false;
  try {
    while (!linked(draft, path)) {
      makeWay(path, config);
      tookOver = true;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    tookOver,
    letGo() {
      if (read(path)?.id === mine.id) rmSync(path, { force: true });
    },
  };
}

/** The living process that holds the data folder. */
export function holderOf(config: Config): Holder | undefined {
  const holder = read(pathOf(config));
  return holder && lives(holder) ? holder : undefined;
}

function makeWay(path: string, config: Config): void {
  const holder = read(path);
  if (holder && lives(holder))
    cliProblems.raise('already-running', { values: { dir: config.dataDir, pid: holder.pid } });
  // Put aside, not deleted: when two take over at once, the slower one sees that it moved the quicker one's lock.
  const aside = `${path}.${newId()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside)?.id !== holder?.id) linked(aside, path);
  rmSync(aside, { force: true });
}

/** A hard link never replaces a file: exactly one process gets the name. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lives({ pid, startedAt }: Holder): boolean {
  const kernels = factsOf(pid);
  if (kernels) return kernels.state !== 'Z' && kernels.startedAt === startedAt;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** State, and when it began in ticks (proc(5)); undefined for one that is gone, and where there is no /proc. */
function factsOf(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
