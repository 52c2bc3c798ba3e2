import { action } from '@kontor/core';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { moveInTree } from '#move-in-tree.ts';
import { findPage } from '#pages.ts';
import { onPage } from '#rights.ts';
import { idField } from './fields.ts';

/** Moves a page within its space: below another page (or to the top), before a sibling or last. */
export const movePage = action({
  name: 'wiki.move-page',
  input: z.object({ page: idField, parent: idField.nullable(), before: idField.nullable().default(null) }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page, parent, before }): Promise<void> {
    await moveInTree(context, await findPage(context, page), { parent, before });
  },
});
