import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Shortest password taken (ASVS 6.2.1); 15 are advised on screen. */
export const minLength = 10;
export const maxLength = 256;

/** argon2id with 19 MiB, two passes, one lane: the library's defaults, equal to an approved row of ASVS 5 appendix C. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/** Compares; without a hash (nobody has that name) it costs the same time and is false. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(20).toString('base64url'));
  const matches = await verify(stored || (await decoy), password).catch(() => false);
  return matches && Boolean(stored);
}

export type PasswordRating = { ok: true } | { ok: false; why: 'too-short' | 'too-long' | 'too-common' };

/** Length and the list of common passwords; no rules of composition (ASVS 6.2.5), taken exactly as typed (6.2.8). */
export async function ratePassword(
  password: string,
  personal: readonly string[] = [],
): Promise<PasswordRating> {
  const length = [...password].length;
  if (length < minLength) return { ok: false, why: 'too-short' };
  if (password.length > maxLength) return { ok: false, why: 'too-long' };
  const plain = password.toLowerCase();
  const { commonPasswords: known } = await import('./common-passwords.ts');
  // "password1234" is as common as "password".
  const stem = plain.replace(/[\d!?.]+$/, '');
  const guessable = known.has(plain) || (stem.length > 3 && known.has(stem)) || new Set(plain).size < 4;
  const own = personal.some(
    (word) => word.length > 3 && plain.includes(word.toLowerCase()) && length < word.length + 6,
  );
  return guessable || own ? { ok: false, why: 'too-common' } : { ok: true };
}
