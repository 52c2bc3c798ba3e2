import { discardDraft } from '@kontor/mailbox';
import { answer } from '#answer.ts';
import { readJson } from '#mail/server/read-json.ts';

export const dynamic = 'force-dynamic';

/** Throws a draft away. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => discardDraft.perform(office, await readJson(request), caller));
