import { undoSend } from '@kontor/delivery';
import { answer } from '#answer.ts';
import { readJson } from '#mail/server/read-json.ts';

export const dynamic = 'force-dynamic';

/** Takes back what was just sent: its draft is there again. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => undoSend.perform(office, await readJson(request), caller));
