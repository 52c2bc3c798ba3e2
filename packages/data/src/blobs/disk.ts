import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const openFile = promisify(fs.open);
const closeFile = promisify(fs.close);
const writeSome = promisify(fs.write);
const datasync = promisify(fs.fdatasync);
const sync = promisify(fs.fsync);
const unlink = promisify(fs.unlink);
const makeDirectory = promisify(fs.mkdir);

/**
 * Writes bytes that are all there into a new file and has them on disk when it resolves. Only the fsync waits outside the
 * event loop: opening and writing go to the page cache and cost less than a way through the thread pool.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = fs.openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.byteLength; ) done += fs.writeSync(file, bytes, done);
    await datasync(file);
  } catch (error) {
    fs.closeSync(file);
    await removeFile(path);
    throw error;
  }
  fs.closeSync(file);
}

/** Writes chunks as they come into a new file and has them on disk when it resolves; leaves nothing behind when it throws. */
export async function writeStream(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await openFile(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      // A write may take less than it was given.
      for (let done = 0; done < chunk.byteLength; ) {
        done += (await writeSome(file, chunk, done, chunk.byteLength - done)).bytesWritten;
      }
    }
    await datasync(file);
  } catch (error) {
    await closeFile(file);
    await removeFile(path);
    throw error;
  }
  await closeFile(file);
}

/** Gives a file its final name, durably (fsync of the folder that then holds it). */
export async function moveFile(from: string, to: string): Promise<void> {
  fs.renameSync(from, to);
  await syncFolder(dirname(to));
}

export const removeFile = (path: string): Promise<void> => unlink(path).catch(() => {});

/** Makes folders, each once; a new folder is only there after a crash when its parent was synced too. */
export function createFolders(): (path: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  return (path) => {
    const known = made.get(path);
    if (known) return known;
    const making = makeDirectory(path, { recursive: true, mode: 0o700 }).then(() =>
      syncFolder(dirname(path)),
    );
    making.catch(() => made.delete(path));
    made.set(path, making);
    return making;
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = fs.openSync(path, 'r');
  try {
    await sync(folder);
  } finally {
    fs.closeSync(folder);
  }
}
