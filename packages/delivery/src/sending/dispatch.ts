import { idOf } from '@kontor/core';
import type { Row } from '@kontor/data';
import type { Draft, MailContext } from '@kontor/mailbox';

/** So long a message waits for a second thought. */
export const undoMs = 10_000;

export interface Dispatch {
  id: string;
  state: 'waiting' | 'undone' | 'back' | 'opening' | 'going';
  due: number;
  at: number;
  message: string;
  mailbox: string;
  person: string;
  /** Empty for what must never come back: a bounce. */
  mailFrom: string;
  recipients: string[];
  subject: string;
  blob: string;
  size: number;
  draftId: string;
  draft: Draft | null;
}

/** A version of a draft is sent once: whoever sends it again means the same message. */
export const dispatchId = (draft: string, version: number): string => idOf(`dispatch ${draft} ${version}`);

/** The copy in Sent: `deliveryOps` makes the same of mailbox and key. */
export const messageOf = (mailbox: string, dispatch: string): string => `${mailbox}:${dispatch}`;

export const toDispatch = (row: Row): Dispatch => row as unknown as Dispatch;

export async function findDispatch(
  { bulk }: Pick<MailContext, 'bulk'>,
  where: { id: string } | { message: string },
): Promise<Dispatch | null> {
  const [row] = await bulk.find('dispatches', where, { limit: 1 });
  return row ? toDispatch(row) : null;
}
