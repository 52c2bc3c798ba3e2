import { newId } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import type { MailContext } from './context.ts';
import { folderId } from './mailboxes.ts';
import { type StoredBytes, sizeOf } from './message-bytes.ts';
import type { MessageSummary } from './mime/read-message.ts';
import { threadOf } from './threading.ts';
import type { FolderRole, Verdict } from './types.ts';

export interface Delivery {
  mailbox: string;
  role: FolderRole;
  bytes: StoredBytes & { blobSize: number };
  summary: MessageSummary;
  mailFrom: string;
  rcptTo: string;
  verdict: Verdict | null;
  /** Milliseconds since 1970; now, when it is left out. */
  internalDate?: number;
  /** The same key delivers the same message once, however often it is tried. */
  key?: string;
  seen?: boolean;
}

/** The steps that put one message into one mailbox and tell about it; give them to `bulk.write` together. */
export async function deliveryOps(
  context: Pick<MailContext, 'bulk' | 'clock'>,
  delivery: Delivery,
): Promise<Op[]> {
  const { mailbox, role, bytes, summary, mailFrom, rcptTo, verdict, key, seen = false } = delivery;
  const now = context.clock.now();
  const internalDate = delivery.internalDate ?? now;
  const thread = await threadOf(context, mailbox, summary);
  const { blobSize, blob, prefix, dropped } = bytes;
  const id = key ? `${mailbox}:${key}` : newId(now);
  const folder = folderId(mailbox, role);
  const message = {
    ...summary,
    id,
    mailbox,
    blob,
    prefix,
    dropped,
    size: sizeOf(blobSize, prefix, dropped),
    internalDate,
    mailFrom,
    rcptTo,
    thread,
    verdict,
  };
  const placement = {
    id: key ? id : newId(now),
    mailbox,
    message: id,
    thread,
    date: internalDate,
    ...flagsOf({ seen }),
    attachments: summary.attachments.some(({ inline }) => !inline),
  };
  return [
    { op: 'insert', into: 'messages', rows: [message] },
    { op: 'append', into: 'placements', scope: { folder }, numbers: ['uid', 'modseq'], rows: [placement] },
    changeOp('mail.arrived', id, { mailbox, folder, thread }, now, `arrived:${id}`),
  ];
}

/** Flags of RFC 9051 §2.3.2, as columns; what is not given is unset. */
export const flagsOf = (
  set: { seen?: boolean; flagged?: boolean; answered?: boolean; draft?: boolean } = {},
) => ({
  seen: false,
  flagged: false,
  answered: false,
  draft: false,
  deleted: false,
  expunged: false,
  keywords: [],
  ...set,
});
