import { readConversation } from '@kontor/mailbox';
import { answer } from '#answer.ts';

export const dynamic = 'force-dynamic';

/** One conversation: ?folder=…&thread=… */
export const GET = (request: Request) =>
  answer(request, (office, caller) => {
    const { searchParams } = new URL(request.url);
    const which = { folder: searchParams.get('folder') ?? '', thread: searchParams.get('thread') ?? '' };
    return readConversation.perform(office, which, caller);
  });
