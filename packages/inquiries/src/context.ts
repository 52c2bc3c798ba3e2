import type { ActionContext, Clock } from '@kontor/core';
import type { Bulk } from '@kontor/data';
import type { Colleague } from './answerable.ts';
import type { Firm } from './message.ts';
import type { WorkingTime } from './working-time.ts';

export interface InquiryContext extends ActionContext {
  bulk: Bulk;
  clock: Clock;
  firm(): Promise<Firm>;
  workingTime(): Promise<WorkingTime>;
  /** Everybody of the firm, those let go included. */
  colleagues(): Promise<Colleague[]>;
  /** Files a message into one of the firm's mailboxes; the same key files it once. Throws mailbox.no-such-mailbox. */
  post(message: { raw: Buffer; to: string; mailFrom: string; key: string }): Promise<void>;
}
