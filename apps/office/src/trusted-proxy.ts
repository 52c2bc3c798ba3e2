import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const claims = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-port', 'forwarded'];
const loopback = /^(::ffff:)?127\.|^::1$/;

/** Drops what a request says of its own way here, unless it comes from a proxy on this machine. */
export function believeOnlyOwnProxy(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (loopback.test(request.socket.remoteAddress ?? '')) return;
    for (const name of claims) delete request.headers[name];
  });
}
