import { actionProblems } from '@kontor/core';
import { saveDraft } from '@kontor/mailbox';
import { findPerson } from '@kontor/people';
import { answer } from '#answer.ts';
import { languageHere } from '#language.ts';
import { readWriting } from '#mail/letter/letter-data.ts';
import { openLetter } from '#mail/server/letter.ts';
import { readJson } from '#mail/server/read-json.ts';

export const dynamic = 'force-dynamic';

/** A letter: ?draft=ID as it was kept, or ?write=new|reply|reply-all|forward&message=ID as it begins. */
export const GET = (request: Request) =>
  answer(request, async (office, caller) => {
    const query = new URL(request.url).searchParams;
    const writing = readWriting(query);
    if (!writing) throw actionProblems.make('invalid-input');
    const person = await findPerson(office.payload, caller.person?.id ?? '');
    const language = await languageHere();
    const mailbox = query.get('mailbox') ?? undefined;
    return openLetter(office, writing, { caller, language, timeZone: person?.timeZone ?? 'UTC', mailbox });
  });

/** Keeps what was written. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => saveDraft.perform(office, await readJson(request), caller));
