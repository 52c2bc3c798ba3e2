import { action } from '@kontor/core';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { countDrafts } from '#drafts/drafts-list.ts';
import { type Folder, foldersOf, type Mailbox, mailboxesOf } from '#mailboxes.ts';
import { countUnread } from '#seen.ts';
import type { FolderView, MailboxView } from '#types.ts';

/** The mailboxes a person reads, with their folders and what is unread in each. */
export const listMailboxes = action({
  name: 'mailbox.list-mailboxes',
  quiet: true,
  input: z.object({}),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, _input, caller): Promise<MailboxView[]> {
    if (!caller.person) return [];
    const views: MailboxView[] = [];
    for (const mailbox of await mailboxesOf(context, caller.person)) {
      const { id, address, name, kind } = mailbox;
      const folders: FolderView[] = [];
      for (const folder of await foldersOf(context, id)) {
        folders.push(await viewOf(context, mailbox, folder, caller.person.id));
      }
      views.push({ id, address, name, kind, folders });
    }
    return views;
  },
});

async function viewOf(
  context: MailContext,
  mailbox: Mailbox,
  folder: Folder,
  person: string,
): Promise<FolderView> {
  const { id, name, role } = folder;
  const total = await context.bulk.count('placements', { folder: id, expunged: false });
  const drafts = role === 'drafts' ? await countDrafts(context, { mailbox: mailbox.id, author: person }) : 0;
  const unread = total === 0 ? 0 : await countUnread(context, { folder, mailbox, person });
  return { id, name, role, total: total + drafts, unread };
}
