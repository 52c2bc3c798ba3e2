import type * as Fs from 'node:fs';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBlobStore } from './blob-store.ts';

/** What was asked of the disk, in order: only a power cut loses what was not synced, and a test cannot cut the power. */
const asked = vi.hoisted(() => [] as { what: string; path: string | Promise<string> }[]);

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  const nameOf = (fd: number) => readlink(`/proc/self/fd/${fd}`);
  const noting = (what: string, sync: typeof Fs.fsync) => (fd: number, done: Fs.NoParamCallback) => {
    const path = nameOf(fd);
    // When it is over, not when it is begun.
    void path.then(() =>
      sync(fd, (error) => {
        asked.push({ what, path });
        done(error);
      }),
    );
  };
  const renameSync: typeof Fs.renameSync = (from, to) => {
    asked.push({ what: 'rename', path: String(to) });
    fs.renameSync(from, to);
  };
  const synced = { fsync: noting('fsync', fs.fsync), fdatasync: noting('fdatasync', fs.fdatasync) };
  return { ...fs, ...synced, renameSync };
});

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-on-disk-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function* pieces(): AsyncGenerator<Buffer> {
  for (let count = 0; count < 5; count += 1) yield Buffer.alloc(64 * 1024, count);
}

test.each([
  ['few bytes', () => Buffer.from('few')],
  ['many bytes', pieces],
])(
  '%s: the file is on disk before it gets its name, and the name before anybody is told',
  async (_what, source) => {
    const blobs = createBlobStore({ dir });
    // The folders that it makes are of no interest here, but theirs are synced too.
    const { hash } = await blobs.write(source());
    asked.length = 0;
    await blobs.write(source());
    const steps = await Promise.all(asked.map(async ({ what, path }) => [what, relative(dir, await path)]));
    const folder = hash.slice(0, 2);
    expect(steps).toEqual([
      ['fdatasync', expect.stringMatching(/^drafts\//)],
      ['rename', `${folder}/${hash}`],
      ['fsync', folder],
    ]);
  },
);

test('a new folder is there after a power cut too: the one it is in is synced', async () => {
  asked.length = 0;
  const { hash } = await createBlobStore({ dir }).write(Buffer.from('first'));
  const synced = asked.filter(({ what }) => what === 'fsync').map(({ path }) => path);
  expect(await Promise.all(synced)).toEqual([dir, dir, join(dir, hash.slice(0, 2))]);
});
