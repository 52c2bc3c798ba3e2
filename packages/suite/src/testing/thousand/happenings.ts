import { deleteConversation, folderId } from '@kontor/mailbox';
import { findPerson, type Person, setRole } from '@kontor/people';
import { movePage, removeAttachment, restorePage, setRight, trashPage } from '@kontor/wiki';
import type { Office } from '#office.ts';
import { as } from '../open-test-office.ts';
import type { Chance } from './chance.ts';
import { branchBelow, type KnownFirm, mayLookInMailbox, mayLookInSpace, type Thing } from './known-firm.ts';

interface Happening {
  office: Office;
  firm: KnownFirm;
  chance: Chance;
  /** Who may do everything. */
  admin: Person;
}

/** Whom it concerns, and things that may be found by them now and were not before, or no more. */
export interface Concerned {
  persons: string[];
  things: Thing[];
}

type Happens = (parts: Happening) => Promise<Concerned>;

const update = ({ office }: Happening, collection: 'persons' | 'mailboxes', id: string, data: object) =>
  office.payload.update({ collection, id, data, depth: 0 } as never);
const thingsIn = ({ firm }: Happening, home: string): Thing[] =>
  firm.things.filter((one) => one.home === home);
const membersOf = ({ firm }: Happening, group: string): string[] =>
  [...firm.persons].filter(([, { groups }]) => groups.has(group)).map(([id]) => id);
const sharedOf = ({ firm }: Happening): string[] =>
  [...firm.mailboxes].filter(([, { owner }]) => owner === null).map(([id]) => id);
const livePagesOf = ({ firm }: Happening): string[] =>
  [...firm.pages].filter(([, { trashedWith }]) => trashedWith === null).map(([id]) => id);
/** The page and its files, of each. */
const thingsOfPages = (parts: Happening, pages: string[]): Thing[] =>
  parts.firm.things.filter(({ id, home }) => pages.includes(id) || pages.includes(home));
const groupsInUse = ({ firm }: Happening): string[] => [
  ...new Set([...firm.persons.values()].flatMap(({ groups }) => [...groups])),
];

const aRightIsWithdrawn: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const space = chance.one([...firm.spaces].filter(([, { open }]) => open.size > 0).map(([id]) => id));
  const group = chance.one([...(firm.spaces.get(space)?.open ?? [])]);
  await setRight.perform(office, { space, group, may: 'none' }, as(admin));
  firm.spaces.get(space)?.open.delete(group);
  const persons = group === 'everyone' ? [...firm.persons.keys()] : membersOf(parts, group);
  return { persons, things: thingsIn(parts, space) };
};

const aRightIsGiven: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const [space, group] = [chance.one([...firm.spaces.keys()]), chance.one(groupsInUse(parts))];
  await setRight.perform(office, { space, group, may: 'read' }, as(admin));
  firm.spaces.get(space)?.open.add(group);
  return { persons: membersOf(parts, group), things: thingsIn(parts, space) };
};

/** Somebody is put into other groups than before. */
const aPersonChangesGroups: Happens = async (parts) => {
  const { firm, chance } = parts;
  const person = chance.one([...firm.persons].filter(([, { groups }]) => groups.size > 0).map(([id]) => id));
  const who = firm.persons.get(person);
  const before = [...(who?.groups ?? [])];
  const groups = new Set([...before.slice(1), ...chance.some(groupsInUse(parts), chance.below(2))]);
  await update(parts, 'persons', person, { groups: [...groups] });
  if (who) who.groups = groups;
  const touched = [...before, ...groups];
  const spaces = [...firm.spaces].filter(([, { open }]) => touched.some((one) => open.has(one)));
  const boxes = [...firm.mailboxes].filter(([, box]) => touched.some((one) => box.groups.has(one)));
  return { persons: [person], things: [...spaces, ...boxes].flatMap(([id]) => thingsIn(parts, id)) };
};

const aGroupIsDeleted: Happens = async (parts) => {
  const { office, firm, chance } = parts;
  const group = chance.one(groupsInUse(parts));
  const persons = membersOf(parts, group);
  await office.payload.delete({ collection: 'groups', id: group } as never);
  for (const { groups } of firm.persons.values()) groups.delete(group);
  const spaces = [...firm.spaces].filter(([, { open }]) => open.has(group));
  const boxes = [...firm.mailboxes].filter(([, { groups }]) => groups.has(group));
  return { persons, things: [...spaces, ...boxes].flatMap(([id]) => thingsIn(parts, id)) };
};

