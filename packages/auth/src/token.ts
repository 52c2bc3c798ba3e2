import { createHash, randomBytes } from 'node:crypto';

/** A bearer token of 160 bits (ASVS 7.2.3 asks for 128). */
export const newToken = (): string => randomBytes(20).toString('base64url');

/** What is kept of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const looksLikeToken = (text: string): boolean => /^[\w-]{27}$/.test(text);
