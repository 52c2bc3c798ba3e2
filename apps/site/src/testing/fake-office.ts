import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nonceMemory, signatureHeader, systemClock, verifyCall } from '@kontor/core';
import type { Snapshot } from '@kontor/website/snapshot';
import { readBody } from '#http/read-body.ts';
import type { Question } from '#inquiries/read-form.ts';

export interface FakeOffice {
  address: string;
  snapshot: Snapshot;
  /** Every delivery, the repeated ones too. */
  received: Question[];
  /** Answered instead of the truth, like 503. */
  status: number | null;
  /** Accepts a question and then fails to say so, this many times. */
  swallow: number;
  /** Signed requests for the content. */
  asked: number;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** The office's three routes with signatures checked for real; it can be stopped and come back on its port. */
export async function fakeOffice(key: Uint8Array, snapshot: Snapshot): Promise<FakeOffice> {
  const nonces = nonceMemory();
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const body = (await readBody(request, 1_000_000)) ?? Buffer.alloc(0);
    const header = String(request.headers[signatureHeader] ?? '');
    if (!verifyCall(key, { method, path: url, body }, header, { now: systemClock.now(), nonces }).ok) {
      return void response.writeHead(403).end();
    }
    if (office.status) return void response.writeHead(office.status).end();
    if (url === '/internal/site/content') {
      office.asked += 1;
      const etag = `"${JSON.stringify(office.snapshot).length}-${office.snapshot.content['en']?.pages[0]?.title}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      return void response.writeHead(200, { etag }).end(JSON.stringify(office.snapshot));
    }
    if (url.startsWith('/internal/site/media/')) return void response.writeHead(200).end(`bytes of ${url}`);
    const question = JSON.parse(body.toString()) as Question;
    const isNew = !office.received.some(({ key: known }) => known === question.key);
    office.received.push(question);
    if (office.swallow > 0) {
      office.swallow -= 1;
      return void response.destroy();
    }
    response.writeHead(isNew ? 201 : 200).end();
  });
  let port = 0;
  const office: FakeOffice = {
    address: '',
    snapshot,
    received: [],
    status: null,
    swallow: 0,
    asked: 0,
    start: () =>
      new Promise((resolve) => {
        server.listen(port, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port;
          office.address = `http://127.0.0.1:${port}`;
          resolve();
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await office.start();
  return office;
}
