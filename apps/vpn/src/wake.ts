import { createSocket } from 'node:dgram';
import type { DesiredPeer } from '@kontor/tunnels/wire';

/** RFC 863: nobody answers there. The packet is only there to make WireGuard begin a handshake. */
const discard = 9;

/** After a restart the other side would wait for its session to time out; a handshake from here ends that at once. */
export function wake(peers: readonly DesiredPeer[]): void {
  for (const { addresses } of peers) {
    const [ip] = addresses;
    if (!ip) continue;
    const socket = createSocket(ip.includes(':') ? 'udp6' : 'udp4');
    const close = (): void => void socket.close();
    socket.once('error', close);
    socket.send('', discard, ip, close);
  }
}
