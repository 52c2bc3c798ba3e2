import { findPerson } from '@kontor/people';
import { answer } from '#answer.ts';
import { languageHere } from '#language.ts';
import { readKind, searchHere } from '#search/server/search-here.ts';

export const dynamic = 'force-dynamic';

/** What the asking person finds: ?q=…&kind=… */
export const GET = (request: Request) =>
  answer(request, async (office, caller) => {
    const { searchParams } = new URL(request.url);
    const asked = { typed: searchParams.get('q') ?? '', kind: readKind(searchParams.get('kind')), show: 6 };
    const person = caller.person && (await findPerson(office.payload, caller.person.id));
    const timeZone = person?.timeZone ?? 'UTC';
    return searchHere(office, asked, { caller, language: await languageHere(), timeZone });
  });
