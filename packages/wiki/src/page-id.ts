import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten letters, none mistaken for another, for an address that can be read out: 50 bits. */
export const newPageId = (): string => Array.from(randomBytes(10), (byte) => letters[byte % 32]).join('');
