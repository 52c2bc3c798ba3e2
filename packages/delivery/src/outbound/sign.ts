import type { Readable } from 'node:stream';
import { dkimSign } from 'mailauth';
import type { SigningKey } from './signing-key.ts';

/** The DKIM-Signature line (RFC 6376) of a message from this domain, CRLF-ended. */
export async function signMessage(
  message: Readable | Buffer,
  { key, domain, now }: { key: SigningKey; domain: string; now: number },
): Promise<string> {
  const signer = { signingDomain: domain, selector: key.selector, privateKey: key.privateKey };
  const { signatures, errors } = await dkimSign(message, {
    canonicalization: 'relaxed/relaxed',
    algorithm: 'rsa-sha256',
    signTime: new Date(now),
    strict: true,
    ...signer,
    // Without this list nothing is signed, and nothing said.
    signatureData: [signer],
  });
  if (!signatures) throw new Error('the message was not signed', { cause: errors?.[0]?.err });
  return signatures;
}
