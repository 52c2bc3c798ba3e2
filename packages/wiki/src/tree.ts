import { generateKeyBetween } from 'fractional-indexing';

/** A page's place, as it is kept. */
export interface TreeRow {
  id: string;
  parent: string | null;
  rank: string;
  title: string;
}

export interface TreeNode {
  id: string;
  title: string;
  children: TreeNode[];
}

/** As deep as a tree may be. */
export const deepest = 20;

const byRank = (one: TreeRow, other: TreeRow): number =>
  one.rank === other.rank ? (one.id < other.id ? -1 : 1) : one.rank < other.rank ? -1 : 1;

/**
 * Rows as a tree. None is ever left out: what hangs on a page that is not among them stands at the top, and so would one
 * of a circle, should there ever be one.
 */
export function arrange(rows: readonly TreeRow[]): TreeNode[] {
  const below = childrenOf(rows);
  const reached = new Set<string>();
  const grow = (row: TreeRow): TreeNode => {
    reached.add(row.id);
    const children = (below.get(row.id) ?? []).filter(({ id }) => !reached.has(id)).map(grow);
    return { id: row.id, title: row.title, children };
  };
  const tops = (below.get(null) ?? []).map(grow);
  for (const row of [...rows].sort(byRank)) if (!reached.has(row.id)) tops.push(grow(row));
  return tops;
}

/** Siblings in their order, by what they hang on; what hangs on nothing that is there hangs at the top. */
export function childrenOf(rows: readonly TreeRow[]): Map<string | null, TreeRow[]> {
  const there = new Set(rows.map(({ id }) => id));
  const below = new Map<string | null, TreeRow[]>();
  for (const row of [...rows].sort(byRank)) {
    const parent = row.parent !== null && there.has(row.parent) ? row.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  return below;
}

/** A page and everything below it. */
export function branchOf(rows: readonly TreeRow[], page: string): string[] {
  const below = childrenOf(rows);
  const found = new Set([page]);
  // A set goes on over what is added to it while it is walked.
  for (const id of found) for (const child of below.get(id) ?? []) found.add(child.id);
  return [...found];
}

/** From the top down to the page itself. */
export function pathTo(rows: readonly TreeRow[], page: string): TreeRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const path: TreeRow[] = [];
  for (let row = byId.get(page); row && !path.includes(row); row = byId.get(row.parent ?? ''))
    path.unshift(row);
  return path;
}

/** How many levels a page and what is below it take up. */
export function heightOf(rows: readonly TreeRow[], page: string): number {
  const below = childrenOf(rows);
  let level = [page];
  let height = 0;
  while (level.length > 0 && height <= rows.length) {
    height += 1;
    level = level.flatMap((id) => (below.get(id) ?? []).map((row) => row.id));
  }
  return height;
}

/** A rank that puts a page before that sibling, or last. */
export function rankBefore(siblings: readonly TreeRow[], before: string | null): string {
  const found = siblings.findIndex(({ id }) => id === before);
  const index = found < 0 ? siblings.length : found;
  const lower = siblings[index - 1]?.rank ?? null;
  // Two that came in the same moment may share a rank: the first that is higher bounds it.
  const upper = siblings.slice(index).find(({ rank }) => lower === null || rank > lower)?.rank ?? null;
  return generateKeyBetween(lower, upper);
}
