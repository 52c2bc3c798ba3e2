import type { TreeNode } from '@kontor/wiki';

/** Where a page goes: below a parent (null is the top), before a sibling or (null) last. */
export interface Target {
  parent: string | null;
  before: string | null;
}

interface Found {
  siblings: readonly TreeNode[];
  index: number;
  /** From the top down to the parent. */
  above: readonly TreeNode[];
}

function find(nodes: readonly TreeNode[], page: string, above: readonly TreeNode[] = []): Found | null {
  for (const [index, node] of nodes.entries()) {
    if (node.id === page) return { siblings: nodes, index, above };
    const below = find(node.children, page, [...above, node]);
    if (below) return below;
  }
  return null;
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where one step leads: past a sibling, below the sibling before, or behind its parent. Null where there is no way. */
export function stepTarget(tree: readonly TreeNode[], page: string, step: Step): Target | null {
  const found = find(tree, page);
  if (!found) return null;
  const { siblings, index, above } = found;
  const parent = above.at(-1)?.id ?? null;
  const before = siblings[index - 1];
  switch (step) {
    case 'up':
      return before ? { parent, before: before.id } : null;
    case 'down':
      return siblings[index + 1] ? { parent, before: siblings[index + 2]?.id ?? null } : null;
    case 'in':
      return before ? { parent: before.id, before: null } : null;
    case 'out': {
      if (parent === null) return null;
      const outer = find(tree, parent);
      const next = outer?.siblings[outer.index + 1];
      return { parent: above.at(-2)?.id ?? null, before: next?.id ?? null };
    }
  }
}

export type Place = 'before' | 'into' | 'after';

/** Where a page goes that is dropped on another one; behind it is before the next sibling that is not the page itself. */
export function dropTarget(tree: readonly TreeNode[], page: string, onto: string, place: Place): Target {
  if (place === 'into') return { parent: onto, before: null };
  const found = find(tree, onto);
  const next = found?.siblings.slice(found.index + 1).find(({ id }) => id !== page);
  return { parent: found?.above.at(-1)?.id ?? null, before: place === 'before' ? onto : (next?.id ?? null) };
}

/** The tree as it is after the move; the same tree where it cannot be, as below itself. */
export function moved(tree: readonly TreeNode[], page: string, { parent, before }: Target): TreeNode[] {
  const found = find(tree, page);
  const node = found?.siblings[found.index];
  if (!node || parent === page || (parent !== null && find(node.children, parent))) return [...tree];
  const without = (nodes: readonly TreeNode[]): TreeNode[] =>
    nodes.filter(({ id }) => id !== page).map((one) => ({ ...one, children: without(one.children) }));
  const put = (nodes: TreeNode[]): TreeNode[] => {
    const at = nodes.findIndex(({ id }) => id === before);
    return at < 0 ? [...nodes, node] : [...nodes.slice(0, at), node, ...nodes.slice(at)];
  };
  const into = (nodes: TreeNode[]): TreeNode[] =>
    nodes.map((one) => ({ ...one, children: one.id === parent ? put(one.children) : into(one.children) }));
  return parent === null ? put(without(tree)) : into(without(tree));
}

/** The pages above one, which must be open for it to be seen. */
export const above = (tree: readonly TreeNode[], page: string | null): string[] =>
  page === null ? [] : (find(tree, page)?.above ?? []).map(({ id }) => id);
