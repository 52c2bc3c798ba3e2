import { Readable } from 'node:stream';
import type { Caller } from '@kontor/core';
import { type MailContext, openPart, openSource } from '@kontor/mailbox';
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
  return foreignBytes(content, servedType(type), contentDisposition(kind, name));
}

/** The message itself, of no type a browser would draw, as a reader's mail program would get it: to be kept elsewhere, or shown to whoever asks how it came. */
export async function sourceAnswer(context: MailContext, message: string, caller: Caller): Promise<Response> {
  const { content } = await openSource.perform(context, { message }, caller);
  return foreignBytes(content, 'application/octet-stream', contentDisposition('attachment', 'message.eml'));
}

function foreignBytes(content: Readable, type: string, disposition: string): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // What a message holds never changes.
      'cache-control': 'private, max-age=3600, immutable',
    },
  });
}
