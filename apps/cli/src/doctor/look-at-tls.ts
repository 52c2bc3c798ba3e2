import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '@kontor/config';
import { bad, type Finding, good, note } from './finding.ts';

const day = 86_400_000;

/** The certificate of the SMTP door: readable, in time, fitting its key and the name the door greets with. */
export function lookAtTls({ smtp: { tls }, mailHostname }: Config, now: number): Finding {
  const subject = 'TLS of mail';
  if (!tls)
    return note(
      subject,
      'a certificate of its own, which is enough to encrypt; KONTOR_TLS_CERT names a real one',
    );
  const usable = readCertificate(tls);
  if (!usable.ok && usable.isOfAnother) return bad(subject, 'key-of-another', tls);
  if (!usable.ok) return bad(subject, 'certificate-unusable', { why: usable.why });
  const { certificate } = usable;
  const left = Math.floor((certificate.validToDate.getTime() - now) / day);
  if (left < 0) return bad(subject, 'certificate-expired', { cert: tls.cert });
  if (certificate.validFromDate.getTime() > now) return bad(subject, 'certificate-early', { cert: tls.cert });
  if (!certificate.checkHost(mailHostname))
    return note(subject, `the certificate is not for ${mailHostname} (KONTOR_MAIL_HOSTNAME)`);
  return left < 14
    ? note(subject, `the certificate expires in ${left} days`)
    : good(subject, `the certificate fits ${mailHostname} and is good for ${left} days`);
}

type Usable = { ok: true; certificate: X509Certificate } | { ok: false; why: string; isOfAnother: boolean };

/** Whether mail could encrypt with it at all; in time or not is another question. */
export function readCertificate({ cert, key }: { cert: string; key: string }): Usable {
  try {
    const certificate = new X509Certificate(readFileSync(cert));
    return certificate.checkPrivateKey(createPrivateKey(readFileSync(key)))
      ? { ok: true, certificate }
      : { ok: false, why: `${key} is not the key of ${cert}`, isOfAnother: true };
  } catch (error) {
    return { ok: false, why: (error as Error).message, isOfAnother: false };
  }
}
