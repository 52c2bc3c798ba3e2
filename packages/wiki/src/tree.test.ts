import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPage,
  allPageIds,
  deletePage,
  listTrash,
  movePage,
  pageText,
  readTree,
  restorePage,
  savePage,
  type TreeNode,
  trashPage,
} from './index.ts';
import { admin, openWiki, saying, type TestWiki } from './testing/open-wiki.ts';
import { arrange, type TreeRow } from './tree.ts';

const row = (id: string, parent: string | null, rank = 'a0'): TreeRow => ({ id, parent, rank, title: id });
/** "a(b c(d))" */
const drawn = (nodes: readonly TreeNode[]): string =>
  nodes
    .map(({ title, children }) => (children.length > 0 ? `${title}(${drawn(children)})` : title))
    .join(' ');

test('no page is left out of a tree, be it in a circle or below one that is gone', () => {
  const rows = [row('top', null), row('lost', 'gone'), row('x', 'y'), row('y', 'x'), row('self', 'self')];
  expect(drawn(arrange(rows))).toBe('lost top self x(y)');
});

describe.each(testEngines())('the tree on %s', (engine) => {
  let wiki: TestWiki;
  let space: string;
  beforeAll(async () => {
    wiki = await openWiki(engine);
  });
  afterAll(() => wiki?.close());

  const move = (page: string, parent: string | null, before: string | null = null) =>
    movePage.perform(wiki.context, { page, parent, before }, admin);
  const tree = async () => drawn(await readTree.perform(wiki.context, { space }, admin));
  const fresh = async () => {
    space = await wiki.space();
  };

  test('pages move below others and between siblings', async () => {
    await fresh();
    const [a, b, c] = [await wiki.page(space, 'a'), await wiki.page(space, 'b'), await wiki.page(space, 'c')];
    await move(c, null, a);
    expect(await tree()).toBe('c a b');
    await move(b, a);
    await move(c, a, b);
    expect(await tree()).toBe('a(c b)');
    await move(b, null);
    expect(await tree()).toBe('a(c) b');
  });

  test('a page that is put before itself stays where it is', async () => {
    await fresh();
    const [a, b, c] = [await wiki.page(space, 'a'), await wiki.page(space, 'b'), await wiki.page(space, 'c')];
    await wiki.page(space, 'd');
    await move(c, null, c);
    expect(await tree()).toBe('a b c d');
    await move(b, a);
    // Before itself among siblings that it is not one of: last.
    await move(c, a, c);
    expect(await tree()).toBe('a(b c) d');
  });

  test('never below itself, nor below what hangs on it, nor into another space', async () => {
    await fresh();
    const a = await wiki.page(space, 'a');
    const b = await wiki.page(space, 'b', a);
    const elsewhere = await wiki.page(await wiki.space(), 'elsewhere');
    for (const parent of [a, b])
      await expect(move(a, parent)).rejects.toMatchObject({ code: 'wiki.below-itself' });
    await expect(move(a, elsewhere)).rejects.toMatchObject({ code: 'wiki.no-such-page' });
    expect(await tree()).toBe('a(b)');
  });

  test('no deeper than twenty', async () => {
    await fresh();
    let parent: string | undefined;
    for (let level = 1; level <= 20; level += 1) parent = await wiki.page(space, `l${level}`, parent);
    await expect(wiki.page(space, 'too deep', parent)).rejects.toMatchObject({ code: 'wiki.too-deep' });
  });

  test('two moves that make a circle together are never both done', async () => {
    for (let round = 0; round < 10; round += 1) {
      await fresh();
      const [a, b] = [await wiki.page(space, 'a'), await wiki.page(space, 'b')];
      const outcomes = await Promise.allSettled([move(a, b), move(b, a)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(['a(b)', 'b(a)']).toContain(await tree());
    }
  });

  test('many moves at once end in one tree with every page in it', async () => {
    await fresh();
    const ids: string[] = [];
    for (let index = 0; index < 8; index += 1) ids.push(await wiki.page(space, `p${index}`));
    const moves = ids.flatMap((page, index) => [
      move(page, ids[(index + 3) % 8] ?? null),
      move(ids[(index + 5) % 8] ?? '', page),
    ]);
    const outcomes = await Promise.allSettled(moves);
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(reasons.filter((code) => !['wiki.below-itself', 'wiki.tree-busy'].includes(code))).toEqual([]);
    const all = (await tree()).match(/p\d/g) ?? [];
    expect(all.sort()).toEqual(ids.map((_, index) => `p${index}`));
    // Every parent is one that is there: nothing had to be hung at the top.
    const rows = await wiki.database.bulk.find('wiki-pages', { space });
    const tops = rows.filter(({ parent }) => parent === null || parent === undefined).length;
    expect((await readTree.perform(wiki.context, { space }, admin)).length).toBe(tops);
  });

  test('a move that was recorded by a process that died is carried out by the next who looks', async () => {
    await fresh();
    const [a, b] = [await wiki.page(space, 'a'), await wiki.page(space, 'b')];
    const lastMove = { number: 1, page: b, parent: a, rank: 'a0' };
    const set = { moves: 1, lastMove };
    await wiki.database.bulk.write([{ op: 'update', in: 'wiki-spaces', where: { id: space }, set }]);
    expect(await tree()).toBe('a(b)');
  });

  test('the trash takes a branch along and gives it back', async () => {
    await fresh();
    const a = await wiki.page(space, 'a');
    const b = await wiki.page(space, 'b', a);
    await wiki.page(space, 'c', b);
    await trashPage.perform(wiki.context, { page: b }, admin);
    expect(await tree()).toBe('a');
    expect(await listTrash.perform(wiki.context, { space }, admin)).toMatchObject([{ id: b, below: 1 }]);
    await trashPage.perform(wiki.context, { page: a }, admin);
    expect(await tree()).toBe('');
    await restorePage.perform(wiki.context, { page: b }, admin);
    expect(await tree()).toBe('b(c)');
    await restorePage.perform(wiki.context, { page: a }, admin);
    expect(await tree()).toBe('a(b(c))');
  });

  test('nothing is saved or moved in the trash, and what is deleted for good leaves nothing', async () => {
    await fresh();
    const page = await wiki.page(space, 'a');
    await trashPage.perform(wiki.context, { page }, admin);
    const text = { page, base: 1, title: 'a', document: saying('x') };
    await expect(savePage.perform(wiki.context, text, admin)).rejects.toMatchObject({
      code: 'wiki.in-trash',
    });
    await expect(move(page, null)).rejects.toMatchObject({ code: 'wiki.in-trash' });
    await expect(
      addPage.perform(wiki.context, { space, parent: page, title: 'b' }, admin),
    ).rejects.toMatchObject({ code: 'wiki.no-such-page' });
    expect(await deletePage.perform(wiki.context, { page }, admin)).toEqual({ count: 1 });
    for (const slug of ['wiki-pages', 'wiki-versions'])
      expect(await wiki.database.bulk.count(slug, slug === 'wiki-pages' ? { id: page } : { page })).toBe(0);
  });

  test('the log of changes tells of every page that comes, changes and goes', async () => {
    await fresh();
    const from = await wiki.database.changes.latest();
    const page = await wiki.page(space, 'a');
    await savePage.perform(wiki.context, { page, base: 1, title: 'b', document: saying('b') }, admin);
    await move(page, null);
    await trashPage.perform(wiki.context, { page }, admin);
    await restorePage.perform(wiki.context, { page }, admin);
    const told = (await wiki.database.changes.read(from)).filter(({ subject }) => subject === page);
    expect(told.map(({ kind, data }) => `${kind} ${data['what'] ?? ''}`.trim())).toEqual([
      'wiki.page-changed text',
      'wiki.page-changed text',
      'wiki.page-changed place',
      'wiki.page-gone',
      'wiki.page-changed place',
    ]);
  });

  test('the index gets the newest words, and nothing of the trash', async () => {
    await fresh();
    const page = await wiki.page(space, 'a');
    await savePage.perform(
      wiki.context,
      { page, base: 1, title: 'b', document: saying('oak', 'ash') },
      admin,
    );
    expect(await pageText(wiki.context, page)).toEqual({
      title: 'b',
      text: 'oak\nash',
      space,
      attachments: [],
    });
    const ids = async () => {
      const found: string[] = [];
      for await (const id of allPageIds(wiki.context)) found.push(id);
      return found;
    };
    expect(await ids()).toContain(page);
    await trashPage.perform(wiki.context, { page }, admin);
    expect(await pageText(wiki.context, page)).toBeNull();
    expect(await ids()).not.toContain(page);
  });
});
