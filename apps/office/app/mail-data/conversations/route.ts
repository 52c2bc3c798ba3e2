import { listConversations } from '@kontor/mailbox';
import { answer } from '#answer.ts';

export const dynamic = 'force-dynamic';

/** A page of a folder's conversations: ?folder=…&filter=…&after=…&limit=… */
export const GET = (request: Request) =>
  answer(request, (office, caller) => {
    const { limit, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
    // The action looks at every field; what is not as it should be ends there.
    const input = { ...asked, ...(limit === undefined ? {} : { limit: Number(limit) }) };
    return listConversations.perform(office, input as never, caller);
  });
