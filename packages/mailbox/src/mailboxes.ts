import { newId } from '@kontor/core';
import type { MailContext } from './context.ts';
import type { FolderRole } from './types.ts';

type Parts = Pick<MailContext, 'payload' | 'bulk' | 'clock'>;

export interface Mailbox {
  id: string;
  address: string;
  name: string;
  kind: 'personal' | 'shared';
  owner: string | null;
  members: string[];
  groups: string[];
}

export interface Folder {
  id: string;
  mailbox: string;
  name: string;
  role: FolderRole | null;
  uidValidity: number;
}

const standardFolders: { name: string; role: FolderRole }[] = [
  { name: 'INBOX', role: 'inbox' },
  { name: 'Archive', role: 'archive' },
  { name: 'Drafts', role: 'drafts' },
  { name: 'Sent', role: 'sent' },
  { name: 'Junk', role: 'junk' },
  { name: 'Trash', role: 'trash' },
];

const toMailbox = (row: Record<string, unknown>): Mailbox => ({
  id: String(row['id']),
  address: String(row['address']),
  name: String(row['name']),
  kind: row['kind'] === 'shared' ? 'shared' : 'personal',
  owner: (row['owner'] as string | null | undefined) ?? null,
  members: (row['members'] as string[] | null | undefined) ?? [],
  groups: (row['groups'] as string[] | null | undefined) ?? [],
});

export async function findMailbox({ payload }: Parts, id: string): Promise<Mailbox | null> {
  const row = await payload.db.findOne({ collection: 'mailboxes', where: { id: { equals: id } } });
  return row ? toMailbox(row as never) : null;
}

export async function findMailboxByAddress({ payload }: Parts, address: string): Promise<Mailbox | null> {
  const row = await payload.db.findOne({ collection: 'mailboxes', where: { address: { equals: address } } });
  return row ? toMailbox(row as never) : null;
}

/** Every mailbox that a person may read: their own, and shared ones of which they or a group of theirs are. */
export async function mailboxesOf(
  { payload }: Parts,
  person: { id: string; groups: readonly string[] },
): Promise<Mailbox[]> {
  const groups = person.groups.length > 0 ? [{ groups: { in: [...person.groups] } }] : [];
  const shared = {
    and: [{ kind: { equals: 'shared' } }, { or: [{ members: { in: [person.id] } }, ...groups] }],
  };
  const { docs } = await payload.db.find({
    collection: 'mailboxes',
    where: { or: [{ owner: { equals: person.id } }, shared] },
    limit: 0,
    pagination: false,
  });
  const own = ({ kind }: Mailbox) => (kind === 'personal' ? 0 : 1);
  return docs
    .map((row) => toMailbox(row as never))
    .sort((one, other) => own(one) - own(other) || one.address.localeCompare(other.address));
}

export function mayRead(mailbox: Mailbox, person: { id: string; groups: readonly string[] }): boolean {
  if (mailbox.owner === person.id) return true;
  if (mailbox.kind === 'personal') return false;
  return mailbox.members.includes(person.id) || mailbox.groups.some((group) => person.groups.includes(group));
}

/** Creates a mailbox with its folders; what is there already stays, but for an owner who never came to be. */
export async function openMailbox(
  parts: Parts,
  wanted: Pick<Mailbox, 'address' | 'name' | 'kind'> & Partial<Pick<Mailbox, 'owner' | 'members' | 'groups'>>,
): Promise<Mailbox> {
  const address = wanted.address.toLowerCase();
  const present = await findMailboxByAddress(parts, address);
  const id = present?.id ?? newId(parts.clock.now());
  if (!present) {
    const data = { ...wanted, id, address };
    await parts.payload.create({ collection: 'mailboxes' as never, data: data as never, depth: 0 });
  }
  if (present && wanted.owner && present.owner !== wanted.owner) await takeOver(parts, present, wanted.owner);
  await openFolders(parts, id);
  return (await findMailbox(parts, id)) as Mailbox;
}

/** A set-up or a join that broke off leaves a mailbox of somebody who is not there. */
async function takeOver({ payload }: Parts, { id, owner: before }: Mailbox, owner: string): Promise<void> {
  const where = { id: { equals: before ?? '' } };
  if (await payload.db.findOne({ collection: 'persons', where })) return;
  await payload.db.updateOne({ collection: 'mailboxes', id, data: { owner }, returning: false });
}

async function openFolders({ bulk }: Parts, mailbox: string): Promise<void> {
  // Ids made from mailbox and role: two callers at once make the same rows.
  const rows = standardFolders.map(({ name, role }) => ({
    id: `${mailbox}:${role}`,
    name,
    role,
    parent: null,
    subscribed: true,
  }));
  await bulk.write([{ op: 'append', into: 'folders', scope: { mailbox }, numbers: ['uidValidity'], rows }]);
}

export async function foldersOf({ bulk }: Pick<MailContext, 'bulk'>, mailbox: string): Promise<Folder[]> {
  return (await bulk.find('folders', { mailbox }, { sort: 'uidValidity' })).map(toFolder);
}

export async function findFolder({ bulk }: Pick<MailContext, 'bulk'>, id: string): Promise<Folder | null> {
  const [row] = await bulk.find('folders', { id }, { limit: 1 });
  return row ? toFolder(row) : null;
}

const toFolder = (row: Record<string, unknown>): Folder => ({
  id: String(row['id']),
  mailbox: String(row['mailbox']),
  name: String(row['name']),
  role: (row['role'] as FolderRole | null | undefined) ?? null,
  uidValidity: Number(row['uidValidity']),
});

/** The folder id of a mailbox's special use. */
export const folderId = (mailbox: string, role: FolderRole): string => `${mailbox}:${role}`;
