import { type Config, readSecret } from '@kontor/config';
import { Problem } from '@kontor/core';
import { signingKey } from '@kontor/delivery/signing-key';
import { bad, type Finding, failed, note } from './finding.ts';

/**
 * The record that lets others check our signatures (RFC 6376 §3.6): whoever keeps the domain's DNS has to put it there,
 * in strings of at most 255 characters (RFC 1035 §3.3), which are read as one.
 */
export function lookAtDkim(config: Pick<Config, 'secretsDir'>): Finding {
  try {
    const secret = readSecret(config, 'dkim');
    if (!secret) return note('DKIM', 'no key yet: it is made when mail starts for the first time');
    const { selector, record } = signingKey(secret.toString('utf8'));
    const strings = record.match(/.{1,255}/gs) ?? [];
    const hint = `${selector}._domainkey  TXT  ${strings.map((one) => `"${one}"`).join(' ')}`;
    return { ...note('DKIM', "outgoing mail is signed; this stands in the DNS of the firm's domain:"), hint };
  } catch (error) {
    if (error instanceof Problem) return failed('DKIM', error);
    return bad('DKIM', 'dkim-unreadable', { why: (error as Error).message });
  }
}
