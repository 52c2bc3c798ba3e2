import { type Action, type Caller, Problem } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WikiContext } from './context.ts';
import {
  actions,
  addAttachment,
  deletePage,
  listSpaces,
  mayReadPages,
  openAttachment,
  readableSpaces,
  readPage,
  savePage,
  setRight,
  trashPage,
} from './index.ts';
import { admin, by, openWiki, saying, stranger, type TestWiki } from './testing/open-wiki.ts';

type Needs = 'read' | 'write' | 'manage' | 'admin' | 'anybody';

/** What one must be able to do to ask for it: the whole table, so that a change of it is seen in a diff. */
const needed: Record<string, Needs> = {
  'wiki.add-attachment': 'write',
  'wiki.add-page': 'write',
  'wiki.add-space': 'admin',
  'wiki.change-space': 'manage',
  'wiki.compare-versions': 'read',
  'wiki.delete-page': 'manage',
  'wiki.drop-aside': 'write',
  'wiki.export-markdown': 'read',
  'wiki.import-markdown': 'write',
  'wiki.list-rights': 'manage',
  // Shows each only what is theirs.
  'wiki.list-spaces': 'anybody',
  'wiki.list-trash': 'write',
  'wiki.list-versions': 'read',
  // The same.
  'wiki.list-waiting': 'anybody',
  'wiki.move-page': 'write',
  'wiki.open-attachment': 'read',
  'wiki.read-aside': 'write',
  'wiki.read-page': 'read',
  'wiki.read-tree': 'read',
  'wiki.remove-attachment': 'write',
  'wiki.restore-page': 'write',
  'wiki.restore-version': 'write',
  'wiki.save-page': 'write',
  'wiki.set-right': 'manage',
  'wiki.trash-page': 'write',
};
const strength: Record<Needs, number> = { anybody: 0, read: 1, write: 2, manage: 3, admin: 4 };

const askers: [string, Caller, number][] = [
  ['a stranger', stranger, -1],
  ['somebody of no group', by('staff', 'nobody'), 0],
  ['an editor of the site of no group', by('editor', 'eve'), 0],
  ['a reader', by('staff', 'rita', 'readers'), 1],
  ['a writer', by('staff', 'will', 'writers'), 2],
  ['who reads and writes by two groups', by('staff', 'rosa', 'readers', 'writers'), 2],
  ['a manager', by('staff', 'mia', 'managers'), 3],
  ['an admin', admin, 4],
];

