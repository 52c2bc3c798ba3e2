import { ownPath } from '#sign-in/own-path.ts';
import type { Change, Undo } from '../mail-screen-data.ts';

/**
 * Where a plain form leads: back to the list it stood in, for the conversation may have left its folder. The way back
 * is part of the address; it opens nothing, since each deed is judged when it is asked for.
 */
export function afterForm(request: Request, { deed }: Pick<Change, 'deed'>, undo: Undo | null): string {
  const from = new URL(request.headers.get('referer') ?? '/mail', request.url);
  const [, , mailbox = '', folder = ''] = from.pathname.split('/');
  const list = ownPath(`/mail/${mailbox}/${folder}`.replace(/\/+$/, ''));
  const query = new URLSearchParams({ done: deed });
  if (undo) query.set('undo', [undo.folder, undo.thread, undo.to.folder].join(' '));
  return `${list}?${query}`;
}

/** What the address says about what was just done, for a page that has no script to remember it. */
export function readDone(
  done: string | null,
  undo: string | null,
): { deed: string; undo: Undo | null } | null {
  if (done === null) return null;
  const [folder, thread, to] = (undo ?? '').split(' ');
  return { deed: done, undo: folder && thread && to ? { folder, thread, to: { folder: to } } : null };
}
