import { createHash, createPublicKey } from 'node:crypto';

export interface SigningKey {
  /** Made of the key itself, so that two keys can stand in DNS beside each other while one takes over. */
  selector: string;
  /** PEM. */
  privateKey: string;
  /** What its TXT record says. */
  record: string;
}

export function signingKey(privateKey: string): SigningKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const id = createHash('sha256').update(der).digest('hex').slice(0, 8);
  return { selector: `kontor-${id}`, privateKey, record: `v=DKIM1; k=rsa; p=${der.toString('base64')}` };
}
