import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

/** Who asks. Only a proxy on this machine may say that it asks for another: its own entry is the last one. */
export function visitorAddress(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? '';
  if (!isLoopback(peer)) return peer;
  const forwarded =
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return isIP(forwarded) ? forwarded : peer;
}
