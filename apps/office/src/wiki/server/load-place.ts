import { Problem } from '@kontor/core';
import { listSpaces, type PageView, readPage, readTree, type SpaceView, type TreeNode } from '@kontor/wiki';
import { pageAddress, spaceAddress, type WikiPlace } from '../wiki-address.ts';
import type { WikiAsked } from './wiki-asked.ts';
import type { WikiReader } from './wiki-reader.ts';

export interface Loaded {
  spaces: SpaceView[];
  /** Null in the list of spaces, and where what was asked for is shut or gone. */
  space: SpaceView | null;
  tree: TreeNode[];
  page: PageView | null;
  what: WikiPlace['kind'] | 'shut';
}

/** What stands at a place. A page is found by its id alone: an address with an older name leads to the one of now. */
export async function loadPlace(
  { office, caller }: WikiReader,
  place: WikiPlace,
  asked: WikiAsked,
): Promise<Loaded | { redirect: string }> {
  const wanted = 'page' in place ? place : null;
  const version = wanted?.kind === 'page' && asked.version ? { version: asked.version } : {};
  const [spaces, page] = await Promise.all([
    listSpaces.perform(office, {}, caller),
    wanted ? orShut(readPage.perform(office, { page: wanted.page, ...version }, caller)) : null,
  ]);
  const shut: Loaded = { spaces, space: null, tree: [], page: null, what: 'shut' };
  if (place.kind === 'spaces') return { ...shut, what: 'spaces' };
  const space = spaces.find(({ id, slug }) => (page ? id === page.space : slug === place.space)) ?? null;
  if (!space || (wanted && !page)) return shut;
  if (page && wanted) {
    const said = wanted.kind === 'page' ? undefined : wanted.kind;
    const here = pageAddress(space.slug, page, said);
    const [path = '', search] = asked.path.split('?');
    if (version.version === undefined && !isSamePath(path, here))
      return { redirect: search ? `${here}?${search}` : here };
  }
  if (page && place.kind === 'edit' && (page.may === 'read' || page.trashedAt !== null))
    return { redirect: pageAddress(space.slug, page) };
  if (isBeyond(place.kind, space)) return { redirect: spaceAddress(space.slug) };
  const tree = await readTree.perform(office, { space: space.id }, caller);
  return { spaces, space, tree, page, what: place.kind };
}

/** What is there only for those who may do more than read; the actions behind it ask again. */
function isBeyond(kind: WikiPlace['kind'], { may }: SpaceView): boolean {
  return kind === 'settings' ? may !== 'manage' : kind === 'trash' && may === 'read';
}

function isSamePath(one: string, other: string): boolean {
  try {
    return decodeURIComponent(one) === decodeURIComponent(other);
  } catch {
    return false;
  }
}

/** Shut and gone look alike. */
async function orShut<Out>(performed: Promise<Out>): Promise<Out | null> {
  try {
    return await performed;
  } catch (error) {
    if (error instanceof Problem && ['forbidden', 'missing'].includes(error.kind)) return null;
    throw error;
  }
}
