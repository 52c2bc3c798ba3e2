import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasAlready } from './answer.ts';

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** A picture from the site's own disk; its name never means other bytes. False when there is none. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { mediaDir, file }: { mediaDir: string; file: string },
): Promise<boolean> {
  const type = types[extname(file).toLowerCase()];
  if (!type || !/^(?!\.)[\w.-]+$/.test(file)) return false;
  const path = join(mediaDir, file);
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return false;
  const etag = `"${file}"`;
  // Shared links are read by other people's programs, so pictures may be embedded elsewhere.
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag };
  if (hasAlready(request, etag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response).catch(() => response.destroy());
  return true;
}
