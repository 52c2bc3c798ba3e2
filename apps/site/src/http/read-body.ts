import type { IncomingMessage } from 'node:http';

/**
 * The body as bytes, or null when it is larger than allowed. The rest of a large one is dropped as it comes: a browser
 * reads no answer before it has sent everything. One without end is ended by the server's requestTimeout.
 */
export async function readBody(request: IncomingMessage, atMost: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= atMost) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > atMost ? null : Buffer.concat(chunks);
}
