import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import nodemailer from 'nodemailer';

export interface Attacker {
  /** "http://127.0.0.1:PORT" */
  origin: string;
  /** What was asked of it: path and the headers that tell about the reader. */
  asked: { path: string; referer: string | undefined; cookie: string | undefined; destination: string }[];
  /** A page of its own, for showing what a payload does where nobody guards. */
  serve(html: string): string;
  stop(): void;
}

const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A real listener that stands for the sender's server and writes down every request. */
export async function startAttacker(): Promise<Attacker> {
  const asked: Attacker['asked'] = [];
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const page = pages.get(path);
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
      return;
    }
    const { referer, cookie } = request.headers;
    asked.push({ path, referer, cookie, destination: String(request.headers['sec-fetch-dest']) });
    response.setHeader('content-type', 'image/gif').end(dot);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve(html) {
      const path = `/page-${randomUUID()}`;
      pages.set(path, html);
      return path;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface HostileMail {
  subject: string;
  /** Everything after the common headers. */
  content: string | Buffer;
}

export const asHtml = (subject: string, html: string): HostileMail => ({
  subject,
  content: [
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(html)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n'),
});

interface Part {
  headers: string[];
  body: string | Buffer;
}

/** A multipart body of these parts, as they are named. */
export function asParts(subject: string, kind: 'mixed' | 'related', parts: Part[]): HostileMail {
  const lines = [`Content-Type: multipart/${kind}; boundary=xx`, ''];
  for (const { headers, body } of parts) {
    const base64 =
      Buffer.from(body)
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    lines.push('--xx', ...headers, 'Content-Transfer-Encoding: base64', '', ...base64);
  }
  return { subject, content: [...lines, '--xx--', ''].join('\r\n') };
}

/** Sends them over SMTP as one conversation. */
export async function sendConversation(
  port: number,
  to: string,
  conversation: string,
  mails: HostileMail[],
): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: 1,
    maxMessages: 20,
    tls: { rejectUnauthorized: false },
  });
  try {
    for (const [index, { subject, content }] of mails.entries()) {
      const reply = index === 0 ? [] : [`References: <0.${conversation}@evil.example>`];
      const head = [
        'From: "Mallory" <mallory@evil.example>',
        `To: <${to}>`,
        `Subject: ${subject}`,
        `Message-ID: <${index}.${conversation}@evil.example>`,
        ...reply,
        'MIME-Version: 1.0',
      ];
      const raw = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n`), Buffer.from(content)]);
      await transport.sendMail({ envelope: { from: 'mallory@evil.example', to }, raw });
    }
  } finally {
    transport.close();
  }
}
