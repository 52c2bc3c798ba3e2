import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ensureSecret } from '@kontor/config';
import { httpStatus, nonceMemory, Problem, signatureHeader, verifyCall } from '@kontor/core';
import { receiveInquiry } from '@kontor/inquiries';
import type { Office } from '@kontor/suite';
import { contentForSite, type SiteContent } from '@kontor/website';
import { readAtMost } from './read-at-most.ts';

const largestInquiry = 100_000;
const noStore = { 'cache-control': 'no-store' };
const refused = () => new Response('Not signed.', { status: 403, headers: noStore });

/** What the site may ask of the office. Each call is signed; whoever cannot sign learns nothing. */
export interface SiteCalls {
  content(request: Request): Promise<Response>;
  media(request: Request, file: string): Promise<Response>;
  inquiry(request: Request): Promise<Response>;
}

export function siteCalls(office: Office): SiteCalls {
  const key = ensureSecret(office.config, 'site');
  const nonces = nonceMemory();
  const current: () => Promise<SiteContent | null> = contentForSite(office);

  function isSigned(request: Request, body: string): boolean {
    const { pathname, search } = new URL(request.url);
    const call = { method: request.method, path: `${pathname}${search}`, body };
    const header = request.headers.get(signatureHeader);
    return verifyCall(key, call, header, { now: office.clock.now(), nonces }).ok;
  }

  return {
    async content(request) {
      if (!isSigned(request, '')) return refused();
      const content = await current();
      if (!content) return new Response(null, { status: 404, headers: noStore });
      const headers = { ...noStore, etag: content.etag, 'content-type': 'application/json' };
      if (request.headers.get('if-none-match') === content.etag) {
        return new Response(null, { status: 304, headers });
      }
      return new Response(content.json, { headers });
    },
    async media(request, file) {
      if (!isSigned(request, '')) return refused();
      const path = join(office.config.mediaDir, file);
      const found = /^(?!\.)[\w.-]+$/.test(file) ? await stat(path).catch(() => null) : null;
      if (!found?.isFile()) return new Response(null, { status: 404, headers: noStore });
      const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
      const headers = { 'content-type': 'application/octet-stream', 'content-length': String(found.size) };
      return new Response(stream, { headers: { ...noStore, ...headers } });
    },
    async inquiry(request) {
      // Whoever has no signature at all is not heard out.
      if (!request.headers.has(signatureHeader)) return refused();
      const body = await readAtMost(request, largestInquiry);
      if (body === null) return new Response(null, { status: 413, headers: noStore });
      if (!isSigned(request, body)) return refused();
      try {
        const { isNew } = await receiveInquiry.perform(office, JSON.parse(body), {
          via: 'site',
          person: null,
        });
        return new Response(null, { status: isNew ? 201 : 200, headers: noStore });
      } catch (error) {
        if (error instanceof SyntaxError) return new Response(null, { status: 400, headers: noStore });
        if (!(error instanceof Problem)) throw error;
        return Response.json(error, { status: httpStatus(error.kind), headers: noStore });
      }
    },
  };
}
