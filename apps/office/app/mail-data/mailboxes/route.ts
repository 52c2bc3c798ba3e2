import { listMailboxes } from '@kontor/mailbox';
import { answer } from '#answer.ts';

export const dynamic = 'force-dynamic';

/** The mailboxes this person reads, with their folders and what is unread in each. */
export const GET = (request: Request) =>
  answer(request, (office, caller) => listMailboxes.perform(office, {}, caller));
