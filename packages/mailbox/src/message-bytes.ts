import { Readable } from 'node:stream';
import type { BlobStore } from '@kontor/data';

export interface StoredBytes {
  blob: string;
  prefix: string;
  /** [start, end) of the blob, ascending. */
  dropped: [number, number][];
}

/** The message as a reader sees it: our header lines, then the wire's bytes without what was dropped. */
export function messageBytes(blobs: BlobStore, { blob, prefix, dropped }: StoredBytes): Readable {
  return Readable.from(pieces(blobs.read(blob), prefix, dropped), { objectMode: false });
}

async function* pieces(bytes: Readable, prefix: string, dropped: [number, number][]): AsyncGenerator<Buffer> {
  yield Buffer.from(prefix, 'utf8');
  let position = 0;
  for await (const chunk of bytes) {
    yield* keep(chunk as Buffer, position, dropped);
    position += (chunk as Buffer).length;
  }
}

function* keep(chunk: Buffer, position: number, dropped: [number, number][]): Generator<Buffer> {
  let from = 0;
  for (const [start, end] of dropped) {
    const first = Math.min(Math.max(start - position, from), chunk.length);
    const last = Math.min(Math.max(end - position, first), chunk.length);
    if (first > from) yield chunk.subarray(from, first);
    from = Math.max(from, last);
  }
  if (from < chunk.length) yield chunk.subarray(from);
}

/** Size in bytes of what `messageBytes` yields. */
export const sizeOf = (blobSize: number, prefix: string, dropped: [number, number][]): number =>
  Buffer.byteLength(prefix) + blobSize - dropped.reduce((sum, [start, end]) => sum + end - start, 0);
