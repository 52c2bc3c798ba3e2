import type { SendingContext } from '#sending/context.ts';

/** Bytes of a message's beginning in which its header section is looked for. */
const mostHead = 64 * 1024;

/** The header section of a kept message (RFC 5322 §2.1), with its last line end; what it begins with where none is found. */
export async function headOf({ blobs }: Pick<SendingContext, 'blobs'>, blob: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of blobs.read(blob)) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size >= mostHead) break;
  }
  const start = Buffer.concat(pieces).subarray(0, mostHead);
  const end = start.indexOf('\r\n\r\n');
  return end === -1 ? start : start.subarray(0, end + 2);
}