describe.each(testEngines())('who may do what, on %s', (engine) => {
  let wiki: TestWiki;
  let samples: Record<string, () => Promise<Record<string, unknown>>>;
  const rights = { readers: 'read', writers: 'write', managers: 'manage' } as const;

  beforeAll(async () => {
    wiki = await openWiki(engine);
    const { context } = wiki;
    const space = await wiki.space(rights);
    const fresh = async () => ({ page: await wiki.page(space, 'Glue') });
    const withFile = async () => {
      const { page } = await fresh();
      const file = { page, filename: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') };
      return { attachment: (await addAttachment.perform(context, file, admin)).id };
    };
    const withAside = async () => {
      const { page } = await fresh();
      const save = (text: string) =>
        savePage.perform(context, { page, base: 1, title: 'Glue', document: saying(text) }, admin);
      await save('one');
      const saved = await save('two');
      return { page, aside: saved.saved ? '' : saved.aside };
    };
    const trashed = async () => {
      const { page } = await fresh();
      await trashPage.perform(context, { page }, admin);
      return { page };
    };
    const text = { title: 'Glue', document: saying('hide glue') };
    samples = {
      'wiki.add-attachment': async () => ({
        ...(await fresh()),
        filename: 'b.txt',
        type: 'text/plain',
        bytes: Buffer.from('b'),
      }),
      'wiki.add-page': async () => ({ space, title: 'New' }),
      'wiki.add-space': async () => ({ name: `Space ${Math.random()}` }),
      'wiki.change-space': async () => ({ space, name: `Space ${Math.random()}` }),
      'wiki.compare-versions': async () => ({ ...(await fresh()), from: 1 }),
      'wiki.delete-page': trashed,
      'wiki.drop-aside': withAside,
      'wiki.export-markdown': fresh,
      'wiki.import-markdown': async () => ({ space, fallbackTitle: 'In', markdown: 'text' }),
      'wiki.list-rights': async () => ({ space }),
      'wiki.list-spaces': async () => ({}),
      'wiki.list-waiting': async () => ({}),
      'wiki.list-trash': async () => ({ space }),
      'wiki.list-versions': fresh,
      'wiki.move-page': async () => ({ ...(await fresh()), parent: null }),
      'wiki.open-attachment': withFile,
      'wiki.read-aside': withAside,
      'wiki.read-page': fresh,
      'wiki.read-tree': async () => ({ space }),
      'wiki.remove-attachment': withFile,
      'wiki.restore-page': trashed,
      'wiki.restore-version': async () => ({ ...(await fresh()), version: 1, base: 1 }),
      'wiki.save-page': async () => ({ ...(await fresh()), base: 1, ...text }),
      'wiki.set-right': async () => ({ space, group: 'readers', may: 'read' }),
      'wiki.trash-page': fresh,
    };
  });
  afterAll(() => wiki?.close());

  test('the table is whole', () => {
    const names = actions.map(({ name }) => name).sort();
    expect(Object.keys(needed).sort()).toEqual(names);
    expect(Object.keys(samples).sort()).toEqual(names);
  });

  test.each(askers)('%s', async (_who, caller, can) => {
    const allowed: string[] = [];
    for (const one of actions) {
      const { name } = one;
      const action = one as unknown as Action<unknown, WikiContext, unknown>;
      const outcome = await action
        .perform(wiki.context, await samples[name]?.(), caller)
        .catch((error: unknown) => error);
      if (!(outcome instanceof Error)) allowed.push(name);
      else
        expect(outcome instanceof Problem && outcome.code, name).toMatch(
          /^action\.(not-allowed|sign-in-first)$/,
        );
    }
    const expected = Object.entries(needed).filter(([, needs]) => strength[needs] <= can);
    expect(allowed.sort()).toEqual(expected.map(([name]) => name).sort());
  });

  test('a page that is not there and one that is shut are answered alike', async () => {
    const shut = await wiki.page(await wiki.space(), 'Wages');
    const rita = by('staff', 'rita', 'readers');
    const ask = (page: string) =>
      readPage.perform(wiki.context, { page }, rita).catch((error: Problem) => JSON.stringify(error));
    expect(await ask(shut)).toBe(await ask('not-there'));
  });

  test('a right that is taken away ends at once, for pages, files and the index alike', async () => {
    const space = await wiki.space({ readers: 'read' });
    const page = await wiki.page(space, 'Prices');
    const file = { page, filename: 'p.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') };
    const { id: attachment } = await addAttachment.perform(wiki.context, file, admin);
    const rita = by('staff', 'rita', 'readers');
    const person = rita.person as NonNullable<Caller['person']>;
    await openAttachment.perform(wiki.context, { attachment }, rita);
    expect(await mayReadPages(wiki.context, person, [page, 'not-there'])).toEqual(new Set([page]));
    await setRight.perform(wiki.context, { space, group: 'readers', may: 'none' }, admin);
    await expect(readPage.perform(wiki.context, { page }, rita)).rejects.toMatchObject({ kind: 'forbidden' });
    const opened = openAttachment.perform(wiki.context, { attachment }, rita);
    await expect(opened).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await mayReadPages(wiki.context, person, [page])).toEqual(new Set());
    expect(await readableSpaces(wiki.context, person)).not.toContain(space);
    const listed = await listSpaces.perform(wiki.context, {}, rita);
    expect(listed.map(({ id }) => id)).not.toContain(space);
  });

  test('everyone is everybody who is signed in', async () => {
    const space = await wiki.space({ everyone: 'read' });
    const page = await wiki.page(space, 'Holidays');
    const shown = await readPage.perform(wiki.context, { page }, by('staff', 'nobody'));
    expect(shown).toMatchObject({ title: 'Holidays', may: 'read' });
    await expect(readPage.perform(wiki.context, { page }, stranger)).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });

  test('what is in the trash is read by those only who may take it out', async () => {
    const space = await wiki.space(rights);
    const page = await wiki.page(space, 'Old prices');
    await trashPage.perform(wiki.context, { page }, admin);
    const read = (caller: Caller) => readPage.perform(wiki.context, { page }, caller);
    await expect(read(by('staff', 'rita', 'readers'))).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await read(by('staff', 'will', 'writers'))).trashedAt).toBeGreaterThan(0);
    const person = { id: 'rita', role: 'staff', groups: ['readers'] } as const;
    expect(await mayReadPages(wiki.context, person, [page])).toEqual(new Set());
  });

  test('a right in one space opens nothing in another', async () => {
    const other = await wiki.page(await wiki.space({ readers: 'read' }), 'Wood');
    const mia = by('staff', 'mia', 'managers');
    await expect(deletePage.perform(wiki.context, { page: other }, mia)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
