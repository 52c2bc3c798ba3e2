import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  socket: Socket;
}

/** A line of the slowest modem is twice as fast. */
const leastBytes = 20_000;
/** As long as who is refused may take to hear it. */
const lastWordsMs = 500;

/**
 * Hangs up on whoever announces a body and does not send it, and on whoever goes on sending when the answer has been
 * given: Next keeps what comes in memory.
 */
export function endBodies({ patience = 20_000 }: { patience?: number } = {}): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as Exchange;
    const { headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    let before = socket.bytesRead;
    const watching = setInterval(() => {
      if (request.complete) return clearInterval(watching);
      if (socket.bytesRead - before < leastBytes) socket.destroy();
      before = socket.bytesRead;
    }, patience).unref();
    response.once('close', () => clearInterval(watching));
  });
  subscribe('http.server.response.finish', (message) => {
    const { request, socket } = message as Exchange;
    if (request.complete) return;
    socket.pause();
    socket.end();
    setTimeout(() => socket.destroy(), lastWordsMs).unref();
  });
}
