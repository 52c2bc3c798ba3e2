import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BlobStore, createBlobStore } from './blob-store.ts';

let dir: string;
let blobs: BlobStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-blobs-'));
  blobs = createBlobStore({ dir });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('bytes come back as they were, named by their SHA-256', async () => {
  const bytes = randomBytes(300_000);
  const { hash, size } = await blobs.write(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
  expect({ hash, size }).toEqual({
    hash: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  });
  expect(await buffer(blobs.read(hash))).toEqual(bytes);
  expect(await blobs.readAll(hash)).toEqual(bytes);
});

test('a damaged blob is told, whole or streamed', async () => {
  const { hash } = await blobs.write(Buffer.from('as it came'));
  await writeFile(join(dir, hash.slice(0, 2), hash), 'something else');
  await expect(blobs.readAll(hash)).rejects.toMatchObject({ code: 'data.corrupt-blob' });
  await expect(buffer(blobs.read(hash))).rejects.toMatchObject({ code: 'data.corrupt-blob' });
});

test('a missing blob is told', async () => {
  await expect(blobs.readAll('0'.repeat(64))).rejects.toMatchObject({ code: 'data.missing-blob' });
});

test('a source that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half of');
      throw new Error('the line went dead');
    })(),
  );
  await expect(blobs.write(broken)).rejects.toThrow('the line went dead');
  expect(await readdir(join(dir, 'drafts'))).toEqual([]);
});

test('staged bytes are no part of the store until they are committed', async () => {
  const staged = await blobs.stage(Buffer.from('maybe'));
  expect(await blobs.has(staged.hash)).toBe(false);
  await staged.commit();
  expect(await blobs.has(staged.hash)).toBe(true);
});

test('who tidies up while others look whether a blob is old enough to go takes none away', async () => {
  for (let round = 0; round < 200; round += 1) {
    const { hash } = await blobs.write(Buffer.from(`race ${round}`));
    const removed = await Promise.all([
      ...[0, 0].map((before) => blobs.removeIfOlder(hash, before)),
      ...[0, 0].map((before) => blobs.tidy(before)),
    ]);
    expect([removed, await blobs.has(hash)]).toEqual([[false, false, 0, 0], true]);
  }
  expect(await readdir(join(dir, 'aside'))).toEqual([]);
});
