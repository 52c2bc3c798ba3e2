import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const openFile = promisify(fs.open);
const writeSome = promisify(fs.write);
const datasync = promisify(fs.fdatasync);
const sync = promisify(fs.fsync);
const unlink = promisify(fs.unlink);
const makeDirectory = promisify(fs.mkdir);

export interface Draft {
  /** Bytes that are all there; they are on disk when it resolves. */
  writeWhole(bytes: Uint8Array): Promise<void>;
  /** Bytes as they come; they are on disk when it resolves. */
  writeStream(chunks: AsyncIterable<Uint8Array>): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A new file, which is made while its bytes are still coming: making one is the slow part. What goes to the page cache
 * is written without a way through the thread pool; only the fsync waits there.
 */
export function createDraft(path: string): Draft {
  const opened = openFile(path, 'wx', 0o600);
  // Whoever writes hears of it; nobody may come to that.
  opened.catch(() => undefined);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await opened.then(fs.closeSync, () => undefined);
  };
  const remove = async (): Promise<void> => {
    await close();
    await removeFile(path);
  };
  const keep = async (writing: Promise<void>): Promise<void> => {
    try {
      await writing;
    } catch (error) {
      await remove();
      throw error;
    }
    await close();
  };
  return {
    writeWhole: (bytes) => keep(write(opened, bytes)),
    writeStream: (chunks) => keep(writeChunks(opened, chunks)),
    remove,
  };
}

async function write(opened: Promise<number>, bytes: Uint8Array): Promise<void> {
  const file = await opened;
  // A write may take less than it was given.
  for (let done = 0; done < bytes.byteLength; ) done += fs.writeSync(file, bytes, done);
  await datasync(file);
}

async function writeChunks(opened: Promise<number>, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await opened;
  for await (const chunk of chunks) {
    for (let done = 0; done < chunk.byteLength; ) {
      done += (await writeSome(file, chunk, done, chunk.byteLength - done)).bytesWritten;
    }
  }
  await datasync(file);
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

export async function syncFolder(path: string): Promise<void> {
  const folder = fs.openSync(path, 'r');
  try {
    await sync(folder);
  } finally {
    fs.closeSync(folder);
  }
}
