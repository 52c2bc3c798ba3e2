import type { Envelope, Peer } from './envelope.ts';
import { type HeaderField, headerFields } from './inspect-message.ts';

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
 * Ranges of the message that claim to be ours and are not: Authentication-Results with our authserv-id (RFC 8601 §5) and
 * any Return-Path (RFC 5321 §4.4: only the delivering server writes it).
 */
export function forgedRanges(head: Buffer, hostname: string): [number, number][] {
  return headerFields(head)
    .filter((field) => isForged(field, hostname))
    .map(({ start, end }) => [start, end]);
}

function isForged({ name, value }: HeaderField, hostname: string): boolean {
  if (name === 'return-path') return true;
  if (name !== 'authentication-results') return false;
  // Comments may stand before the authserv-id; a quoted one means the same.
  const [id = ''] = value
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .replace(/^"|"(?=[\s;]|$)/g, '')
    .split(/[\s;/]/);
  return id.toLowerCase() === hostname.toLowerCase();
}

/** Servers the message has come through (RFC 5321 §6.3: a loop shows as too many). */
export const countReceived = (head: Buffer): number =>
  headerFields(head).filter(({ name }) => name === 'received').length;
