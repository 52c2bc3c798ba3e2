/**
 * What a device needs beside its private key. This file knows nothing of Node: the browser that made the key writes the
 * file too, and the key stays there.
 */
export interface Tunnel {
  addresses: string[];
  dns: string[];
  serverKey: string;
  /** host:port */
  endpoint: string;
  /** What goes through the tunnel. */
  routes: string[];
}

/** The file that every WireGuard program reads. No name of anybody stands in it: nothing typed can add a line. */
export function configuration(tunnel: Tunnel, privateKey: string): string {
  const { addresses, dns, serverKey, endpoint, routes } = tunnel;
  const lines = [
    '[Interface]',
    `PrivateKey = ${privateKey}`,
    `Address = ${addresses.map((ip) => `${ip}/${ip.includes(':') ? 128 : 32}`).join(', ')}`,
    ...(dns.length > 0 ? [`DNS = ${dns.join(', ')}`] : []),
    '',
    '[Peer]',
    `PublicKey = ${serverKey}`,
    `AllowedIPs = ${routes.join(', ')}`,
    `Endpoint = ${endpoint}`,
    // A device behind a router stays reachable, and its state is true.
    'PersistentKeepalive = 25',
  ];
  const broken = lines.find((line) => /[^\x20-\x7e]/.test(line));
  if (broken !== undefined)
    throw new Error('a value of the configuration holds what may not stand in one line');
  return `${lines.join('\n')}\n`;
}

/** wg-quick names the interface after the file, and an interface's name has 15 characters at most. */
export function fileName(device: string): string {
  const plain = device
    .normalize('NFKD')
    // Accents parted from their letters, and apostrophes.
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 15)
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${plain || 'tunnel'}.conf`;
}
