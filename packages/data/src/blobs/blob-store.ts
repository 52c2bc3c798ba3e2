import { createHash } from 'node:crypto';
import { createReadStream, constants as fsConstants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { newId } from '@kontor/core';
import { dataProblems } from '#problems.ts';

export interface Stored {
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** Bytes. */
  size: number;
}

/** Bytes that are on disk but not yet part of the store. */
export interface Staged extends Stored {
  read(): Readable;
  /** Makes them part of the store, durably (fsync of file and folder). */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Files named by the SHA-256 of their bytes: written once, whole, and never changed. */
export interface BlobStore {
  write(source: Readable | Uint8Array): Promise<Stored>;
  /** First half of a write, for bytes that may yet be refused. */
  stage(source: Readable | Uint8Array): Promise<Staged>;
  /** The bytes as a stream that ends with data.corrupt-blob when they do not match the name. */
  read(hash: string): Readable;
  /** Throws data.missing-blob or data.corrupt-blob. */
  readAll(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
  list(): AsyncIterable<Stored & { modifiedAt: number }>;
}

const namePattern = /^[0-9a-f]{64}$/;

export function createBlobStore({ dir }: { dir: string }): BlobStore {
  const drafts = join(dir, 'drafts');
  const madeFolders = new Map<string, Promise<void>>();

  const pathOf = (hash: string): string => {
    if (!namePattern.test(hash)) throw new Error('a blob is named by 64 hexadecimal digits');
    return join(dir, hash.slice(0, 2), hash);
  };

  /** A new folder is only there after a crash when its parent was synced too. */
  const makeFolder = (path: string): Promise<void> => {
    let made = madeFolders.get(path);
    if (!made) {
      made = mkdir(path, { recursive: true, mode: 0o700 }).then(() => syncFolder(dirname(path)));
      made.catch(() => madeFolders.delete(path));
      madeFolders.set(path, made);
    }
    return made;
  };

  const store: BlobStore = {
    async stage(source) {
      await makeFolder(drafts);
      const draft = join(drafts, newId());
      const stored = await writeDraft(draft, source);
      return {
        ...stored,
        read: () => createReadStream(draft),
        async commit() {
          const path = pathOf(stored.hash);
          await makeFolder(dirname(path));
          await rename(draft, path);
          await syncFolder(dirname(path));
        },
        discard: () => unlink(draft).catch(() => {}),
      };
    },
    async write(source) {
      const { hash, size, commit } = await store.stage(source);
      await commit();
      return { hash, size };
    },
    read(hash) {
      const check = createHash('sha256');
      return createReadStream(pathOf(hash))
        .on('error', function (this: Readable, error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.destroy(missing(hash));
        })
        .compose(
          new Transform({
            transform(chunk: Buffer, _encoding, done) {
              check.update(chunk);
              done(null, chunk);
            },
            flush(done) {
              done(
                check.digest('hex') === hash ? null : dataProblems.make('corrupt-blob', { values: { hash } }),
              );
            },
          }),
        ) as Readable;
    },
    async readAll(hash) {
      const bytes = await readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? missing(hash) : error;
      });
      if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
      return dataProblems.raise('corrupt-blob', { values: { hash } });
    },
    has: (hash) =>
      access(pathOf(hash), fsConstants.R_OK).then(
        () => true,
        () => false,
      ),
    remove: (hash) => unlink(pathOf(hash)).catch(() => {}),
    async *list() {
      for (const folder of await readdir(dir).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const hash of await readdir(join(dir, folder))) {
          if (!namePattern.test(hash)) continue;
          const { size, mtimeMs } = await stat(join(dir, folder, hash));
          yield { hash, size, modifiedAt: mtimeMs };
        }
      }
    },
  };
  return store;
}

const missing = (hash: string) => dataProblems.make('missing-blob', { values: { hash } });

async function writeDraft(path: string, source: Readable | Uint8Array): Promise<Stored> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source instanceof Readable ? source : [source]) {
      const bytes = chunk as Uint8Array;
      hash.update(bytes);
      size += bytes.byteLength;
      await file.writeFile(bytes);
    }
    await file.datasync();
  } catch (error) {
    await file.close();
    await unlink(path).catch(() => {});
    throw error;
  }
  await file.close();
  return { hash: hash.digest('hex'), size };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
