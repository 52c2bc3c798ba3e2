import { type ActionContext, action } from '@kontor/core';
import { z } from 'zod';
import type { Search } from '#search.ts';
import { searchKinds } from '#source.ts';

export interface SearchContext extends ActionContext {
  search: Search;
}

/** Whatever the asking person may see, of every kind or of one. */
export const findAnything = action({
  name: 'search.find-anything',
  quiet: true,
  input: z.object({
    // However long it is, its beginning is looked at: a box into which a page was pasted is not an error.
    typed: z.string(),
    kind: z.enum(searchKinds).optional(),
    show: z.number().int().min(1).max(50).default(5),
  }),
  can: (caller) => caller.person !== null,
  async run({ search }: SearchContext, { typed, kind, show }, caller) {
    if (!caller.person) return { query: '', without: null, groups: [] };
    return search.find(caller.person, { typed, show, ...(kind ? { kinds: [kind] } : {}) });
  },
});
