import { randomFillSync } from 'node:crypto';

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
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
