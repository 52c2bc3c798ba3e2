import { slugOf } from '@kontor/wiki/address';

export type WikiPlace =
  | { kind: 'spaces' }
  | { kind: 'space' | 'trash' | 'settings'; space: string }
  | { kind: 'page' | 'edit' | 'history'; space: string; page: string };

const pageId = /(?:^|-)([a-z2-9]{10})$/;

/** What an address names: /wiki/SPACE/WORDS-ID. Only the id finds a page, so that names may change. Null for none. */
export function readWikiPlace(parts: readonly string[]): WikiPlace | null {
  const [space, page, what, ...more] = parts;
  if (space === undefined) return { kind: 'spaces' };
  if (page === undefined) return { kind: 'space', space };
  if (more.length > 0) return null;
  const id = pageId.exec(page)?.[1];
  if (id) {
    if (what === undefined) return { kind: 'page', space, page: id };
    return what === 'edit' || what === 'history' ? { kind: what, space, page: id } : null;
  }
  return (page === 'trash' || page === 'settings') && what === undefined ? { kind: page, space } : null;
}

export const spaceAddress = (slug: string, what?: 'trash' | 'settings'): string =>
  ['/wiki', encodeURIComponent(slug), ...(what ? [what] : [])].join('/');

export function pageAddress(
  space: string,
  { id, title }: { id: string; title: string },
  what?: 'edit' | 'history',
): string {
  const slug = slugOf(title);
  const last = encodeURIComponent(slug === '' ? id : `${slug}-${id}`);
  return ['/wiki', encodeURIComponent(space), last, ...(what ? [what] : [])].join('/');
}
