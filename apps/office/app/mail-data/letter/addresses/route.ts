import { knownAddresses } from '@kontor/mailbox';
import { answer } from '#answer.ts';

export const dynamic = 'force-dynamic';

/** Everybody this person may write to by the first letters. */
export const GET = (request: Request) =>
  answer(request, (office, caller) => knownAddresses.perform(office, {}, caller));