/** A shared mailbox loses who read it, persons or a group, and gets another. */
const aMailboxIsSharedOtherwise: Happens = async (parts) => {
  const { firm, chance } = parts;
  const mailbox = chance.one(sharedOf(parts));
  const box = firm.mailboxes.get(mailbox);
  if (!box) return { persons: [], things: [] };
  const before = [...box.members, ...[...box.groups].flatMap((group) => membersOf(parts, group))];
  box.members = new Set([...[...box.members].slice(1), chance.one([...firm.persons.keys()])]);
  if (chance.below(2) === 0) box.groups = new Set([...box.groups].slice(1));
  await update(parts, 'mailboxes', mailbox, { members: [...box.members], groups: [...box.groups] });
  return { persons: [...before, ...box.members], things: thingsIn(parts, mailbox) };
};

const aMailIsDeletedForGood: Happens = async (parts) => {
  const { office, firm, chance } = parts;
  const mailbox = chance.one([...firm.mailboxes.keys()]);
  const readers = [...firm.persons.keys()].filter((id) => mayLookInMailbox(firm, id, mailbox));
  const mail = thingsIn(parts, mailbox).find(({ id }) => !firm.gone.has(id));
  const reader = readers[0] && (await findPerson(office.payload, readers[0]));
  if (!mail || !reader) return { persons: [], things: [] };
  for (const role of ['inbox', 'trash'] as const) {
    const where = { folder: folderId(mailbox, role), thread: mail.id };
    await deleteConversation.perform(office, where, as(reader));
  }
  firm.gone.add(mail.id);
  return { persons: readers, things: [mail] };
};

const aPageIsMoved: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const page = chance.one(livePagesOf(parts));
  const known = firm.pages.get(page);
  const branch = branchBelow(firm, page);
  const others = livePagesOf(parts).filter((id) => firm.pages.get(id)?.space === known?.space);
  const parent = chance.one([null, ...others.filter((id) => !branch.includes(id))]);
  await movePage.perform(office, { page, parent }, as(admin));
  if (known) known.parent = parent;
  return { persons: someWhoRead(parts, known?.space), things: thingsOfPages(parts, branch) };
};

const aPageIsTrashed: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const page = chance.one(livePagesOf(parts));
  await trashPage.perform(office, { page }, as(admin));
  const branch = branchBelow(firm, page);
  for (const id of branch) {
    const known = firm.pages.get(id);
    if (known) known.trashedWith = page;
  }
  return { persons: someWhoRead(parts, firm.pages.get(page)?.space), things: thingsOfPages(parts, branch) };
};

const aPageIsRestored: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const trashed = [...firm.pages].filter(([id, { trashedWith }]) => trashedWith === id).map(([id]) => id);
  if (trashed.length === 0) return { persons: [], things: [] };
  const page = chance.one(trashed);
  await restorePage.perform(office, { page }, as(admin));
  const back = [...firm.pages].filter(([, { trashedWith }]) => trashedWith === page);
  for (const [, known] of back) known.trashedWith = null;
  const persons = someWhoRead(parts, firm.pages.get(page)?.space);
  return {
    persons,
    things: thingsOfPages(
      parts,
      back.map(([id]) => id),
    ),
  };
};

const aFileIsTakenOff: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const live = livePagesOf(parts);
  const there = ({ kind, id, home }: Thing) => kind === 'file' && live.includes(home) && !firm.gone.has(id);
  const file = chance.one(firm.things.filter(there));
  await removeAttachment.perform(office, { attachment: file.id }, as(admin));
  firm.gone.add(file.id);
  return { persons: someWhoRead(parts, firm.pages.get(file.home)?.space), things: [file] };
};

/** Who is an admin reads every space, and nobody's mail. */
const aRoleIsGiven: Happens = async (parts) => {
  const { office, firm, chance, admin } = parts;
  const [person, who] = chance.one([...firm.persons].filter(([id]) => id !== admin.id));
  const role = who.role === 'admin' ? 'staff' : 'admin';
  await setRole.perform(office, { person, role }, as(admin));
  who.role = role;
  return { persons: [person], things: firm.things };
};

const someWhoRead = ({ firm, chance }: Happening, space = ''): string[] => {
  const readers = [...firm.persons.keys()].filter((id) => mayLookInSpace(firm, id, space));
  return chance.some([...readers, chance.one([...firm.persons.keys()])], 3);
};

/** What happens in a firm to what may be found, each through the door by which people do it. */
export const happenings = {
  'a right is withdrawn': aRightIsWithdrawn,
  'a right is given': aRightIsGiven,
  'a person changes groups': aPersonChangesGroups,
  'a group is deleted': aGroupIsDeleted,
  'a mailbox is shared otherwise': aMailboxIsSharedOtherwise,
  'a mail is deleted for good': aMailIsDeletedForGood,
  'a page is moved': aPageIsMoved,
  'a page is put into the trash': aPageIsTrashed,
  'a page is restored': aPageIsRestored,
  'a file is taken off its page': aFileIsTakenOff,
  'a role is given': aRoleIsGiven,
} satisfies Record<string, Happens>;
