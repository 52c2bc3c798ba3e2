import type { Op } from '@kontor/data';
import { deliveryOps, readMessage } from '@kontor/mailbox';
import MimeNode from 'nodemailer/lib/mime-node/index.js';
import { headerFields } from '#inspect-message.ts';
import type { SendingContext } from '#sending/context.ts';
import type { Dispatch } from '#sending/dispatch.ts';
import { domainOf } from '#sending/mail-address.ts';
import { reportWords } from '#words/report-words.ts';
import { headOf } from './head-of.ts';
import type { Outcome, Outgoing } from './outgoing.ts';

interface Report {
  dispatch: Dispatch;
  row: Outgoing;
  about: readonly Outcome[];
  kind: 'failed' | 'delayed';
}

/**
 * Tells the sender, in the mailbox it was sent from, what did not get through (RFC 3464), in the sender's language. Nobody
 * is told of what has no sender: never a bounce of a bounce (RFC 5321 §6.1).
 */
export async function reportOps(
  context: Pick<SendingContext, 'bulk' | 'blobs' | 'clock' | 'sender' | 'hostname'>,
  report: Report,
): Promise<Op[]> {
  const { dispatch, row, kind } = report;
  if (dispatch.mailFrom === '') return [];
  // Also of a message whose bytes are lost its sender is told.
  const head = await headOf(context, dispatch.blob).catch(() => Buffer.alloc(0));
  const sender = await context.sender(dispatch.person);
  const raw = await buildReport(report, {
    ...{ head, hostname: context.hostname, now: context.clock.now(), language: sender?.language ?? 'en' },
  });
  const { hash, size } = await context.blobs.write(raw);
  const prefix = `Return-Path: <>\r\nAuthentication-Results: ${context.hostname}; none\r\n`;
  return deliveryOps(context, {
    ...{ mailbox: dispatch.mailbox, role: 'inbox', summary: await readMessage(raw) },
    bytes: { blob: hash, blobSize: size, prefix, dropped: [] },
    ...{ mailFrom: '', rcptTo: dispatch.mailFrom },
    verdict: {
      spf: 'none',
      dkim: [],
      dmarc: 'none',
      arc: 'none',
      from: context.hostname,
      summary: 'internal',
    },
    key: `report:${row.id}:${kind}:${row.attempts}`,
  });
}

interface Surroundings {
  head: Buffer;
  hostname: string;
  now: number;
  language: string;
}

function buildReport(
  { dispatch, about, kind }: Report,
  { head, hostname, now, language }: Surroundings,
): Promise<Buffer> {
  const words = reportWords(language);
  const original = headerFields(head).find(({ name }) => name === 'message-id')?.value;
  const links =
    original && /^<[^<>\s]+>$/.test(original) ? { 'In-Reply-To': original, References: original } : {};
  const root = new MimeNode('multipart/report; report-type=delivery-status', { newline: '\r\n' });
  root.setHeader({
    From: { name: words.from, address: `postmaster@${domainOf(dispatch.mailFrom)}` },
    To: dispatch.mailFrom,
    Subject: words.subject(kind, dispatch.subject),
    Date: new Date(now).toUTCString().replace('GMT', '+0000'),
    ...links,
    // RFC 3834 §5: no program answers this.
    'Auto-Submitted': 'auto-replied',
  } as never);
  root
    .createChild('text/plain; charset=utf-8')
    .setContent(words.text({ kind, about, subject: dispatch.subject }));
  root.createChild('message/delivery-status').setContent(machinePart(about, kind, hostname));
  root.createChild('text/rfc822-headers').setContent(head);
  return new Promise((resolve, reject) =>
    root.build((error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
}

/** RFC 3464 §2: for programs. */
function machinePart(about: readonly Outcome[], kind: Report['kind'], hostname: string): string {
  const each = about.map(({ address, status, answer }) =>
    [
      `Final-Recipient: ${/^[\x20-\x7e]*$/.test(address) ? 'rfc822' : 'utf-8'}; ${address}`,
      `Action: ${kind}`,
      `Status: ${kind === 'failed' ? status.replace(/^4/, '5') : status}`,
      ...(/^\d{3}/.test(answer) ? [`Diagnostic-Code: smtp; ${answer}`] : []),
    ].join('\r\n'),
  );
  return `${[`Reporting-MTA: dns; ${hostname}`, ...each].join('\r\n\r\n')}\r\n`;
}
