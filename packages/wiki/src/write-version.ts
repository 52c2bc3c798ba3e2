import { isDeepStrictEqual } from 'node:util';
import { type Caller, newId } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import { type ReadDocument, readDocument } from '#document/read-document.ts';
import type { DocumentJson } from '#document/types.ts';
import type { WikiContext } from './context.ts';
import { newestVersion, type Version } from './pages.ts';
import { wikiProblems } from './problems.ts';

export type Saved =
  | { saved: true; version: number }
  /** Somebody else had saved meanwhile: what was sent is kept beside it. */
  | { saved: false; aside: string; newest: number };

interface Text {
  title: string;
  document: DocumentJson;
  restores?: number;
}

/** A document out of foreign hands, or the problem with it. */
export const checkedDocument = (value: unknown): DocumentJson => knownDocument(readDocument(value));

export function knownDocument(read: ReadDocument): DocumentJson {
  if (read.ok) return read.document;
  return wikiProblems.raise(read.why === 'too-large' ? 'page-too-large' : 'not-a-document');
}

/** The version as a step of a write; of two with the same number the first one stays. */
export const versionOp = (page: string, number: number, text: Text, by: Stamp): Op => ({
  op: 'insert',
  into: 'wiki-versions',
  rows: [{ id: `${page}.${number}`, page, number, restores: null, ...text, ...by }],
});

export interface Stamp {
  author: string | null;
  at: number;
}

export const stampOf = ({ clock }: Pick<WikiContext, 'clock'>, caller: Caller): Stamp => ({
  author: caller.person?.id ?? null,
  at: clock.now(),
});

/**
 * Writes the version after `base`. The row's id is its page and number, so that of two who both began from `base` exactly
 * one writes it, on either engine; the other's text is kept aside.
 */
export async function writeVersion(
  context: Pick<WikiContext, 'bulk' | 'clock'>,
  page: string,
  base: number,
  text: Text,
  by: Stamp,
): Promise<Saved> {
  const newest = await newestVersion(context, page);
  // Also what was sent twice, because the first answer was lost.
  if (isSame(newest, text)) return { saved: true, version: newest.number };
  if (base === newest.number && (await insertVersion(context, newest, text, by))) {
    await nameAfter(context, page, { number: base + 1, title: text.title, ...by });
    return { saved: true, version: base + 1 };
  }
  // Or sent twice at once: the other of the two was quicker.
  const now = await newestVersion(context, page);
  if (isSame(now, text)) return { saved: true, version: now.number };
  const aside = newId(by.at);
  const { title, document } = text;
  await context.bulk.write([
    { op: 'insert', into: 'wiki-asides', rows: [{ id: aside, page, base, title, document, ...by }] },
  ]);
  return { saved: false, aside, newest: now.number };
}

async function insertVersion(
  { bulk }: Pick<WikiContext, 'bulk'>,
  { page, number, title }: Version,
  text: Text,
  by: Stamp,
): Promise<boolean> {
  const told = { what: 'text', ...(title === text.title ? {} : { renamed: true }) };
  const [inserted] = await bulk.write([
    versionOp(page, number + 1, text, by),
    changeOp('wiki.page-changed', page, told, by.at),
  ]);
  return (inserted?.count ?? 0) > 0;
}

/** The page's row follows its newest version; an older one that comes late changes nothing. */
export async function nameAfter(
  { bulk }: Pick<WikiContext, 'bulk'>,
  page: string,
  { number, title, author, at }: Pick<Version, 'number' | 'title' | 'author' | 'at'>,
): Promise<void> {
  const set = { title, version: number, author, changedAt: at };
  await bulk.write([{ op: 'update', in: 'wiki-pages', where: { id: page, version: { lt: number } }, set }]);
}

const isSame = (version: Version, { title, document }: Text): boolean =>
  version.title === title && isDeepStrictEqual(plain(version.document), plain(document));

const plain = (document: DocumentJson): unknown => JSON.parse(JSON.stringify(document));
