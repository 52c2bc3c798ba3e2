import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Bytes that are ready to be sent in each encoding. */
export interface Prepared {
  status: number;
  type: string;
  /** Absent where the answer is for one reader only. */
  etag?: string;
  cacheControl: string;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

interface Wanted {
  status?: number;
  type: string;
  cacheControl: string;
  /** Brotli's effort, 0–11: the highest for what is made once and sent often. */
  effort?: number;
}

export async function prepare(text: string | Buffer, wanted: Wanted): Promise<Prepared> {
  const { status = 200, type, cacheControl, effort = 9 } = wanted;
  const plain = Buffer.from(text as string);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const prepared = { status, type, cacheControl, etag, plain };
  if (plain.length < 500) return prepared;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: effort } };
  const [br, zipped] = await Promise.all([
    toBrotli(plain, quality),
    toGzip(plain, { level: Math.min(9, effort) }),
  ]);
  return { ...prepared, br, gzip: zipped };
}

/** Sends what is prepared in the encoding the reader likes best, or 304 when the reader has it. */
export function send(request: IncomingMessage, response: ServerResponse, prepared: Prepared): void {
  const { status, type, cacheControl, etag } = prepared;
  const headers = {
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    ...(etag ? { etag } : {}),
    ...(status === 503 ? { 'retry-after': '60' } : {}),
  };
  if (status === 200 && etag && hasAlready(request, etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingOf(request.headers['accept-encoding'], prepared);
  const body = encoding ? (prepared[encoding] as Buffer) : prepared.plain;
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': body.length,
    ...(encoding ? { 'content-encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** RFC 9110 §13.1.2: one tag of the list is ours; a proxy that compresses makes it a weak one. */
export const hasAlready = (request: IncomingMessage, etag: string): boolean =>
  String(request.headers['if-none-match'] ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);

function encodingOf(accepted: string | string[] | undefined, prepared: Prepared): 'br' | 'gzip' | null {
  const list = String(accepted ?? '');
  const takes = (name: string) =>
    new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(?=[\\s,;]|$)`).test(list);
  if (prepared.br && takes('br')) return 'br';
  return prepared.gzip && takes('gzip') ? 'gzip' : null;
}
