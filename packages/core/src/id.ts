import { createHash, randomFillSync } from 'node:crypto';

/** Chance is drawn for many ids at once: a draw costs more than an id. */
const pool = Buffer.allocUnsafe(16 * 256);
let drawn = pool.length;

/** A UUID version 7 (RFC 9562 §5.7): sorts by the millisecond it was made in, then by chance. */
export function newId(now: number = Date.now()): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const bytes = pool.subarray(drawn, drawn + 16);
  drawn += 16;
  bytes.writeUIntBE(now, 0, 6);
  return toUuid(bytes, 7);
}

/** A UUID version 8 (RFC 9562 §5.8) made from a name: the same name is the same id, also in a second try. */
export const idOf = (name: string): string =>
  toUuid(createHash('sha256').update(name).digest().subarray(0, 16), 8);

function toUuid(bytes: Buffer, version: number): string {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
