import type { Envelope, Peer } from './envelope.ts';
import { endOfField, type HeaderField, isFold } from './inspect-message.ts';

interface Trace {
  envelope: Envelope;
  /** The recipient this copy is for. */
  recipient: string;
  peer: Peer;
  hostname: string;
  id: string;
  now: number;
  authentication: string;
}

/** The header lines we add in front of a delivery: Return-Path, the verdict, Received (RFC 5321 §4.4). */
export function buildPrefix({ envelope, recipient, peer, hostname, id, now, authentication }: Trace): string {
  const date = new Date(now).toUTCString().replace('GMT', '+0000');
  return [
    `Return-Path: <${plain(envelope.mailFrom)}>\r\n`,
    authentication.replace(/\r?\n?$/, '\r\n'),
    `Received: from ${plain(peer.helo) || 'unknown'} (${plain(addressLiteral(peer.ip))})\r\n`,
    `\tby ${hostname} (Kontor) with ${peer.protocol} id ${id}\r\n`,
    `\tfor <${plain(recipient)}>; ${date}\r\n`,
  ].join('');
}

/** RFC 5321 §4.1.3. */
const addressLiteral = (ip: string): string => (ip.includes(':') ? `[IPv6:${ip}]` : `[${ip}]`);

/** What the peer said, without anything that could end or fold a header line. */
const plain = (text: string): string => text.replace(/[\p{Cc}<>()]/gu, '').slice(0, 320);

/**
 * Ranges of the message that claim to be ours and are not: Authentication-Results with our authserv-id (RFC 8601 §5),
 * Return-Path, and lines that would continue the last of our own because they begin with white space.
 */
export function forgedRanges(
  head: Buffer,
  fields: readonly HeaderField[],
  hostname: string,
): [number, number][] {
  const loose = endOfField(head, 0);
  const forged = fields.filter((field) => isForged(field, hostname)).map(({ start, end }) => [start, end]);
  const ranges = forged as [number, number][];
  return isFold(head, 0) ? [[0, loose], ...ranges.filter(([start]) => start >= loose)] : ranges;
}

const isForged = ({ name, value }: HeaderField, hostname: string): boolean =>
  name === 'return-path' ||
  (name === 'authentication-results' && authservIdOf(value) === hostname.toLowerCase());

/** What a result says it is from, in lower case; comments, quotes and a last dot make no difference (RFC 8601 §2.2). */
function authservIdOf(value: string): string {
  const rest = value.slice(endOfComments(value));
  const quoted = /^"((?:[^"\\]|\\.)*)/.exec(rest)?.[1]?.replace(/\\(.)/g, '$1');
  const [token = ''] = rest.split(/[\s;/(]/, 1);
  return (quoted ?? token).trim().replace(/\.$/, '').toLowerCase();
}

/** Position after the comments and white space at the start; comments nest (RFC 5322 §3.2.2). */
function endOfComments(value: string): number {
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? '';
    if (letter === '(') depth += 1;
    else if (depth === 0 && !/\s/.test(letter)) return at;
    else if (letter === ')') depth -= 1;
    else if (letter === '\\') at += 1;
  }
  return value.length;
}

/** Servers the message has come through (RFC 5321 §6.3: a loop shows as too many). */
export const countReceived = (fields: readonly HeaderField[]): number =>
  fields.filter(({ name }) => name === 'received').length;
