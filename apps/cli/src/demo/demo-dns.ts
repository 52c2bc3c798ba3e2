import { createSocket } from 'node:dgram';
import type { Config } from '@kontor/config';
import { type Answer, decode, encode, type Packet, type Question } from 'dns-packet';
import { publicKeyRecord, selector } from './dkim-key.ts';
import { sendingDomains } from './senders.ts';

export interface DemoDns {
  /** "127.0.0.1:port" */
  address: string;
  close(): Promise<void>;
}

const noSuchName = 3;

/**
 * The internet's DNS as the demo knows it: mail records of its senders, and at once "no such name" for all else. It
 * listens on loopback only and asks nobody.
 */
export async function startDemoDns(config: Pick<Config, 'secretsDir'>): Promise<DemoDns> {
  const records = recordsOf(publicKeyRecord(config));
  const socket = createSocket('udp4');
  socket.on('message', (packet, peer) => {
    const reply = answerTo(packet, records);
    if (reply) socket.send(reply, peer.port, peer.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

type Records = Map<string, Answer[]>;

function recordsOf(key: string): Records {
  const records: Records = new Map();
  const add = (answer: Answer) =>
    records.set(answer.name, [...(records.get(answer.name) ?? []), { ttl: 60, ...answer } as Answer]);
  const text = (name: string, data: string) => add({ type: 'TXT', name, data: pieces(data) });
  for (const [name, { spf, signs, dmarc }] of Object.entries(sendingDomains)) {
    add({ type: 'A', name, data: '127.0.0.1' });
    add({ type: 'MX', name, data: { preference: 10, exchange: `mx.${name}` } });
    add({ type: 'A', name: `mx.${name}`, data: '127.0.0.1' });
    if (spf) text(name, `v=spf1 ip4:${spf === 'here' ? '127.0.0.1' : '192.0.2.25'} -all`);
    if (signs) text(`${selector}._domainkey.${name}`, key);
    if (dmarc) text(`_dmarc.${name}`, `v=DMARC1; p=${dmarc}`);
  }
  return records;
}

/** RFC 1035 §3.3.14: a text record is made of strings of at most 255 bytes. */
const pieces = (text: string): string[] => text.match(/.{1,255}/g) ?? [];

function answerTo(packet: Buffer, records: Records): Buffer | null {
  const query = read(packet);
  const question: Question | undefined = query?.questions?.[0];
  if (!query || !question || query.id === undefined) return null;
  const known = records.get(question.name.toLowerCase());
  const answers = (known ?? []).filter(({ type }) => type === question.type);
  return encode({
    type: 'response',
    id: query.id,
    flags: known ? 0 : noSuchName,
    questions: [question],
    answers,
  });
}

function read(packet: Buffer): Packet | null {
  try {
    return decode(packet);
  } catch {
    return null;
  }
}
