import type { Address, AttachmentInfo, DraftAttachment } from '@kontor/mailbox';

/** What the address says is being written: a draft, or how one begins. */
export type Writing =
  | { kind: 'draft'; id: string }
  | { kind: 'new' }
  | { kind: 'reply' | 'reply-all' | 'forward'; message: string };

export interface LetterFields {
  mailbox: string;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  text: string;
}

export type LetterFile = Omit<DraftAttachment, 'blob'>;

/** A letter as the screen gets it. */
export interface Letter {
  id: string;
  /** 0 while it has not been kept. */
  version: number;
  kind: Writing['kind'];
  fields: LetterFields;
  answers: string | null;
  forwards: string | null;
  files: LetterFile[];
  /** Attachments of the forwarded message that come along at the first save. */
  carried: AttachmentInfo[];
  /** Why a plain form was not sent, as it is shown. */
  problem?: { title: string; hint: string };
}

/** As packages/mailbox and the person's patience have it. */
export const mostAttached = 25_000_000;

export function readWriting(query: URLSearchParams): Writing | null {
  const [draft, kind, message] = [query.get('draft'), query.get('write'), query.get('message')];
  if (draft) return { kind: 'draft', id: draft };
  if (kind === 'new') return { kind };
  if (message && (kind === 'reply' || kind === 'reply-all' || kind === 'forward')) return { kind, message };
  return null;
}

export function writingQuery(writing: Writing): Record<string, string> {
  if (writing.kind === 'draft') return { draft: writing.id };
  return writing.kind === 'new' ? { write: 'new' } : { write: writing.kind, message: writing.message };
}

export const isSameWriting = (one: Writing | null, other: Writing | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    JSON.stringify(writingQuery(one)) === JSON.stringify(writingQuery(other)));
