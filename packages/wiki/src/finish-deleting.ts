import { changeOp, type Op } from '@kontor/data';
import type { WikiContext } from './context.ts';
import { deleting } from './pages.ts';

const written = ['wiki-attachments', 'wiki-asides', 'wiki-versions'];

/** Deletes what was marked for it in a space, also by a process that died before it came to it. */
export async function finishDeleting(
  { bulk, clock }: Pick<WikiContext, 'bulk' | 'clock'>,
  space: string,
): Promise<void> {
  const rows = await bulk.find('wiki-pages', { space, trashedWith: deleting }, { select: ['title'] });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await bulk.write([
    // The pages last: cut off in the middle, they still say what is left to delete.
    ...written.map((slug): Op => ({ op: 'delete', in: slug, where: { page: { in: ids } } })),
    { op: 'delete', in: 'wiki-pages', where: { id: { in: ids } } },
    ...ids.map((id) => changeOp('wiki.page-gone', id, {}, clock.now())),
  ]);
}
