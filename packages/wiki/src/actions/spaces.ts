import { action, fromInside, hasRole, newId } from '@kontor/core';
import { changeOp, dataProblems } from '@kontor/data';
import { generateKeyBetween } from 'fractional-indexing';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { wikiProblems } from '#problems.ts';
import { everyone, inSpace, type Right, rightsOf } from '#rights.ts';
import { slugOf } from '#slug.ts';
import { idField, nameField } from './fields.ts';

export interface SpaceView {
  id: string;
  name: string;
  slug: string;
  about: string;
  /** What whoever asked may do in it. */
  may: Right;
}

const aboutField = z.string().trim().max(300, 'At most 300 characters.').default('');

/** The spaces that a person may read, in their order. */
export const listSpaces = action({
  name: 'wiki.list-spaces',
  quiet: true,
  input: z.object({}),
  can: (caller) => caller.person !== null,
  async run(context: WikiContext, _input, caller): Promise<SpaceView[]> {
    if (!caller.person) return [];
    const rights = await rightsOf(context, caller.person);
    const rows = await context.bulk.find('wiki-spaces', { id: { in: [...rights.keys()] } }, { sort: 'rank' });
    return rows.map((row) => ({
      id: row.id,
      name: String(row['name']),
      slug: String(row['slug']),
      about: String(row['about'] ?? ''),
      may: rights.get(row.id) ?? 'read',
    }));
  },
});

/** Opens a space; nobody but admins may read it until a group is given a right. */
export const addSpace = action({
  name: 'wiki.add-space',
  input: z.object({ name: nameField, about: aboutField }),
  can: (caller) => fromInside(caller) || hasRole('admin')(caller),
  async run(context: WikiContext, { name, about }): Promise<{ space: string; slug: string }> {
    const { bulk, clock } = context;
    const space = newId(clock.now());
    const slug = slugOf(name) || 'space';
    const [last] = await bulk.find('wiki-spaces', {}, { sort: '-rank', limit: 1, select: ['rank'] });
    const rank = generateKeyBetween(last ? String(last['rank']) : null, null);
    const row = { id: space, name, slug, about, rank, moves: 0, lastMove: null };
    await orTaken(
      slug,
      bulk.write([
        { op: 'insert', into: 'wiki-spaces', rows: [row] },
        changeOp('wiki.space-changed', space, {}, clock.now()),
      ]),
    );
    return { space, slug };
  },
});

/** Gives a space another name, and with it another address. */
export const changeSpace = action({
  name: 'wiki.change-space',
  input: z.object({ space: idField, name: nameField, about: aboutField }),
  about: ({ space }) => space,
  can: inSpace('manage'),
  async run(context: WikiContext, { space, name, about }): Promise<{ slug: string }> {
    const slug = slugOf(name) || 'space';
    const [changed] = await orTaken(
      slug,
      context.bulk.write([
        { op: 'update', in: 'wiki-spaces', where: { id: space }, set: { name, slug, about } },
        changeOp('wiki.space-changed', space, {}, context.clock.now()),
      ]),
    );
    return (changed?.count ?? 0) > 0 ? { slug } : wikiProblems.raise('no-such-space');
  },
});

const orTaken = <Out>(slug: string, written: Promise<Out>): Promise<Out> =>
  written.catch((error: unknown) => {
    if (!dataProblems.is(error, 'already-there')) throw error;
    return wikiProblems.raise('space-taken', { values: { slug }, cause: error });
  });

/** Who may do what in a space. */
export const listRights = action({
  name: 'wiki.list-rights',
  quiet: true,
  input: z.object({ space: idField }),
  can: inSpace('manage'),
  async run({ bulk }: WikiContext, { space }): Promise<{ group: string; may: Right }[]> {
    const rows = await bulk.find('wiki-rights', { space }, { select: ['group', 'may'] });
    return rows.map((row) => ({ group: String(row['group']), may: row['may'] as Right }));
  },
});

/** Gives a group (or everyone) a right in a space, another one, or none any more. */
export const setRight = action({
  name: 'wiki.set-right',
  input: z.object({
    space: idField,
    group: idField,
    may: z.enum(['read', 'write', 'manage', 'none'], { error: 'Choose what the group may do.' }),
  }),
  about: ({ space }) => space,
  can: inSpace('manage'),
  async run(context: WikiContext, { space, group, may }): Promise<void> {
    const { bulk, clock } = context;
    if (group !== everyone && (await bulk.count('groups', { id: group })) === 0)
      wikiProblems.raise('no-such-group');
    if ((await bulk.count('wiki-spaces', { id: space })) === 0) wikiProblems.raise('no-such-space');
    const id = `${space}.${group}`;
    const changed = changeOp('wiki.space-changed', space, { what: 'rights' }, clock.now());
    if (may === 'none') {
      await bulk.write([{ op: 'delete', in: 'wiki-rights', where: { id } }, changed]);
      return;
    }
    await bulk.write([
      { op: 'insert', into: 'wiki-rights', rows: [{ id, space, group, may }] },
      { op: 'update', in: 'wiki-rights', where: { id }, set: { may } },
      changed,
    ]);
  },
});
