import { link, mkdir, open, readdir, rename, rm, stat, statfs, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@kontor/core';
import { dataProblems } from '#problems.ts';
import { type Census, census, checkCopy } from './check-copy.ts';

export type UpgradeStep = 'locked' | 'copied' | 'migrated' | 'checked' | 'kept' | 'swapped' | 'done';

export interface Upgrade {
  file: string;
  /** A file that only upgrades lock, so that two of them never run at once. */
  lockFile: string;
  /** What the previous database is kept under: `kontor.db.before-LABEL`. */
  label: string;
  /** Asked again under the lock: another process may have done the work meanwhile. */
  isNeeded(): boolean;
  /** Brings the database in this file, a copy, to the new shape; closes it. */
  migrate(copy: string): Promise<void>;
  onStep?: ((step: UpgradeStep) => void) | undefined;
  /** Bytes that may still be written in a folder. */
  freeBytes?: (folder: string) => Promise<number>;
}

/**
 * Copies the database, migrates and checks the copy, and puts it in the old one's place by one rename: killed anywhere,
 * the folder has either the old database or the new one, whole. False when nothing was to be done.
 * Throws data.in-use, data.no-room or data.upgrade-failed; the old database is then as it was.
 */
export async function upgradeByCopy(upgrade: Upgrade): Promise<boolean> {
  const { file, lockFile, isNeeded } = upgrade;
  await mkdir(dirname(lockFile), { recursive: true, mode: 0o700 });
  const turn = await takeTurn(lockFile);
  try {
    if (!isNeeded()) return false;
    await perform(upgrade);
    return true;
  } catch (error) {
    await removeDatabase(copyOf(file));
    throw await explain(error, upgrade);
  } finally {
    turn.close();
  }
}

const copyOf = (file: string): string => `${file}.upgrade`;

async function perform({
  file,
  label,
  migrate,
  onStep = () => {},
  freeBytes = free,
}: Upgrade): Promise<void> {
  const folder = dirname(file);
  const copy = copyOf(file);
  // What an upgrade that was killed left behind.
  await removeDatabase(copy);
  const size = await sizeOf(file);
  await needRoom(folder, size, freeBytes);
  const old = size > 0 ? lockAlone(file) : undefined;
  try {
    onStep('locked');
    const before: Census | undefined = old && census(old);
    if (old) await backup(old, copy, { rate: 10_000 });
    onStep('copied');
    await migrate(copy);
    onStep('migrated');
    checkCopy(copy, before);
    await syncFile(copy);
    onStep('checked');
    if (old) await keepPrevious(file, label);
    onStep('kept');
    // Nothing of the old one is in them: it is in no transaction, and was taken out of WAL mode when it was locked.
    for (const side of ['-wal', '-shm', '-journal']) await rm(file + side, { force: true });
    await rename(copy, file);
    await syncFile(folder);
    onStep('swapped');
  } finally {
    old?.close();
  }
  await forgetOlder(file, label);
  onStep('done');
}

/** Waits for another upgrade of the same folder. The lock is the kernel's: it ends with the process, however that ends. */
async function takeTurn(lockFile: string): Promise<DatabaseSync> {
  const lock = new DatabaseSync(lockFile);
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      if (Date.now() < deadline) continue;
      lock.close();
      throw dataProblems.make('in-use', { cause: error });
    }
  }
}

/** Leaving WAL mode succeeds only when no other connection is open, and leaves one file that is the whole database. */
function lockAlone(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 2000 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const mode = database.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'];
    if (mode !== 'delete') throw dataProblems.make('in-use');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    if (resultCode(error) === sqliteBusy) throw dataProblems.make('in-use', { cause: error });
    throw error;
  }
}

async function keepPrevious(file: string, label: string): Promise<void> {
  const kept = `${file}.before-${label}`;
  await rm(kept, { force: true });
  // A second name for the same bytes: the first one is never missing.
  await link(file, kept);
  await syncFile(dirname(file));
}

async function forgetOlder(file: string, label: string): Promise<void> {
  const folder = dirname(file);
  const prefix = `${basename(file)}.before-`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix) && name !== prefix + label) await unlink(join(folder, name));
  }
}

async function removeDatabase(file: string): Promise<void> {
  for (const side of ['', '-wal', '-shm', '-journal']) await rm(file + side, { force: true });
}

const sizeOf = async (file: string): Promise<number> => {
  const sizes = await Promise.all([file, `${file}-wal`].map((path) => stat(path).catch(() => ({ size: 0 }))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
};

const free = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const mebibyte = 2 ** 20;

/** The copy, what a migration may write beside it, and something for the logs. */
async function needRoom(folder: string, size: number, freeBytes: typeof free): Promise<void> {
  const needed = 2 * size + 16 * mebibyte;
  const there = await freeBytes(folder);
  if (there < needed) throw noRoom(folder, needed, there);
}

const noRoom = (folder: string, needed: number, there: number, cause?: unknown): Problem =>
  dataProblems.make('no-room', {
    values: { folder, needed: Math.ceil(needed / mebibyte), free: Math.floor(there / mebibyte) },
    cause,
  });

const sqliteBusy = 5;
const sqliteFull = 13;
const resultCode = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

async function explain(error: unknown, { file, label, freeBytes = free }: Upgrade): Promise<unknown> {
  if (error instanceof Problem) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (resultCode(error) === sqliteFull || code === 'ENOSPC' || code === 'EDQUOT') {
    const folder = dirname(file);
    return noRoom(folder, 2 * (await sizeOf(file)) + 16 * mebibyte, await freeBytes(folder), error);
  }
  return dataProblems.make('upgrade-failed', { values: { label, why: message }, cause: error });
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
