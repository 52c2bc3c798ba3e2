import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { type Config, ensureSecret } from '@kontor/config';

export const selector = 'demo2026';

/** The private key (PEM) that the demo's honest senders sign with; made once per data folder. */
export const signingKey = (config: Pick<Config, 'secretsDir'>): string =>
  ensureSecret(config, 'demo-dkim.pem', () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  ).toString('utf8');

/** The DNS record of its public half (RFC 6376 §3.6.1). */
export function publicKeyRecord(config: Pick<Config, 'secretsDir'>): string {
  const key = createPublicKey(signingKey(config)).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=rsa; p=${key.toString('base64')}`;
}
