import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAttachment,
  deletePage,
  listTrash,
  readPage,
  readTree,
  restorePage,
  trashPage,
  type WikiContext,
} from './index.ts';
import { admin, openWiki, type TestWiki } from './testing/open-wiki.ts';

describe.each(testEngines())('the trash on %s', (engine) => {
  let wiki: TestWiki;
  let space: string;
  beforeAll(async () => {
    wiki = await openWiki(engine);
  });
  afterAll(() => wiki?.close());

  const restore = (page: string) => restorePage.perform(wiki.context, { page }, admin);
  const remove = (page: string, context = wiki.context) => deletePage.perform(context, { page }, admin);

  /** A page with one below it, and a file on that one, in the trash of a space of their own. */
  async function branchInTrash(): Promise<{ above: string; below: string }> {
    space = await wiki.space();
    const above = await wiki.page(space, 'above');
    const below = await wiki.page(space, 'below', above);
    const file = { page: below, filename: 'a.txt', type: 'text/plain', bytes: new TextEncoder().encode('a') };
    await addAttachment.perform(wiki.context, file, admin);
    await trashPage.perform(wiki.context, { page: above }, admin);
    return { above, below };
  }

  /** What there is of both pages: everything, or nothing at all. */
  async function leftOf({ above, below }: { above: string; below: string }): Promise<string> {
    const ids = { in: [above, below] };
    const counts = await Promise.all([
      wiki.database.bulk.count('wiki-pages', { id: ids }),
      wiki.database.bulk.count('wiki-versions', { page: ids }),
      wiki.database.bulk.count('wiki-attachments', { page: ids }),
    ]);
    return counts.join(' ');
  }
  const everything = '2 2 1';
  const nothing = '0 0 0';

  test('a page that went there with one above it says with which, and comes back with that one alone', async () => {
    const { above, below } = await branchInTrash();
    const shown = await readPage.perform(wiki.context, { page: below }, admin);
    expect(shown.trashedWith).toEqual({ id: above, title: 'above' });
    for (const deed of [restore, remove])
      await expect(deed(below)).rejects.toMatchObject({ code: 'wiki.trashed-above' });
    await restore(above);
    expect(await readTree.perform(wiki.context, { space }, admin)).toMatchObject([
      { id: above, children: [{ id: below }] },
    ]);
    expect((await readPage.perform(wiki.context, { page: below }, admin)).trashedWith).toBeNull();
  });

  test('only what lies there is deleted for good, and what is back is restored already', async () => {
    const { above } = await branchInTrash();
    await restore(above);
    await restore(above);
    await expect(remove(above)).rejects.toMatchObject({ code: 'wiki.not-in-trash' });
  });

  /** The wiki for one deed, which is held up before the step of that number. */
  function before(step: number, then: () => Promise<unknown>): { context: WikiContext; steps(): number } {
    let steps = 0;
    const { bulk } = wiki.database;
    const next = async () => {
      steps += 1;
      if (steps === step) await then();
    };
    const held = {
      ...bulk,
      write: async (ops: Parameters<typeof bulk.write>[0]) => {
        await next();
        return bulk.write(ops);
      },
      find: async (...asked: Parameters<typeof bulk.find>) => {
        await next();
        return bulk.find(...asked);
      },
    };
    return { context: { ...wiki.context, bulk: held }, steps: () => steps };
  }

  test('whenever somebody restores it, the page is back with its text or gone with all of it', async () => {
    const outcomes = new Set<string>();
    for (let step = 1; ; step += 1) {
      const pages = await branchInTrash();
      const { context, steps } = before(step, () => restore(pages.above).catch(() => {}));
      await remove(pages.above, context).catch(() => {});
      if (steps() < step) break;
      const left = await leftOf(pages);
      expect([everything, nothing], `restored before step ${step}`).toContain(left);
      outcomes.add(left);
    }
    expect([...outcomes].sort()).toEqual([nothing, everything]);
  });

  test('whoever looks into the trash finishes what a process left that died in the middle', async () => {
    const outcomes = new Set<string>();
    for (let step = 1; ; step += 1) {
      const pages = await branchInTrash();
      const { context, steps } = before(step, () => Promise.reject(new Error('died')));
      const died = await remove(pages.above, context).catch(() => 'died');
      if (steps() < step) break;
      expect(died).toBe('died');
      const shown = await listTrash.perform(wiki.context, { space }, admin);
      const left = await leftOf(pages);
      expect(shown.length > 0 ? everything : nothing, `died before step ${step}`).toBe(left);
      outcomes.add(left);
    }
    expect([...outcomes].sort()).toEqual([nothing, everything]);
  });

  test('what is being deleted is no page any more', async () => {
    const { above, below } = await branchInTrash();
    const set = { trashedWith: 'deleting' };
    const where = { trashedWith: above };
    await wiki.database.bulk.write([{ op: 'update', in: 'wiki-pages', where, set }]);
    for (const page of [above, below]) {
      await expect(readPage.perform(wiki.context, { page }, admin)).rejects.toMatchObject({
        code: 'action.not-allowed',
      });
    }
  });
});
