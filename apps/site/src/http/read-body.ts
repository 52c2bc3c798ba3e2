import type { IncomingMessage } from 'node:http';

/** The body as bytes, or null when it is larger than allowed. */
export async function readBody(request: IncomingMessage, atMost: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > atMost) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
