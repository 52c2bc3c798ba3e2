import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** 32 bytes in base64, in the one spelling that is canonical, and not nothing. */
export const isCanonicalKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text) && !/^A{43}=$/.test(text);

export interface Keys {
  privateKey: string;
  publicKey: string;
}

/** In DER, whose last 32 bytes are the raw key: exporting a fresh key as JWK can deadlock Node. */
export function makeKeys(): Keys {
  const pair = generateKeyPairSync('x25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey: rawOf(pair.privateKey), publicKey: rawOf(pair.publicKey) };
}

/** RFC 8410 §7: what stands before the 32 bytes of an X25519 private key. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

export function publicKeyOf(privateKey: string): string {
  const der = Buffer.concat([pkcs8Head, Buffer.from(privateKey, 'base64')]);
  const key = createPublicKey(createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }) as never);
  return rawOf(key.export({ type: 'spki', format: 'der' }));
}

const rawOf = (der: Buffer): string => der.subarray(-32).toString('base64');
