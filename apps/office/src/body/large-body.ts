import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from '#proxy/refusal.ts';

/** What a form or a call may hold. */
const mostBytes = 1_000_000;
/** A picture or an attachment of 25 MB, and the form around it. */
const mostUpload = 26_000_000;

/** A page of the wiki of a million characters, with what JSON needs around them. */
export const mostPage = 12_000_000;

/** Pictures of the website, files of a draft, files of a wiki page, and such a page itself. */
const takesMore: [verbs: string[], where: RegExp, most: number][] = [
  [['POST', 'PATCH'], /^\/api\/media(\/[^/]+)?$/, mostUpload],
  [['POST'], /^\/mail-data\/letter\/file$/, mostUpload],
  [['POST'], /^\/wiki-data\/files\/[^/]+$/, mostUpload],
  [['PUT'], /^\/wiki-data\/page\/[^/]+$/, mostPage],
];

interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

interface House {
  /** The id of who calls; null for a stranger. */
  caller(): Promise<string | null>;
  /** Whether one more large body of this person fits beside those that are under way; from then on it is one of them. */
  begin(person: string): boolean;
}

/**
 * What to answer, before it is read, to a body that is too large or does not say how large it is (it could be of any
 * size); null where it may come in. Next keeps all of it in memory: only somebody of the firm may send that much, and only
 * where it is wanted.
 */
export async function refuseLargeBody(
  { method, path, headers }: Asked,
  { caller, begin }: House,
): Promise<Refusal | null> {
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, text: 'This arrived without its length. Nothing was done.' };
  const bytes = Number(headers['content-length'] ?? 0);
  if (bytes <= mostBytes) return null;
  const tooLarge = { status: 413, text: 'This form is too large. Nothing was done.' };
  const isTaken = takesMore.some(
    ([verbs, where, most]) => verbs.includes(method) && where.test(path) && bytes <= most,
  );
  if (!isTaken) return tooLarge;
  const person = await caller();
  if (!person) return tooLarge;
  return begin(person)
    ? null
    : { status: 429, text: 'Other large things are on their way. Send this one when they have arrived.' };
}
