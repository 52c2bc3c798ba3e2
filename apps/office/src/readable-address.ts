import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Next answers 500 to an address whose percent signs spell no text; taken literally it is one that is not there. */
export function readAddressesLiterally(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = readable(request.url ?? '/');
  });
}

/** The address with a path that can be decoded (RFC 3986 §2.1, UTF-8): as it is, or with each "%" meant as a "%". */
export function readable(address: string): string {
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.replaceAll('%', '%25') + address.slice(path.length);
  }
}
