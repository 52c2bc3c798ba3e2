import { Readable } from 'node:stream';
import type { Caller } from '@kontor/core';
import { openAttachment, type WikiContext } from '@kontor/wiki';
import { contentDisposition, isPicture, servedType } from '#mail/attachment-kinds.ts';

/** An attachment's bytes, as those of a mail are served: to be saved, and with nothing allowed if they are opened. */
export async function fileAnswer(
  context: WikiContext,
  { attachment, asPicture, known }: { attachment: string; asPicture: boolean; known: string | null },
  caller: Caller,
): Promise<Response> {
  const { filename, type, size, open } = await openAttachment.perform(context, { attachment }, caller);
  const tag = `"${attachment}"`;
  // Its bytes never change, but who may see them does: asked again each time, and answered from the cache.
  const cache = { etag: tag, 'cache-control': 'private, no-cache' };
  if (known === tag) return new Response(null, { status: 304, headers: cache });
  const kind = asPicture && isPicture(type) ? 'inline' : 'attachment';
  return new Response(Readable.toWeb(open()) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': servedType(type),
      'content-length': String(size),
      'content-disposition': contentDisposition(kind, filename),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      ...cache,
    },
  });
}
