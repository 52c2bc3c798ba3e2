import { readFileSync } from 'node:fs';
import { type Config, ensureSecret, readSecret } from '@kontor/config';

/** The certificate for STARTTLS: the configured one, or a self-signed one made once. Opportunistic TLS checks no name. */
export async function mailCertificate(config: Config): Promise<{ cert: string; key: string }> {
  const { tls } = config.smtp;
  if (tls) return { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
  const kept = readSecret(config, 'mail-tls');
  const made = kept ? '' : await selfSigned(config.mailHostname);
  // Another process may have been first; then its own counts.
  const pem = kept ?? ensureSecret(config, 'mail-tls', () => made);
  return JSON.parse(pem.toString('utf8')) as { cert: string; key: string };
}

/** Certificate and key in one secret, so that two processes never mix theirs. */
async function selfSigned(name: string): Promise<string> {
  // Loaded once in the life of a data folder.
  const { default: selfsigned } = await import('selfsigned');
  const { cert, private: key } = selfsigned.generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    days: 3650,
  });
  return JSON.stringify({ cert, key });
}
