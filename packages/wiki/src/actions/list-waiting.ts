import { action } from '@kontor/core';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { rightsOf } from '#rights.ts';

export interface WaitingPage {
  id: string;
  title: string;
  /** The space's part of the page's address. */
  space: string;
  /** "aside": a text of the reader's own waits to be taken or dropped. "news": somebody else changed it lately. */
  why: 'aside' | 'news';
  /** Milliseconds since 1970. */
  at: number;
}

const mostShown = 6;
const lately = 14 * 24 * 60 * 60 * 1000;

/** The pages that wait for a person: first those where a text of theirs is undecided, then what others changed lately. */
export const listWaiting = action({
  name: 'wiki.list-waiting',
  quiet: true,
  input: z.object({}),
  can: (caller) => caller.person !== null,
  async run(context: WikiContext, _input, caller): Promise<WaitingPage[]> {
    if (!caller.person) return [];
    const { bulk, clock } = context;
    const author = caller.person.id;
    const rights = await rightsOf(context, caller.person);
    const ids = [...rights.keys()];
    const slugs = new Map(
      (await bulk.find('wiki-spaces', { id: { in: ids } }, { select: ['slug'] })).map((row) => [
        row.id,
        String(row['slug']),
      ]),
    );
    const asides = await bulk.find('wiki-asides', { author }, { select: ['page'], limit: mostShown });
    const undecided = [...new Set(asides.map(({ page }) => String(page)))];
    const where = { trashedWith: null, space: { in: ids } };
    const select = ['title', 'space', 'changedAt'];
    const [waiting, changed] = await Promise.all([
      bulk.find('wiki-pages', { ...where, id: { in: undecided } }, { select }),
      bulk.find(
        'wiki-pages',
        { ...where, author: { not: author }, changedAt: { gt: clock.now() - lately } },
        { sort: '-changedAt', limit: mostShown, select },
      ),
    ]);
    const news = changed.filter(({ id }) => !undecided.includes(id));
    return [...waiting, ...news].slice(0, mostShown).flatMap(({ id, title, space, changedAt }) => {
      const slug = slugs.get(String(space));
      if (slug === undefined) return [];
      const why = undecided.includes(id) ? ('aside' as const) : ('news' as const);
      return { id, title: String(title), space: slug, why, at: Number(changedAt) };
    });
  },
});
