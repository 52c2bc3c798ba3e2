import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The header of a signed call between two parts: `v1 <time> <nonce> <hmac>`, time in ms, the rest base64url. */
export const signatureHeader = 'x-kontor-signature';

const windowMs = 60_000;

export interface Call {
  method: string;
  /** Path with its query, as it stands in the request line. */
  path: string;
  body: Uint8Array | string;
}

/** Signs method, path, body hash, time and nonce with HMAC-SHA-256 (RFC 2104). */
export function signCall(key: Uint8Array, call: Call, now: number): string {
  const nonce = randomBytes(16).toString('base64url');
  return `v1 ${now} ${nonce} ${mac(key, call, String(now), nonce).toString('base64url')}`;
}

/** Remembers nonces for as long as a signature of theirs would still be taken. */
export interface NonceMemory {
  /** False when the nonce was seen before. */
  remember(nonce: string, now: number): boolean;
}

export function nonceMemory(): NonceMemory {
  const seen = new Map<string, number>();
  return {
    remember(nonce, now) {
      for (const [old, at] of seen) {
        if (at >= now - 2 * windowMs) break;
        seen.delete(old);
      }
      if (seen.has(nonce)) return false;
      seen.set(nonce, now);
      return true;
    },
  };
}

export type Verification =
  | { ok: true }
  | { ok: false; why: 'missing' | 'malformed' | 'wrong' | 'stale' | 'replayed' };

/** Checks a signature: constant-time compare, ±60 s of clock, each nonce once. */
export function verifyCall(
  key: Uint8Array,
  call: Call,
  header: string | null | undefined,
  { now, nonces }: { now: number; nonces: NonceMemory },
): Verification {
  if (!header) return { ok: false, why: 'missing' };
  const [, time, nonce, signature] = /^v1 (\d{1,16}) ([\w-]{22}) ([\w-]{43})$/.exec(header) ?? [];
  if (!time || !nonce || !signature) return { ok: false, why: 'malformed' };
  const expected = mac(key, call, time, nonce);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return { ok: false, why: 'wrong' };
  if (Math.abs(now - Number(time)) > windowMs) return { ok: false, why: 'stale' };
  return nonces.remember(nonce, now) ? { ok: true } : { ok: false, why: 'replayed' };
}

function mac(key: Uint8Array, { method, path, body }: Call, time: string, nonce: string): Buffer {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', key)
    .update(['v1', method.toUpperCase(), path, bodyHash, time, nonce].join('\n'))
    .digest();
}
