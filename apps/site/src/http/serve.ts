import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '@kontor/core';
import { nonceMemory, signatureHeader, verifyCall } from '@kontor/core';
import type { Log } from '@kontor/log';
import type { Edition } from '#edition.ts';
import { type QuestionDesk, takeQuestion } from '#inquiries/take-question.ts';
import { viewOf } from '#view.ts';
import { readBody } from './read-body.ts';
import { securityHeaders, strictTransport } from './security-headers.ts';
import { sendMedia } from './send-media.ts';
import { sendPage } from './send-page.ts';

interface Options {
  edition(): Edition;
  desk: QuestionDesk;
  mediaDir: string;
  siteKey: Uint8Array;
  siteUrl: string;
  clock: Clock;
  log: Log;
  /** The office says that something was published. */
  onPublished(): void;
}

/** The site's own server: everything a visitor can ask for, and the office's signed call. */
export function createSiteServer(options: Options): Server {
  const { desk, log, siteUrl } = options;
  const headers = { ...securityHeaders, ...(siteUrl.startsWith('https:') ? strictTransport : {}) };
  const nonces = nonceMemory();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { method = 'GET', url = '/' } = request;
    const path = url.split('?')[0] ?? '/';
    const pathname = decodePath(path);
    if (pathname === '/health') return plain(response, 200, 'ok');
    if (pathname === '/internal/changed') return changed(request, response, url);
    const isRead = method === 'GET' || method === 'HEAD';
    const edition = options.edition();
    if (isRead && pathname.startsWith('/media/')) {
      const file = pathname.slice('/media/'.length);
      if (await sendMedia(request, response, { mediaDir: options.mediaDir, file })) return;
    }
    if (isRead) return read(request, response, { edition, pathname, path });
    const view = edition.view(pathname);
    if (method === 'POST' && view.hasForm)
      return takeQuestion(request, response, { edition, pathname, desk });
    response.setHeader('allow', 'GET, HEAD');
    return plain(response, 405, 'This address can only be read.');
  }

  async function read(
    request: IncomingMessage,
    response: ServerResponse,
    { edition, pathname, path }: { edition: Edition; pathname: string; path: string },
  ): Promise<void> {
    const view = edition.view(pathname);
    // One address per page: "/about/", "/en/about" and "/home" lead to where the page is.
    if (view.status === 200 && view.path !== path) {
      // Asked anew each time: which language needs no prefix is the firm's to change.
      response.writeHead(308, { location: view.path, 'cache-control': 'no-cache' }).end();
      return;
    }
    const now = options.clock.now();
    await sendPage(request, response, { edition, pathname, formKey: desk.formKey, now });
  }

  async function changed(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = await readBody(request, 10_000);
    const call = { method: request.method ?? '', path, body: body ?? '' };
    const header = String(request.headers[signatureHeader] ?? '');
    const seen = verifyCall(options.siteKey, call, header, { now: options.clock.now(), nonces });
    if (request.method !== 'POST' || !body || !seen.ok) return plain(response, 403, 'Not signed.');
    options.onPublished();
    response.writeHead(204).end();
  }

  async function failed(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    log.error('http.failed', { path: request.url, error: String((error as Error)?.stack ?? error) });
    if (response.headersSent) return void response.destroy();
    const edition = options.edition();
    const { locale } = edition.view(decodePath(request.url ?? '/'));
    const around = { siteUrl, styleHref: edition.style.href };
    const html = await desk
      .render(viewOf(edition.snapshot, locale, '', { kind: 'broken' }, around))
      .catch(() => 'This page cannot be shown just now. Try again in a moment.');
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(html);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => failed(request, response, error));
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

/** A path that is no UTF-8 is a page that is not there. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.split('?')[0] ?? '/');
  } catch {
    return '/404';
  }
}
