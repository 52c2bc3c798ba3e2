import { readFileSync } from 'node:fs';
import { type Config, ensureSecret, readSecret } from '@kontor/config';
import selfsigned from 'selfsigned';

/** The certificate for STARTTLS: the configured one, or a self-signed one made once. Opportunistic TLS checks no name. */
export function mailCertificate(config: Config): { cert: string; key: string } {
  const { tls } = config.smtp;
  if (tls) return { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
  const kept = readSecret(config, 'mail-tls');
  const pem = kept ?? ensureSecret(config, 'mail-tls', () => selfSigned(config.mailHostname));
  return JSON.parse(pem.toString('utf8')) as { cert: string; key: string };
}

/** Certificate and key in one secret, so that two processes never mix theirs. */
function selfSigned(name: string): string {
  const { cert, private: key } = selfsigned.generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    days: 3650,
  });
  return JSON.stringify({ cert, key });
}
