import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Edition } from '#edition.ts';
import { makeToken } from '#inquiries/token.ts';
import { tokenPlaceholder } from '#view.ts';
import { send } from './answer.ts';

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

interface Options {
  edition: Edition;
  pathname: string;
  formKey: Uint8Array;
  now: number;
}

/** Whatever stands at the path. A page with a form gets a token of its own and is never kept by anyone. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { edition, pathname, formKey, now }: Options,
): Promise<void> {
  const { prepared, hasForm } = await edition.at(pathname);
  if (!hasForm) return send(request, response, prepared);
  const html = prepared.plain.toString('utf8').replaceAll(tokenPlaceholder, makeToken(formKey, now));
  return sendForm(request, response, { html, status: 200 });
}

/** A page for one reader. */
export function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  { html, status }: { html: string; status: number },
): void {
  const plain = Buffer.from(html);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  // Made for one reader, so only in what this one takes, and quickly: a page is a tenth of a millisecond.
  send(request, response, {
    status,
    type: 'text/html; charset=utf-8',
    cacheControl: 'no-store',
    plain,
    ...(accepted.includes('br') ? { br: brotliCompressSync(plain, quick) } : {}),
    ...(accepted.includes('gzip') && !accepted.includes('br') ? { gzip: gzipSync(plain, { level: 4 }) } : {}),
  });
}
