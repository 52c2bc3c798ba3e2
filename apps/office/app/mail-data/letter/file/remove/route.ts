import { detachFile } from '@kontor/mailbox';
import { answer } from '#answer.ts';
import { readJson } from '#mail/server/read-json.ts';

export const dynamic = 'force-dynamic';

/** Takes a file off a draft. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => detachFile.perform(office, await readJson(request), caller));
