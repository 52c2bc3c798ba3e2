import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '#proxy/refusal.ts';
import { refuseLargeBody } from './large-body.ts';
import { createUploads } from './uploads.ts';

/** As long as who is refused may take to hear it. */
const lastWordsMs = 1000;

type Caller = (request: IncomingMessage) => Promise<string | null>;

/**
 * Refuses large bodies as their heads arrive. Next's proxy would answer only once it holds all of a body; here the answer
 * is given and no more is read.
 */
export function refuseLargeBodies(caller: Caller): void {
  const uploads = createUploads();
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as {
      request: IncomingMessage;
      response: ServerResponse;
      socket: Socket;
    };
    const begin = (person: string): boolean => {
      const hasRoom = uploads.begin(person);
      if (hasRoom && response.closed) uploads.end(person);
      else if (hasRoom) response.once('close', () => uploads.end(person));
      return hasRoom;
    };
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    const { method = 'GET', headers } = request;
    void refuseLargeBody({ method, path, headers }, { caller: () => caller(request), begin })
      // The database is away.
      .catch(() => ({ status: 503, text: 'Not now; try again later. Nothing was done.' }))
      .then((refusal) => refusal && hangUp(request, socket, refusal));
  });
}

function hangUp(request: IncomingMessage, socket: Socket, { status, text }: Refusal): void {
  request.pause();
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  setTimeout(() => socket.destroy(), lastWordsMs).unref();
}
