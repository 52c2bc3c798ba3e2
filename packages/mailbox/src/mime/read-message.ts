import { Readable } from 'node:stream';
import { cutText } from '@kontor/core/cut-text';
import {
  type AddressObject,
  type AttachmentStream,
  type EmailAddress,
  type Headers,
  MailParser,
} from 'mailparser';
import type { Address, AttachmentInfo } from '#types.ts';

/** What is kept of a message beside its bytes. */
export interface MessageSummary {
  subject: string;
  from: Address[];
  to: Address[];
  cc: Address[];
  replyTo: Address[];
  /** Date header in milliseconds since 1970, null when there is none that can be read. */
  sentAt: number | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  /** Plain text, made from HTML where there is none; at most 200,000 characters. */
  text: string;
  hasHtml: boolean;
  preview: string;
  attachments: AttachmentInfo[];
}

const maxText = 200_000;
const maxAttachments = 500;
const maxAddresses = 500;
/** Bytes that a hostile message could make the parser hold or walk are bounded here. */
export const parserLimits = { maxHtmlLengthToParse: 2_000_000, maxHeadSize: 1_000_000, maxChildNodes: 1000 };

/** Reads a message from its bytes. A malformed one gives what could be read: nothing that came in is lost for it. */
export async function readMessage(source: Readable | Uint8Array): Promise<MessageSummary> {
  const { html, ...summary } = await readParts(source);
  // Many programs send an empty text beside the HTML: what a reader sees is in there.
  if (summary.text.trim() !== '' || html === '' || html.length > parserLimits.maxHtmlLengthToParse)
    return summary;
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  const { text } = await readParts(alone);
  return { ...summary, text, preview: previewOf(text) };
}

async function readParts(source: Readable | Uint8Array): Promise<MessageSummary & { html: string }> {
  const parser = new MailParser({
    ...parserLimits,
    skipTextToHtml: true,
    skipImageLinks: true,
    checksumAlgo: false,
  });
  let headers: Headers = new Map();
  parser.on('headers', (found) => {
    headers = found;
  });
  const attachments: AttachmentInfo[] = [];
  let text = '';
  let html = '';
  const input = source instanceof Readable ? source : Readable.from([source]);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const part of parser) {
      if (part.type === 'attachment') attachments.push(await measure(part, attachments.length));
      else {
        text = cutText(part.text ?? '', 0, maxText);
        html = typeof part.html === 'string' ? part.html : '';
      }
      if (attachments.length >= maxAttachments) break;
    }
  } catch (error) {
    if (input.errored) throw input.errored;
    text ||= `This message is malformed and could not be read to its end (${(error as Error).message}).`;
  } finally {
    input.unpipe(parser);
    parser.destroy();
  }
  const hasHtml = html !== '';
  return { ...envelopeOf(headers), text, html, hasHtml, preview: previewOf(text), attachments };
}

async function measure(part: AttachmentStream, index: number): Promise<AttachmentInfo> {
  let size = 0;
  for await (const chunk of part.content) size += (chunk as Buffer).length;
  part.release?.();
  return describeAttachment(part, index, size);
}

/** One attachment as it is listed; its name is made harmless. */
export function describeAttachment(part: AttachmentStream, index: number, size: number): AttachmentInfo {
  const info: AttachmentInfo = {
    part: index,
    name: safeName(part.filename, index),
    type: /^[\w.+-]+\/[\w.+-]+$/.test(part.contentType)
      ? part.contentType.toLowerCase()
      : 'application/octet-stream',
    size,
    inline: part.related === true || (part.contentDisposition === 'inline' && part.cid !== undefined),
  };
  return part.cid ? { ...info, cid: part.cid } : info;
}

/** No path, no control or direction-changing characters, no trailing dots, at most 120 characters with the ending kept. */
export function safeName(name: string | undefined, index: number): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  // Patterns that look for the end take the square of a name's length, and a name may fill a whole header.
  const near = last.length > 1000 ? last.slice(0, 500) + last.slice(-500) : last;
  const clean = near
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (!clean) return `attachment-${index + 1}`;
  if (clean.length <= 120) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  return cutText(clean, 0, 120 - ending.length) + ending;
}

function envelopeOf(headers: Headers): Omit<MessageSummary, 'text' | 'hasHtml' | 'preview' | 'attachments'> {
  const date = headers.get('date');
  return {
    subject: oneLine(headers.get('subject'), 1000),
    from: addresses(headers.get('from')),
    to: addresses(headers.get('to')),
    cc: addresses(headers.get('cc')),
    replyTo: addresses(headers.get('reply-to')),
    sentAt: date instanceof Date && !Number.isNaN(date.getTime()) ? date.getTime() : null,
    messageId: messageIds(headers.get('message-id'))[0] ?? null,
    inReplyTo: messageIds(headers.get('in-reply-to'))[0] ?? null,
    references: messageIds(headers.get('references')).slice(-100),
  };
}

function oneLine(value: unknown, length: number): string {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' ? cutText(first.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 0, length) : '';
}

function addresses(value: unknown): Address[] {
  const objects = (Array.isArray(value) ? value : [value]) as (AddressObject | undefined)[];
  const flat = objects.flatMap((object) => (object?.value ?? []).flatMap(members));
  return flat.slice(0, maxAddresses);
}

const members = (entry: EmailAddress): Address[] =>
  entry.group
    ? entry.group.flatMap(members)
    : [{ name: oneLine(entry.name, 300), address: oneLine(entry.address ?? '', 320).toLowerCase() }];

/** RFC 5322 §3.6.4 msg-ids, without their angle brackets. */
function messageIds(value: unknown): string[] {
  const text = (Array.isArray(value) ? value.join(' ') : String(value ?? '')).slice(0, 20_000);
  return [...text.matchAll(/<([^<>\s]{1,500})>/g)].map((found) => found[1] ?? '');
}

/** The first words, without quoted lines, greetings' white space and where links and pictures of HTML lie. */
function previewOf(text: string): string {
  const lines = text.slice(0, 4000).split('\n');
  const own = lines.filter((line) => !/^\s*>/.test(line)).join(' ');
  const plain = own
    .replace(/ ?\[(?:https?:|mailto:|cid:|data:)[^\]\s]*\]/gi, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return cutText(plain, 0, 200);
}
