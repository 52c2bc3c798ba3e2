import type { Readable } from 'node:stream';
import type { HeaderField } from './inspect-message.ts';

/**
 * More than an honest way leaves behind. Each may want the whole body hashed in its own fashion: two thousand of them over
 * 25 MB were two minutes of work (RFC 6376 §6.1 lets a verifier stop).
 */
const maxSignatures = 16;

/**
 * The part of a message by which it is authenticated. Where nothing is signed, or so much that nobody looks at it, that is
 * the header section, without those signatures.
 */
export function checkedPart(
  head: Buffer,
  fields: readonly HeaderField[],
  whole: () => Readable | Buffer,
): Readable | Buffer {
  const signed = fields.filter(({ name }) => name === 'dkim-signature' || name.startsWith('arc-'));
  const signatures = signed.filter(({ name }) => name.endsWith('-signature'));
  if (signed.length > 0 && signatures.length <= maxSignatures) return whole();
  const kept = fields.filter((field) => !signed.includes(field));
  return Buffer.concat([...kept.map(({ start, end }) => head.subarray(start, end)), Buffer.from('\r\n')]);
}
