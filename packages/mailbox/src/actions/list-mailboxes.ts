import { action } from '@kontor/core';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { type Folder, foldersOf, type Mailbox, mailboxesOf } from '#mailboxes.ts';
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
  { bulk }: MailContext,
  mailbox: Mailbox,
  folder: Folder,
  person: string,
): Promise<FolderView> {
  const { id, name, role } = folder;
  const there = { folder: id, expunged: false };
  const total = await bulk.count('placements', there);
  const unread =
    mailbox.kind === 'personal'
      ? await bulk.count('placements', { ...there, seen: false })
      : total - (await bulk.count('marks', { folder: id, person }));
  // Between the two counts somebody may have moved something.
  return { id, name, role, total, unread: Math.max(0, unread) };
}
