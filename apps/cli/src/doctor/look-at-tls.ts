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
  try {
    const certificate = new X509Certificate(readFileSync(tls.cert));
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(tls.key))))
      return bad(subject, `${tls.key} is not the key of ${tls.cert}`, 'Give the two that belong together.');
    const left = Math.floor((certificate.validToDate.getTime() - now) / day);
    if (left < 0) return bad(subject, `${tls.cert} has expired`, 'Renew it, then start Kontor again.');
    if (certificate.validFromDate.getTime() > now)
      return bad(subject, `${tls.cert} is not valid yet`, "Check this machine's clock.");
    if (!certificate.checkHost(mailHostname))
      return note(subject, `the certificate is not for ${mailHostname} (KONTOR_MAIL_HOSTNAME)`);
    return left < 14
      ? note(subject, `the certificate expires in ${left} days`)
      : good(subject, `the certificate fits ${mailHostname} and is good for ${left} days`);
  } catch (error) {
    return bad(subject, `certificate or key cannot be used: ${(error as Error).message}`, 'Give PEM files.');
  }
}
