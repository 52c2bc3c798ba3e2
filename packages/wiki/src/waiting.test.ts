import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listWaiting, savePage, trashPage } from './index.ts';
import { admin, by, openWiki, saying, type TestWiki } from './testing/open-wiki.ts';

const rita = by('staff', 'rita', 'readers');
const will = by('staff', 'will', 'writers');
const day = 24 * 60 * 60 * 1000;

describe.each(testEngines())('what waits for a person, on %s', (engine) => {
  let wiki: TestWiki;
  const titles = async (caller = rita) =>
    (await listWaiting.perform(wiki.context, {}, caller)).map(({ title, why }) => `${title}: ${why}`);
  beforeAll(async () => {
    wiki = await openWiki(engine);
  });
  afterAll(() => wiki.close());

  test('is what others changed lately where one may read, and an undecided text of one’s own first', async () => {
    const open = await wiki.space({ readers: 'read', writers: 'write' });
    const shut = await wiki.space();
    await wiki.page(shut, 'Wages');
    const page = await wiki.page(open, 'Glue');
    expect(await titles()).toEqual(['Glue: news']);
    // Whoever wrote it has nothing to read there.
    expect(await titles(admin)).toEqual([]);
    const save = { page, base: 1, title: 'Glue', document: saying('Hide glue.') };
    await savePage.perform(wiki.context, save, admin);
    await savePage.perform(wiki.context, { ...save, document: saying('Bone glue.') }, will).catch(() => {});
    expect(await titles(will)).toEqual(['Glue: aside']);
    wiki.clock.advance(15 * day);
    expect(await titles()).toEqual([]);
    expect(await titles(will)).toEqual(['Glue: aside']);
    await trashPage.perform(wiki.context, { page }, admin);
    expect(await titles(will)).toEqual([]);
  });
});
