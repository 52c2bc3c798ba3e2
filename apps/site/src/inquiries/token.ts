import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Sooner than this no person has read the form and written a question. */
export const soonestMs = 3_000;
const oldestMs = 24 * 3_600_000;

const mac = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(`form ${text}`).digest().subarray(0, 18);

/** What a form carries to tell when it was made, by us: `time.nonce.hmac`. */
export function makeToken(key: Uint8Array, now: number): string {
  const text = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${mac(key, text).toString('base64url')}`;
}

export type TokenState = 'good' | 'too-soon' | 'stale';

/** A token that is not ours is as good as an old one: the form is shown again with what was typed. */
export function checkToken(key: Uint8Array, token: string, now: number): TokenState {
  const [, text, time, given] = /^(([0-9a-z]{1,12})\.[\w-]{16})\.([\w-]{24})$/.exec(token) ?? [];
  if (!text || !time || !given) return 'stale';
  if (!timingSafeEqual(mac(key, text), Buffer.from(given, 'base64url'))) return 'stale';
  const age = now - Number.parseInt(time, 36);
  if (age > oldestMs || age < -60_000) return 'stale';
  return age < soonestMs ? 'too-soon' : 'good';
}
