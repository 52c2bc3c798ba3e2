import { createSocket } from 'node:dgram';
import { type Answer, decode, encode } from 'dns-packet';

export interface DnsServer {
  /** "127.0.0.1:port" */
  address: string;
  stop(): void;
}

/** A DNS server of our own: TXT records from a table, "no such name" for the rest. */
export async function startDns(texts: Record<string, string>): Promise<DnsServer> {
  const socket = createSocket('udp4');
  socket.on('message', (packet, peer) => {
    const query = decode(packet);
    const question = query.questions?.[0];
    if (!question || query.id === undefined) return;
    const { name, type } = question;
    const text = type === 'TXT' ? texts[name.toLowerCase()] : undefined;
    const answers: Answer[] = text ? [{ name, type: 'TXT', ttl: 60, data: text }] : [];
    const noSuchName = 3;
    const flags = answers.length > 0 ? 0 : noSuchName;
    socket.send(
      encode({ type: 'response', id: query.id, flags, questions: [question], answers }),
      peer.port,
      peer.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() };
}
