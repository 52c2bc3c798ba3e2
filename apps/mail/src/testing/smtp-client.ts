import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** One conversation, line by line. */
export interface SmtpClient {
  readonly socket: Socket;
  /** Writes bytes as they are, without waiting. */
  write(bytes: string | Buffer): void;
  /** The next reply, all of its lines; fails after 20 s or when the server hangs up first. */
  reply(): Promise<string>;
  /** Writes a line and waits for the reply to it. */
  say(line: string): Promise<string>;
  /** EHLO, MAIL, RCPT and DATA, up to the 354. */
  begin(to?: string): Promise<void>;
  /** A whole message, dot-stuffed and ended; the reply to it. */
  send(message: string): Promise<string>;
  /** The same conversation inside TLS, after a 220 to STARTTLS. */
  secure(): Promise<SmtpClient>;
  /** Resolves when the server has ended the connection. */
  ended(): Promise<void>;
}

const patienceMs = 60_000;

export async function openClient(port: number): Promise<SmtpClient> {
  const client = talkOn(connect({ host: '127.0.0.1', port }));
  await client.reply();
  return client;
}

function talkOn(socket: Socket): SmtpClient {
  const replies: string[] = [];
  let heard = '';
  let isOver = false;
  let wake = () => {};
  socket.on('error', () => undefined);
  socket.on('data', (piece) => {
    heard += piece.toString('latin1');
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(heard)?.[0];
      if (!whole) break;
      heard = heard.slice(whole.length);
      replies.push(whole.trimEnd());
    }
    wake();
  });
  socket.on('close', () => {
    isOver = true;
    wake();
  });
  const until = async (met: () => boolean): Promise<void> => {
    const deadline = setTimeout(() => socket.destroy(new Error('too late')), patienceMs);
    while (!met() && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    clearTimeout(deadline);
  };
  const client: SmtpClient = {
    socket,
    write: (bytes) => void socket.write(bytes),
    async reply() {
      await until(() => replies.length > 0);
      const reply = replies.shift();
      if (reply === undefined) throw new Error(`the server hung up after ${JSON.stringify(heard)}`);
      return reply;
    },
    say(line) {
      socket.write(`${line}\r\n`);
      return client.reply();
    },
    async begin(to = 'hello@y.test') {
      const lines = ['EHLO client.test', 'MAIL FROM:<a@x.test>', `RCPT TO:<${to}>`, 'DATA'];
      for (const line of lines) {
        const reply = await client.say(line);
        if (!/^[23]/.test(reply)) throw new Error(`${line}: ${reply}`);
      }
    },
    async send(message) {
      await client.begin();
      const stuffed = message.replace(/^\./gm, '..');
      return client.say(stuffed.endsWith('\r\n') ? `${stuffed}.` : `${stuffed}\r\n.`);
    },
    async secure() {
      socket.removeAllListeners('data');
      const inside = connectTls({ socket, rejectUnauthorized: false });
      await new Promise((resolve, reject) => {
        inside.once('secureConnect', resolve).once('error', reject);
      });
      return talkOn(inside);
    },
    ended: () => until(() => isOver),
  };
  return client;
}
