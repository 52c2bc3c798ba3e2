import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@kontor/core';
import { type BlobStore, createBlobStore, createClaims } from '@kontor/data';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { marksCollection, messagesCollection, placementsCollection } from './collections.ts';
import { draftsCollection, uploadsCollection } from './drafts/collections.ts';
import { restoreDraftOps } from './drafts/draft.ts';
import { flagsOf } from './place-message.ts';
import { sweepBlobs, sweepIfDue } from './sweep-blobs.ts';

const hour = 60 * 60 * 1000;
const clock: Clock = { now: () => Date.now() };

describe.each(testEngines())('the sweep on %s', (engine) => {
  let database: TestDatabase;
  let dir: string;
  let blobs: BlobStore;
  beforeAll(async () => {
    const collections = [
      marksCollection,
      messagesCollection,
      placementsCollection,
      draftsCollection,
      uploadsCollection,
    ];
    database = await openTestDatabase({ engine, collections });
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kontor-sweep-'));
    blobs = createBlobStore({ dir });
    return () => rm(dir, { recursive: true, force: true });
  });

  const pathOf = (hash: string) => join(dir, hash.slice(0, 2), hash);
  const age = async (path: string, hours: number) => {
    const then = new Date(Date.now() - hours * hour);
    await utimes(path, then, then);
  };
  async function blobOf(text: string, hours: number): Promise<string> {
    const { hash } = await blobs.write(Buffer.from(text));
    await age(pathOf(hash), hours);
    return hash;
  }
  const message = (id: string, blob: string) => {
    const required = { mailbox: 'm', prefix: '', size: 1, internalDate: 1, thread: id };
    return database.bulk.write([{ op: 'insert', into: 'messages', rows: [{ id, blob, ...required }] }]);
  };
  const place = (id: string, expunged = false) => {
    const row = { id: `place-${id}`, mailbox: 'm', message: id, thread: id, date: 1, ...flagsOf(), expunged };
    const scope = { folder: 'inbox' };
    return database.bulk.write([
      { op: 'append', into: 'placements', scope, numbers: ['uid', 'modseq'], rows: [row] },
    ]);
  };
  const sweep = (store = blobs) => sweepBlobs({ bulk: database.bulk, blobs: store, clock });
  const isThere = async (id: string) => (await database.bulk.count('messages', { id })) === 1;

  test('leaves what somebody else still needs', async () => {
    const [queued, orphan] = [await blobOf('to be sent', 500), await blobOf('nobody wants it', 500)];
    await sweepBlobs({ bulk: database.bulk, blobs, clock, heldBlobs: async () => new Set([queued]) });
    expect([await blobs.has(queued), await blobs.has(orphan)]).toEqual([true, false]);
  });

  test('removes what nothing points at after a day, and nothing else', async () => {
    const [orphan, young, used, shared] = [
      await blobOf('orphan', 25),
      await blobOf('young', 23),
      await blobOf('used', 500),
      await blobOf('shared', 500),
    ];
    await message('keeps', used);
    await place('keeps');
    for (const id of ['shares', 'shared-and-gone']) await message(id, shared);
    await place('shares');
    await place('shared-and-gone', true);
    expect(await sweep()).toEqual({ blobs: 1, messages: 1, drafts: 0 });
    expect(await Promise.all([orphan, young, used, shared].map(blobs.has))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(await Promise.all(['keeps', 'shares', 'shared-and-gone'].map(isThere))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('leaves what a draft carries, and for a day what it carried before', async () => {
    const attach = (id: string, blob: string, removedAt: number | null, draft = 'd') => {
      const row = {
        id,
        draft,
        blob,
        filename: 'plan.pdf',
        type: 'application/pdf',
        size: 1,
        at: 1,
        removedAt,
      };
      return database.bulk.write([{ op: 'insert', into: 'uploads', rows: [row] }]);
    };
    const [carried, sentJustNow, longGone] = [
      await blobOf('carried', 500),
      await blobOf('sent just now', 500),
      await blobOf('long gone', 500),
    ];
    await attach('carried', carried, null);
    await attach('sent-just-now', sentJustNow, Date.now() - hour);
    await attach('long-gone', longGone, Date.now() - 25 * hour);
    expect(await sweep()).toMatchObject({ blobs: 1, messages: 0 });
    expect(await Promise.all([carried, sentJustNow, longGone].map(blobs.has))).toEqual([true, true, false]);
    await database.bulk.write([{ op: 'delete', in: 'uploads', where: { draft: 'd' } }]);
  });

  test('files of a draft that is gone go with it, a day apart, and come back with it until then', async () => {
    const letter = { mailbox: 'm', author: 'anna', to: [], cc: [], bcc: [], subject: 'Oak', text: '' };
    const links = { answers: null, forwards: null, inReplyTo: null, references: [] };
    const draft = { id: 'undone', version: 1, ...letter, ...links };
    const [undone, gone] = [await blobOf('undone', 500), await blobOf('gone', 500)];
    const shown = { type: 'text/plain', size: 1 };
    const upload = (id: string, blob: string) => ({
      ...{ id, draft: id, blob, filename: `${id}.txt`, ...shown, at: 1, removedAt: null },
    });
    const rows = [upload('undone', undone), upload('gone', gone)];
    await database.bulk.write([{ op: 'insert', into: 'uploads', rows }]);
    await sweep();
    expect(await Promise.all([undone, gone].map(blobs.has))).toEqual([true, true]);
    const attachments = [{ id: 'undone', blob: undone, filename: 'undone.txt', ...shown }];
    const from = { name: '', address: '' };
    await database.bulk.write(restoreDraftOps({ ...draft, from, attachments }, Date.now()));
    // A day later.
    const later = { now: () => Date.now() + 25 * hour };
    await sweepBlobs({ bulk: database.bulk, blobs, clock: later });
    expect(await Promise.all([undone, gone].map(blobs.has))).toEqual([true, false]);
    expect(await database.bulk.count('uploads', { draft: 'undone', removedAt: null })).toBe(1);
  });

  test('takes what was deleted for good, what a dead delivery left, and its marks; tombstones stay', async () => {
    for (const id of ['deleted', 'never-placed']) await message(id, await blobOf(id, 25));
    await message('under-way', await blobOf('under-way', 1));
    await place('deleted', true);
    const mark = {
      id: 'anna:deleted',
      person: 'anna',
      folder: 'f',
      placement: 'deleted',
      message: 'deleted',
    };
    await database.bulk.write([{ op: 'insert', into: 'marks', rows: [mark] }]);
    expect(await sweep()).toEqual({ blobs: 2, messages: 2, drafts: 0 });
    expect(await Promise.all(['deleted', 'never-placed', 'under-way'].map(isThere))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await database.bulk.count('marks', {})).toBe(0);
    expect(await database.bulk.count('placements', { message: 'deleted', expunged: true })).toBe(1);
  });

  test('leaves alone what others than mail point at', async () => {
    const [theirs, orphan] = [await blobOf('theirs', 500), await blobOf('nobody’s', 500)];
    const heldBlobs = async (hashes: readonly string[]) => new Set(hashes.filter((hash) => hash === theirs));
    const swept = await sweepBlobs({ bulk: database.bulk, blobs, clock, heldBlobs });
    expect(swept).toEqual({ blobs: 1, messages: 0, drafts: 0 });
    expect(await Promise.all([theirs, orphan].map(blobs.has))).toEqual([true, false]);
    await blobs.removeIfOlder(theirs, Date.now());
  });

  test('clears up after a writer and a sweep that died', async () => {
    const hash = await blobOf('taken aside', 1);
    await mkdir(join(dir, 'aside'));
    await rename(pathOf(hash), join(dir, 'aside', 'x'));
    await mkdir(join(dir, 'drafts'), { recursive: true });
    for (const [name, hours] of [
      ['dead', 30],
      ['alive', 1],
    ] as const) {
      await writeFile(join(dir, 'drafts', name), 'half');
      await age(join(dir, 'drafts', name), hours);
    }
    expect(await sweep()).toEqual({ blobs: 0, messages: 0, drafts: 1 });
    expect((await blobs.readAll(hash)).toString()).toBe('taken aside');
    expect(await readdir(join(dir, 'drafts'))).toEqual(['alive']);
  });

  test('a delivery of the same bytes, at the worst moment, keeps its blob and its row', async () => {
    const hash = await blobOf('the same bytes', 48);
    await message('keyed', hash);
    const deliveringNow: BlobStore = {
      ...blobs,
      async removeIfOlder(which, before) {
        // The sweep has found nothing that points at it; now it is written again, and its row is thought to be there.
        await blobs.write(Buffer.from('the same bytes'));
        return blobs.removeIfOlder(which, before);
      },
    };
    expect(await sweep(deliveringNow)).toEqual({ blobs: 0, messages: 0, drafts: 0 });
    expect((await blobs.readAll(hash)).toString()).toBe('the same bytes');
    expect(await isThere('keyed')).toBe(true);
    await database.bulk.write([{ op: 'delete', in: 'messages', where: { id: 'keyed' } }]);
  });

  test('of deliveries and sweeps of the same bytes at once none leaves a message without its blob', async () => {
    for (let round = 0; round < 100; round += 1) {
      const text = `race ${round}`;
      await blobOf(text, 48);
      const deliver = async () => {
        const { hash } = await blobs.write(Buffer.from(text));
        await message(text, hash);
        await place(text);
        return hash;
      };
      const [hash] = await Promise.all([deliver(), sweep(), sweep()]);
      expect((await blobs.readAll(hash)).toString()).toBe(text);
      expect(await isThere(text)).toBe(true);
    }
  });

  test('is done by one of those who try, once a day', async () => {
    let now = Date.now();
    const today: Clock = { now: () => now };
    const { bulk } = database;
    const attempt = () =>
      sweepIfDue({ bulk, blobs, clock: today, claims: createClaims({ bulk, clock: today }) });
    const count = async () => (await Promise.all([attempt(), attempt(), attempt()])).filter(Boolean).length;
    expect(await count()).toBe(1);
    now += 23 * hour;
    expect(await count()).toBe(0);
    now += 2 * hour;
    expect(await count()).toBe(1);
  });
});
