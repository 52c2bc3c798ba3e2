import { changeOp } from '@kontor/data';
import type { WikiContext } from './context.ts';
import { livePages, type Page } from './pages.ts';
import { wikiProblems } from './problems.ts';
import { branchOf, childrenOf, deepest, heightOf, pathTo, rankBefore } from './tree.ts';

type Parts = Pick<WikiContext, 'bulk' | 'clock'>;

interface Move {
  number: number;
  page: string;
  parent: string | null;
  rank: string;
}

const mostTries = 20;

/**
 * Puts a page below another one, before a sibling or last. Moves of a space have one order: each takes the next number in
 * the space's row by compare-and-set, seen against the tree that the one before left. So two that are right alone and
 * make a circle together are never both done. Whoever comes after a move that was recorded and not carried out (its
 * process died) carries it out first.
 */
export async function moveInTree(
  context: Parts,
  page: Page,
  { parent, before }: { parent: string | null; before: string | null },
): Promise<void> {
  const { bulk } = context;
  for (let tried = 0; tried < mostTries; tried += 1) {
    const moves = await settleMoves(context, page.space);
    const rows = await livePages(context, page.space);
    const move = { number: moves + 1, page: page.id, parent, rank: placeIn(rows, page.id, parent, before) };
    const [taken] = await bulk.write([
      {
        op: 'update',
        in: 'wiki-spaces',
        where: { id: page.space, moves },
        set: { moves: move.number, lastMove: move },
      },
    ]);
    if ((taken?.count ?? 0) > 0) return carryOut(context, move);
  }
  wikiProblems.raise('tree-busy');
}

/** Its new rank, or the reason why it cannot go there. */
function placeIn(rows: readonly Page[], page: string, parent: string | null, before: string | null): string {
  if (!rows.some(({ id }) => id === page)) wikiProblems.raise('in-trash');
  if (parent !== null && !rows.some(({ id }) => id === parent)) wikiProblems.raise('no-such-page');
  if (parent !== null && branchOf(rows, page).includes(parent)) wikiProblems.raise('below-itself');
  const above = parent === null ? 0 : pathTo(rows, parent).length;
  if (above + heightOf(rows, page) > deepest) wikiProblems.raise('too-deep');
  const all = childrenOf(rows).get(parent) ?? [];
  const others = all.filter(({ id }) => id !== page);
  const own = all.findIndex(({ id }) => id === page);
  // Before itself is where it is.
  return rankBefore(others, before === page && own >= 0 ? (others[own]?.id ?? null) : before);
}

/** How many moves the space has seen, all of them carried out. */
export async function settleMoves(context: Parts, space: string): Promise<number> {
  const [row] = await context.bulk.find('wiki-spaces', { id: space }, { select: ['moves', 'lastMove'] });
  if (!row) return wikiProblems.raise('no-such-space');
  const last = row['lastMove'] as Move | null | undefined;
  const isWaiting =
    last && (await context.bulk.count('wiki-pages', { id: last.page, moved: { lt: last.number } }));
  if (last && isWaiting) await carryOut(context, last);
  return Number(row['moves']);
}

async function carryOut({ bulk, clock }: Parts, { number, page, parent, rank }: Move): Promise<void> {
  await bulk.write([
    {
      op: 'update',
      in: 'wiki-pages',
      where: { id: page, moved: { lt: number } },
      set: { parent, rank, moved: number },
    },
    changeOp('wiki.page-changed', page, { what: 'place' }, clock.now()),
  ]);
}
