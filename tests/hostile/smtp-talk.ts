import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Talk {
  /** Sends bytes as they are and waits for the reply to them. */
  say(bytes: string | Buffer): Promise<Reply>;
  socket: Socket;
}

/** The code and all lines of a reply; `closed` when the server ended the connection instead. */
export type Reply = { code: number; text: string } | 'closed';

const patienceMs = 30_000;
const whole = /^(?:(\d{3})-[^\r\n]*\r\n)*(\d{3}) [^\r\n]*\r\n$/;

/** Opens a connection and reads the greeting. Fails when a reply is not one by RFC 5321 §4.2, or does not come. */
export async function openTalk(port: number): Promise<Talk> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  let heard = '';
  let isOver = false;
  socket.on('data', (piece) => {
    heard += piece.toString('latin1');
  });
  socket.on('close', () => {
    isOver = true;
  });
  const reply = async (): Promise<Reply> => {
    const late = AbortSignal.timeout(patienceMs);
    for (;;) {
      const code = whole.exec(heard)?.[2];
      if (code) {
        const text = heard;
        heard = '';
        return { code: Number(code), text };
      }
      if (isOver) return 'closed';
      const heardOrOver = new AbortController();
      const signal = AbortSignal.any([late, heardOrOver.signal]);
      try {
        await Promise.race([once(socket, 'data', { signal }), once(socket, 'close', { signal })]);
      } catch (error) {
        if (isOver || !late.aborted) return 'closed';
        throw new Error(`no whole reply within ${patienceMs / 1000} s, only ${JSON.stringify(heard)}`, {
          cause: error,
        });
      } finally {
        // The one that was not first listens no longer.
        heardOrOver.abort();
      }
    }
  };
  const greeting = await reply();
  if (greeting === 'closed' || greeting.code !== 220)
    throw new Error(`greeted with ${JSON.stringify(greeting)}`);
  return {
    socket,
    async say(bytes) {
      if (isOver) return 'closed';
      socket.write(bytes);
      return reply();
    },
  };
}

/** The whole of an ordinary transaction; its last reply. */
export async function sendMessage(port: number, to: string, message: string): Promise<Reply> {
  const talk = await openTalk(port);
  try {
    for (const line of ['EHLO client.test', 'MAIL FROM:<n@x.test>', `RCPT TO:<${to}>`, 'DATA']) {
      const reply = await talk.say(`${line}\r\n`);
      if (reply === 'closed' || reply.code >= 400) return reply;
    }
    return await talk.say(`${message}\r\n.\r\n`);
  } finally {
    talk.socket.destroy();
  }
}
