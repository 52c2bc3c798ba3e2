import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** One message of the load, once: what was tried, and whether 250 was heard. */
export interface Attempt {
  /** SHA-256 of the bytes, each message's own. */
  hash: string;
  round: number;
  to: string;
  bytes: number;
  acknowledged: boolean;
}

interface Load {
  port: number;
  recipients: readonly string[];
  connections: number;
  round: number;
  /** Called at each 250. */
  onAcknowledged(): void;
}

const smallest = 1024;
const largest = 5 * 1024 * 1024;

/** Sends without a pause on every connection, until the other side is gone. Resolves with every attempt made. */
export async function sendUntilDead({ connections, ...load }: Load): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  await Promise.all(Array.from({ length: connections }, () => sendOn(load, attempts)));
  return attempts;
}

async function sendOn(
  { port, recipients, round, onAcknowledged }: Omit<Load, 'connections'>,
  attempts: Attempt[],
) {
  const socket = connect({ host: '127.0.0.1', port });
  const replies = readReplies(socket);
  const say = async (bytes: string | Buffer): Promise<number> => {
    socket.write(bytes);
    return replies.next();
  };
  try {
    await replies.next();
    await say('EHLO load.test\r\n');
    for (let count = 0; ; count += 1) {
      const to = recipients[count % recipients.length] ?? '';
      const message = makeMessage(to);
      const hash = createHash('sha256').update(message).digest('hex');
      const attempt: Attempt = { hash, round, to, bytes: message.length, acknowledged: false };
      await say('MAIL FROM:<a@x.test>\r\n');
      await say(`RCPT TO:<${to}>\r\n`);
      if ((await say('DATA\r\n')) !== 354) continue;
      attempts.push(attempt);
      socket.write(message);
      attempt.acknowledged = (await say('.\r\n')) === 250;
      if (attempt.acknowledged) onAcknowledged();
    }
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  } finally {
    socket.destroy();
  }
}

class Gone extends Error {}

/** The codes of the replies, one after the other; throws Gone at the end of the connection. */
function readReplies(socket: ReturnType<typeof connect>) {
  let heard = '';
  let gone = false;
  let wake = () => {};
  socket.on('error', () => {});
  socket.on('data', (piece) => {
    heard += piece.toString('latin1');
    wake();
  });
  socket.on('close', () => {
    gone = true;
    wake();
  });
  return {
    async next(): Promise<number> {
      for (;;) {
        const found = /^(?:\d{3}-[^\n]*\n)*(\d{3})[^\n]*\n/.exec(heard);
        if (found) {
          heard = heard.slice(found[0].length);
          return Number(found[1]);
        }
        if (gone) throw new Gone();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** 1 kB to 5 MB, each power of two as likely as the other; no line starts with a dot, so it needs no stuffing. */
function makeMessage(to: string): Buffer {
  const size = Math.round(smallest * (largest / smallest) ** Math.random());
  const id = randomBytes(12).toString('hex');
  const head = `From: a@x.test\r\nTo: ${to}\r\nSubject: Oak ${id}\r\nMessage-ID: <${id}@x.test>\r\n\r\n`;
  const line = `${randomBytes(38).toString('hex')}\r\n`;
  const lines = Math.max(1, Math.ceil((size - head.length) / line.length));
  return Buffer.concat([Buffer.from(head), Buffer.alloc(lines * line.length, line)]);
}
