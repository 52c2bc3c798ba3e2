import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fieldProblems } from '@kontor/core';
import type { Log } from '@kontor/log';
import { desiredStateSchema, largestState } from '@kontor/tunnels/wire';
import type { Reconciler } from './reconciler.ts';

interface Answer {
  status: number;
  body: object;
  version?: number | null;
}

/** PUT and GET of /state and GET of /health, over a socket that only its owner can open. */
export function serveState({ reconciler, log }: { reconciler: Reconciler; log: Log }): Server {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request)
      .catch((error: Error) => {
        log.error('vpn.refused', { why: error.message });
        return { status: 500, body: { why: 'broken' } };
      })
      .then((said) => send(response, said));
  });
  server.maxConnections = 50;

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.url === '/health') return { status: 200, body: { ok: true } };
    if (request.url !== '/state') return { status: 404, body: { why: 'there is only /state' } };
    if (request.method === 'GET') return good(await reconciler.report());
    if (request.method !== 'PUT') return { status: 405, body: { why: 'only GET and PUT' } };
    const text = await readAtMost(request, largestState);
    if (text === null) return { status: 413, body: { why: `more than ${largestState} bytes` } };
    return putState(text);
  }

  async function putState(text: string): Promise<Answer> {
    const parsed = desiredStateSchema.safeParse(jsonOf(text));
    if (!parsed.success) {
      const fields = Object.entries(fieldProblems(parsed.error)).slice(0, 20);
      log.warn('vpn.refused', { fields });
      return { status: 400, body: { why: 'not a desired state', fields: Object.fromEntries(fields) } };
    }
    const put = await reconciler.put(parsed.data);
    return put.ok ? good(put.report) : { status: 409, body: { version: put.version } };
  }
  return server;
}

const good = <Body extends { version: number | null }>(body: Body): Answer => ({
  status: 200,
  body,
  version: body.version,
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null when there is more. */
async function readAtMost(request: IncomingMessage, most: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function send(response: ServerResponse, { status, body, version }: Answer): void {
  if (response.destroyed) return;
  const etag = version === null || version === undefined ? {} : { etag: `"${version}"` };
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...etag });
  response.end(JSON.stringify(body));
}
