import type { Role } from '@kontor/core';
import type { SearchKind } from '@kontor/search';

/** Something that can be found. Its number and its mark stand in all of its words; the mark is no other thing's. */
export interface Thing {
  kind: SearchKind;
  id: string;
  number: string;
  mark: string;
  /** The space of a page, the page of a file, the mailbox of a mail. */
  home: string;
}

/** What has a name that shows only to those who may look in: a space, a shared mailbox. */
interface Home {
  mark: string;
}

/**
 * What a firm is, told beside the database by whoever changes it. Who may find what is said below by the rule alone (ADR 0052, 0061):
 * nothing of the code that is tested is asked.
 */
export interface KnownFirm {
  persons: Map<string, { role: Role; groups: Set<string> }>;
  /** Groups that may do something in it, or "everyone". */
  spaces: Map<string, Home & { open: Set<string> }>;
  pages: Map<string, { space: string; parent: string | null; trashedWith: string | null }>;
  mailboxes: Map<string, Home & { owner: string | null; members: Set<string>; groups: Set<string> }>;
  things: Thing[];
  /** Ids of what was deleted for good. */
  gone: Set<string>;
}

export const noFirm = (): KnownFirm => ({
  persons: new Map(),
  spaces: new Map(),
  pages: new Map(),
  mailboxes: new Map(),
  things: [],
  gone: new Set(),
});

export function mayFind(firm: KnownFirm, person: string, { kind, id, home }: Thing): boolean {
  if (firm.gone.has(id)) return false;
  if (kind === 'mail') return mayLookInMailbox(firm, person, home);
  const page = firm.pages.get(kind === 'page' ? id : home);
  return page !== undefined && page.trashedWith === null && mayLookInSpace(firm, person, page.space);
}

export function mayLookInSpace(firm: KnownFirm, person: string, space: string): boolean {
  const who = firm.persons.get(person);
  const open = firm.spaces.get(space)?.open;
  if (!who || !open) return false;
  return who.role === 'admin' || open.has('everyone') || [...who.groups].some((group) => open.has(group));
}

export function mayLookInMailbox(firm: KnownFirm, person: string, mailbox: string): boolean {
  const [who, box] = [firm.persons.get(person), firm.mailboxes.get(mailbox)];
  if (!who || !box) return false;
  if (box.owner !== null) return box.owner === person;
  return box.members.has(person) || [...who.groups].some((group) => box.groups.has(group));
}

/** Every mark that may stand in an answer to this person. */
export function marksFor(firm: KnownFirm, person: string): Set<string> {
  const things = firm.things.filter((thing) => mayFind(firm, person, thing));
  const spaces = [...firm.spaces].filter(([id]) => mayLookInSpace(firm, person, id));
  const mailboxes = [...firm.mailboxes].filter(([id]) => mayLookInMailbox(firm, person, id));
  return new Set([...things, ...[...spaces, ...mailboxes].map(([, home]) => home)].map(({ mark }) => mark));
}

/** A page and what hangs below it, of what is not in the trash. */
export function branchBelow(firm: KnownFirm, page: string): string[] {
  const found = new Set([page]);
  // A set goes on over what is added to it while it is walked.
  for (const above of found)
    for (const [id, { parent, trashedWith }] of firm.pages)
      if (parent === above && trashedWith === null) found.add(id);
  return [...found];
}
