import type { Caller, Rule } from '@kontor/core';
import { fromInside } from '@kontor/core';
import type { WikiContext, WikiReader } from './context.ts';
import { deleting, isTrashed } from './pages.ts';

export type Right = 'read' | 'write' | 'manage';

/** In place of a group: everybody of the firm. */
export const everyone = 'everyone';

const strength: Record<Right, number> = { read: 1, write: 2, manage: 3 };
const strengthOf = (right: unknown): number =>
  typeof right === 'string' && Object.hasOwn(strength, right) ? strength[right as Right] : 0;

type Person = Pick<NonNullable<Caller['person']>, 'role' | 'groups'>;

/** What a person may do in each space: the strongest right of their groups. A space that is not named is shut. */
export async function rightsOf({ bulk }: WikiReader, person: Person): Promise<Map<string, Right>> {
  const found = new Map<string, Right>();
  if (person.role === 'admin') {
    for (const { id } of await bulk.find('wiki-spaces', {}, { select: ['slug'] })) found.set(id, 'manage');
    return found;
  }
  const groups = { group: { in: [everyone, ...person.groups] } };
  for (const { space, may } of await bulk.find('wiki-rights', groups, { select: ['space', 'may'] })) {
    const id = String(space);
    if (strengthOf(may) > strengthOf(found.get(id))) found.set(id, may as Right);
  }
  return found;
}

export async function mayInSpace(
  context: WikiReader,
  person: Person,
  space: string,
  wanted: Right,
): Promise<boolean> {
  return strengthOf(await rightIn(context, person, space)) >= strength[wanted];
}

/** The strongest right of one person in one space. */
export async function rightIn({ bulk }: WikiReader, person: Person, space: string): Promise<Right | null> {
  if (person.role === 'admin') return (await bulk.count('wiki-spaces', { id: space })) > 0 ? 'manage' : null;
  const where = { space, group: { in: [everyone, ...person.groups] } };
  const rows = await bulk.find('wiki-rights', where, { select: ['may'] });
  const strongest = Math.max(0, ...rows.map(({ may }) => strengthOf(may)));
  return (Object.keys(strength) as Right[]).find((right) => strength[right] === strongest) ?? null;
}

/** Whoever has that right in the space. */
export const inSpace =
  (wanted: Right): Rule<{ space: string }, WikiContext> =>
  async (caller, { space }, context) => {
    if (fromInside(caller)) return true;
    return caller.person !== null && (await mayInSpace(context, caller.person, space, wanted));
  };

/** Whoever has that right in the page's space. A page that is not there is nobody's: both are answered alike. */
export const onPage =
  (wanted: Right): Rule<{ page: string }, WikiContext> =>
  async (caller, { page }, context) => {
    if (fromInside(caller)) return true;
    if (!caller.person) return false;
    const [row] = await context.bulk.find(
      'wiki-pages',
      { id: page },
      { limit: 1, select: ['space', 'trashedAt', 'trashedWith'] },
    );
    if (!row || row['trashedWith'] === deleting) return false;
    // What is in the trash is for those who can take it out.
    const needed = wanted === 'read' && isTrashed(row) ? 'write' : wanted;
    return mayInSpace(context, caller.person, String(row['space']), needed);
  };

/** Whoever has that right on the page that the attachment hangs on. */
export const onAttachment =
  (wanted: Right): Rule<{ attachment: string }, WikiContext> =>
  async (caller, { attachment }, context) => {
    if (!caller.person && !fromInside(caller)) return false;
    const [row] = await context.bulk.find(
      'wiki-attachments',
      { id: attachment },
      { limit: 1, select: ['page'] },
    );
    return row !== undefined && onPage(wanted)(caller, { page: String(row['page']) }, context);
  };
