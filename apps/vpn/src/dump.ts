/** A peer as WireGuard has it. */
export interface LivePeer {
  key: string;
  /** Where it was last heard from; kept on this disk only. */
  endpoint: string | null;
  /** Sorted. */
  allowed: string[];
  /** Milliseconds since 1970. */
  lastHandshake: number | null;
  received: number;
  sent: number;
}

/** What `wg show IF dump` says. Its first line holds the private key and its second column preshared ones: neither is read. */
export function parseDump(text: string): LivePeer[] {
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [key = '', , endpoint = '', allowed = '', handshake = '0', received = '0', sent = '0'] =
        line.split('\t');
      return {
        key,
        endpoint: endpoint === '(none)' ? null : endpoint,
        allowed: allowed === '(none)' ? [] : allowed.split(',').sort(),
        lastHandshake: Number(handshake) > 0 ? Number(handshake) * 1000 : null,
        received: Number(received),
        sent: Number(sent),
      };
    });
}
