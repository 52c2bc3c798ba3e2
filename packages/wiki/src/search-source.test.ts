import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAttachment, fileSearchSource, pageSearchSource, restoreVersion, savePage } from './index.ts';
import { admin, openWiki, saying, type TestWiki } from './testing/open-wiki.ts';

describe.each(testEngines())('what the index hears of, on %s', (engine) => {
  let wiki: TestWiki;
  beforeAll(async () => {
    wiki = await openWiki(engine);
  });
  afterAll(() => wiki?.close());

  test('a new title is followed by the page’s files, other words are not', async () => {
    const { context, database } = wiki;
    const files = fileSearchSource({ ...context, readFile: async () => 'what stands in it' });
    const pages = pageSearchSource(context);
    const page = await wiki.page(await wiki.space(), 'Glue');
    const file = { page, filename: 'a.txt', type: 'text/plain', bytes: new TextEncoder().encode('a') };
    await addAttachment.perform(context, file, admin);
    /** Who makes their texts anew after it: the page, its files. */
    const heard = async (deed: () => Promise<unknown>) => {
      const from = await database.changes.latest();
      await deed();
      const told = await database.changes.read(from);
      const asked = { pages: await Promise.all(told.map((change) => pages.recordsOf(change))) };
      const also = { files: await Promise.all(told.map((change) => files.recordsOf(change))) };
      return { pages: asked.pages.flat(), files: also.files.flat() };
    };
    const save = (base: number, title: string, words: string) => () =>
      savePage.perform(context, { page, base, title, document: saying(words) }, admin);
    expect(await heard(save(1, 'Glue', 'Warm it.'))).toEqual({ pages: [page], files: [] });
    expect(await heard(save(2, 'Hide glue', 'Warm it.'))).toEqual({ pages: [page], files: [page] });
    const [text] = await files.textsOf(page);
    expect(text?.text).toBe('what stands in it\n\nHide glue');
    const restore = () => restoreVersion.perform(context, { page, version: 1, base: 3 }, admin);
    expect(await heard(restore)).toEqual({ pages: [page], files: [page] });
  });
});
