import { createHash } from 'node:crypto';
import { createReadStream, constants as fsConstants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { newId } from '@kontor/core';
import { dataProblems } from '#problems.ts';
import { createFolders } from './disk.ts';
import { removeIfOlder, removeOlder, restoreAside } from './remove-older.ts';
import { type BlobSource, type Staged, type Stored, stageBytes } from './staged.ts';

export type { Staged, Stored } from './staged.ts';

/** Files named by the SHA-256 of their bytes: written once, whole, and never changed. */
export interface BlobStore {
  write(source: BlobSource): Promise<Stored>;
  /** First half of a write, for bytes that may yet be refused. */
  stage(source: BlobSource): Promise<Staged>;
  /** The bytes as a stream that ends with data.corrupt-blob when they do not match the name. */
  read(hash: string): Readable;
  /** Throws data.missing-blob or data.corrupt-blob. */
  readAll(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  /** Removes the blob unless it was written, perhaps again, since `before` (ms since 1970); true when it did. Who tidies up at that moment may bring it back. */
  removeIfOlder(hash: string, before: number): Promise<boolean>;
  /** Clears up after writers and sweeps that died; how many drafts were removed. */
  tidy(before: number): Promise<number>;
  /** Folder by folder, so that no list of all is held in memory. */
  list(): AsyncIterable<Stored & { modifiedAt: number }>;
}

const namePattern = /^[0-9a-f]{64}$/;
export function createBlobStore({ dir }: { dir: string }): BlobStore {
  const drafts = join(dir, 'drafts');
  const aside = join(dir, 'aside');
  const makeFolder = createFolders();

  const pathOf = (hash: string): string => {
    if (!namePattern.test(hash)) throw new Error('a blob is named by 64 hexadecimal digits');
    return join(dir, hash.slice(0, 2), hash);
  };

  const store: BlobStore = {
    async stage(source) {
      await makeFolder(drafts);
      return stageBytes(source, {
        draft: join(drafts, newId()),
        async placeOf(hash) {
          const path = pathOf(hash);
          await makeFolder(dirname(path));
          return path;
        },
      });
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
    removeIfOlder: (hash, before) => removeIfOlder(pathOf(hash), aside, before),
    async tidy(before) {
      await restoreAside(aside, async (file) => pathOf(await hashOf(file)));
      return removeOlder(drafts, before);
    },
    async *list() {
      for (const folder of await readdir(dir).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const hash of await readdir(join(dir, folder))) {
          if (!namePattern.test(hash)) continue;
          const found = await stat(join(dir, folder, hash)).catch(() => null);
          if (found) yield { hash, size: found.size, modifiedAt: found.mtimeMs };
        }
      }
    },
  };
  return store;
}

const missing = (hash: string) => dataProblems.make('missing-blob', { values: { hash } });

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
