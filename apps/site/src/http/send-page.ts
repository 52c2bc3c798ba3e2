import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Edition } from '#edition.ts';
import { makeToken } from '#inquiries/token.ts';
import { tokenPlaceholder } from '#view.ts';
import { prepare, send } from './answer.ts';

interface Options {
  formKey: Uint8Array;
  now: number;
}

/** Whatever stands at the path. A page with a form gets a token of its own and is never kept by anyone. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { edition, pathname, formKey, now }: Options & { edition: Edition; pathname: string },
): Promise<void> {
  const { prepared, hasForm } = await edition.at(pathname);
  if (!hasForm) return send(request, response, prepared);
  return sendForm(request, response, { html: prepared.plain.toString('utf8'), status: 200, formKey, now });
}

/** HTML that holds the placeholder of a token. */
export async function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  { html, status, formKey, now }: Options & { html: string; status: number },
): Promise<void> {
  const finished = html.replace(tokenPlaceholder, makeToken(formKey, now));
  const wanted = { status, type: 'text/html; charset=utf-8', cacheControl: 'no-store', effort: 4 };
  send(request, response, await prepare(finished, wanted));
}
