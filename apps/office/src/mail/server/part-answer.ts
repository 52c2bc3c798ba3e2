import { Readable } from 'node:stream';
import type { Caller } from '@kontor/core';
import { type MailContext, openPart } from '@kontor/mailbox';
import { contentDisposition, isPicture, servedType } from '../attachment-kinds.ts';

interface Asked {
  message: string;
  part: string;
  /** As a picture on the screen instead of a file to save; only pictures are. */
  asPicture: boolean;
}

/** An attachment's bytes: to be saved, and if a browser opens them all the same, with nothing allowed. */
export async function partAnswer(context: MailContext, asked: Asked, caller: Caller): Promise<Response> {
  const { message, part, asPicture } = asked;
  const { name, type, content } = await openPart.perform(context, { message, part }, caller);
  const kind = asPicture && isPicture(type) ? 'inline' : 'attachment';
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': servedType(type),
      'content-disposition': contentDisposition(kind, name),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // What a part holds never changes.
      'cache-control': 'private, max-age=3600, immutable',
    },
  });
}
