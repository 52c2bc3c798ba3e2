import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type Config, ensureSecret, readSecret } from '@kontor/config';
import { type Carrier, type SigningKey, signingKey, sinkCarrier } from '@kontor/delivery';
import type { Office } from '@kontor/suite';
import { mxCarrier } from './mx-carrier.ts';
import { smarthostCarrier } from './smarthost-carrier.ts';
import { startWorker, type Worker } from './worker.ts';

/** Begins to send what this office has to send. */
export async function openOutbound(office: Office): Promise<Worker> {
  const key = await dkimKey(office.config);
  return startWorker({ office, carrier: carrierOf(office), key });
}

function carrierOf(office: Office): Carrier {
  const { config, resolve, hostname } = office;
  const { outbound } = config;
  if (outbound.kind === 'sink') return sinkCarrier(office);
  if (outbound.kind === 'smarthost') return smarthostCarrier({ smarthost: outbound.smarthost, hostname });
  return mxCarrier({ resolve, hostname, allowPrivate: outbound.allowPrivate });
}

/** The firm's key: made once, and read by this part alone. RSA, because not everybody checks the others yet (RFC 8301). */
export async function dkimKey(config: Pick<Config, 'secretsDir'>): Promise<SigningKey> {
  const kept = readSecret(config, 'dkim');
  const made = kept ? '' : await makeKey();
  // Another process may have been first; then its own counts.
  return signingKey((kept ?? ensureSecret(config, 'dkim', () => made)).toString('utf8'));
}

async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
