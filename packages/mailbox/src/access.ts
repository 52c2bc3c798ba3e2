import type { Caller, Rule } from '@kontor/core';
import type { MailContext } from './context.ts';
import { type Folder, findFolder, findMailbox, type Mailbox, mayRead } from './mailboxes.ts';
import { mailboxProblems } from './problems.ts';

/** Whoever owns the folder's mailbox or shares it. Being an admin opens nobody's own mail. */
export const folderReaders: Rule<{ folder: string }, MailContext> = async (caller, { folder }, context) => {
  const found = await findFolder(context, folder);
  return found !== null && (await readsMailbox(caller, found.mailbox, context));
};

export const messageReaders: Rule<{ message: string }, MailContext> = async (
  caller,
  { message },
  context,
) => {
  const [row] = await context.bulk.find('messages', { id: message }, { limit: 1, select: ['mailbox'] });
  return row !== undefined && (await readsMailbox(caller, String(row['mailbox']), context));
};

async function readsMailbox(caller: Caller, id: string, context: MailContext): Promise<boolean> {
  if (!caller.person) return false;
  const mailbox = await findMailbox(context, id);
  return mailbox !== null && mayRead(mailbox, caller.person);
}

export interface Place {
  folder: Folder;
  mailbox: Mailbox;
  person: string;
}

/** The folder with its mailbox, for an action whose rule has passed. */
export async function placeOf(context: MailContext, folderId: string, caller: Caller): Promise<Place> {
  const folder = await findFolder(context, folderId);
  const mailbox = folder ? await findMailbox(context, folder.mailbox) : null;
  if (!folder || !mailbox || !caller.person) return mailboxProblems.raise('no-such-folder');
  return { folder, mailbox, person: caller.person.id };
}
