import { createHash } from 'node:crypto';
import type { SearchKind, SearchText } from '#source.ts';
import { chunkText } from './chunk-text.ts';
import { cleanText } from './fold.ts';

/** A passage of a record, as Meilisearch keeps it. */
export interface SearchDocument {
  id: string;
  kind: SearchKind;
  record: string;
  topic: string;
  chunk: number;
  /** How many passages its record has. */
  chunks: number;
  title: string;
  text: string;
  scopes: readonly string[];
  date: number;
}

/** Characters of one record that are searched: some 200 pages of print. */
const mostText = 400_000;

/** Meilisearch takes letters, digits, - and _ in ids; ours may have more. */
export const documentId = (kind: SearchKind, record: string, chunk: number): string =>
  `${createHash('sha256').update(`${kind} ${record}`).digest('hex').slice(0, 32)}-${chunk}`;

/** All passages of a record, numbered through its texts. */
export function documentsOf(
  kind: SearchKind,
  record: string,
  texts: readonly SearchText[],
): SearchDocument[] {
  const passages = texts.flatMap(passagesOf);
  return passages.map((passage, chunk) => ({
    id: documentId(kind, record, chunk),
    kind,
    record,
    chunk,
    chunks: passages.length,
    ...passage,
  }));
}

function passagesOf({ topic, scopes, date, title, text }: SearchText) {
  const shared = { topic, scopes, date, title: cleanTitle(title) };
  return chunkText(foldLines(text.slice(0, mostText))).map((passage) => ({ ...shared, text: passage }));
}

/** A title as it stands in the index. */
export const cleanTitle = (title: string): string => cleanText(title).slice(0, 1000).trim();

/** Line ends guide where a text is cut, so each line is cleaned for itself. */
const foldLines = (text: string): string => text.split(/\r?\n/).map(cleanText).join('\n');
