import http from 'node:http';
import https from 'node:https';

export interface Reply {
  status: number;
  text: string;
}

interface Outgoing {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
  signal: AbortSignal;
}

/** Characters of an answer; ours are far below. */
const largest = 64_000_000;

/**
 * Calls one HTTP server, and keeps connections for the next call. Not `fetch`: it sends head and body apart, and each call that has
 * an answer of some length waits 40 ms for an acknowledgement that the other side delays.
 */
export function createCall(base: string): (outgoing: Outgoing) => Promise<Reply> {
  const module = base.startsWith('https:') ? https : http;
  // Meilisearch closes what rested for five seconds: sooner is better than at the same moment.
  const agent = new module.Agent({ keepAlive: true, maxSockets: 16, timeout: 4000 });

  const once = ({ method, path, headers, body, signal }: Outgoing): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, agent, signal, headers: { ...headers, ...length } };
      const request = module.request(`${base}${path}`, options, (answer) => {
        const pieces: Buffer[] = [];
        const { socket } = answer;
        let size = 0;
        answer.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > largest) request.destroy(new Error('the answer has no end'));
          pieces.push(piece);
        });
        answer.once('end', () => {
          const status = answer.statusCode ?? 0;
          // What was too large it has not read to its end: whatever came after would never be answered.
          if (status === 413) socket.destroy();
          resolve({ status, text: Buffer.concat(pieces).toString('utf8') });
        });
        answer.once('error', reject);
      });
      request.once('error', (error) => reject(Object.assign(error, { wasKept: request.reusedSocket })));
      request.end(body);
    });

  return (outgoing) =>
    once(outgoing).catch((error: NodeJS.ErrnoException & { wasKept?: boolean }) => {
      // A kept connection was closed as it was used. What only asks is asked anew.
      const only = outgoing.method === 'GET' || outgoing.path === '/multi-search';
      if (error.code === 'ECONNRESET' && error.wasKept && only) return once(outgoing);
      throw error;
    });
}
