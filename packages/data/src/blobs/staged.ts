import { createHash } from 'node:crypto';
import { createReadStream, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createDraft, type Draft, moveFile } from './disk.ts';

export interface Stored {
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** Bytes. */
  size: number;
}

/** Bytes, whole or in chunks. */
export type BlobSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes that were taken in but are not yet part of the store. */
export interface Staged extends Stored {
  /** All of them, while they are few; null when they lie in a file. */
  readonly whole: Buffer | null;
  /** May be called at any time; waits for a commit that is under way. */
  read(): Readable;
  /** Makes them part of the store, durably (fsync of file and folder). */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Bytes up to this size are gathered in memory and written by one call. */
const heldBytes = 128 * 1024;

interface Places {
  /** A name of its own outside the store. */
  draft: string;
  /** The final name, its folder made. */
  placeOf(hash: string): Promise<string>;
}

/** Reads the source to its end. Leaves nothing behind when it throws. */
export async function stageBytes(source: BlobSource, { draft, placeOf }: Places): Promise<Staged> {
  const digest = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      digest.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  const file = createDraft(draft);
  const { whole, more } = await gather(counted()).catch((error: unknown) => giveUp(file, error));
  if (more) await file.writeStream(more);
  const hash = digest.digest('hex');
  let place = Promise.resolve(draft);

  const move = async (): Promise<string> => {
    const final = await placeOf(hash);
    if (whole) await file.writeWhole(whole);
    await moveFile(draft, final);
    return final;
  };
  return {
    hash,
    size,
    whole,
    read: () => Readable.from(whole ? [whole] : bytesAt(() => place)),
    async commit() {
      const moved = move();
      place = moved.catch(() => draft);
      await moved;
    },
    discard: () => file.remove(),
  };
}

async function giveUp(file: Draft, error: unknown): Promise<never> {
  await file.remove();
  throw error;
}

async function* bytesAt(place: () => Promise<string>): AsyncGenerator<Uint8Array> {
  // Opened at once: an open file may be renamed.
  yield* createReadStream('', { fd: openSync(await place(), 'r') });
}

type Gathered = { whole: Buffer; more: null } | { whole: null; more: AsyncGenerator<Uint8Array> };

/** The chunks as one, while they are few; otherwise as they come. */
async function gather(chunks: AsyncGenerator<Uint8Array>): Promise<Gathered> {
  const held: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { whole: Buffer.concat(held, size), more: null };
    held.push(value);
    size += value.byteLength;
    if (size > heldBytes) return { whole: null, more: joined(held, chunks) };
  }
}

async function* joined(
  first: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* rest;
}
