import { buffer } from 'node:stream/consumers';
import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAttachment,
  blobsInWiki,
  deletePage,
  exportMarkdown,
  importMarkdown,
  openAttachment,
  pageText,
  readPage,
  removeAttachment,
  trashPage,
} from './index.ts';
import { admin, by, openWiki, type TestWiki } from './testing/open-wiki.ts';

describe.each(testEngines())('attachments on %s', (engine) => {
  let wiki: TestWiki;
  let page: string;
  const bytes = Buffer.from('%PDF-1.4 Oak');
  const will = by('staff', 'will', 'writers');
  beforeAll(async () => {
    wiki = await openWiki(engine);
    page = await wiki.page(await wiki.space({ writers: 'write' }), 'Prices');
  });
  afterAll(() => wiki?.close());
  const attach = (filename: string, type = 'application/pdf', to = page) =>
    addAttachment.perform(wiki.context, { page: to, filename, type, bytes }, will);

  test('come back as they were, and the index is told of them', async () => {
    const { id } = await attach('Prices 2026.pdf');
    const opened = await openAttachment.perform(wiki.context, { attachment: id }, will);
    expect(await buffer(opened.open())).toEqual(bytes);
    expect(opened).toMatchObject({
      filename: 'Prices 2026.pdf',
      type: 'application/pdf',
      size: bytes.length,
    });
    const shown = await readPage.perform(wiki.context, { page }, will);
    expect(shown.attachments).toMatchObject([{ id, filename: 'Prices 2026.pdf' }]);
    const { attachments } = (await pageText(wiki.context, page)) ?? {};
    expect(attachments).toMatchObject([{ id, blob: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\b.txt', 'b.txt'],
    ['a\r\nX-Evil: 1\u202etxt.exe', 'aX-Evil 1txt.exe'],
    ['', 'file'],
    ['"><script>', 'script'],
  ])('the name %j is taken as %j', async (given, taken) => {
    expect((await attach(given)).filename).toBe(taken);
  });

  test('a type that is none is bytes', async () => {
    expect((await attach('a.html', 'text/html; x=\r\n')).type).toBe('application/octet-stream');
  });

  test('the same file on a page of another space opens nothing there', async () => {
    const secret = await wiki.page(await wiki.space({ managers: 'read' }), 'Wages');
    const file = { page: secret, filename: 'w.pdf', type: 'application/pdf', bytes };
    const { id } = await addAttachment.perform(wiki.context, file, admin);
    for (const action of [openAttachment, removeAttachment])
      await expect(action.perform(wiki.context, { attachment: id }, will)).rejects.toMatchObject({
        kind: 'forbidden',
      });
    await expect(attach('x', 'text/plain', secret)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('a blob is held as long as any page has it, in the trash too', async () => {
    const space = await wiki.space({ writers: 'manage' });
    const [one, two] = [await wiki.page(space, 'one'), await wiki.page(space, 'two')];
    const unique = Buffer.from(`only here ${Math.random()}`);
    const put = (to: string) =>
      addAttachment.perform(wiki.context, { page: to, filename: 'a', type: 'a/b', bytes: unique }, will);
    await put(one);
    const { id } = await put(two);
    const [row] = await wiki.database.bulk.find('wiki-attachments', { id });
    const blob = String(row?.['blob']);
    const held = async () => (await blobsInWiki(wiki.context, [blob, 'f'.repeat(64)])).size;
    await removeAttachment.perform(wiki.context, { attachment: id }, will);
    await trashPage.perform(wiki.context, { page: one }, will);
    expect(await held()).toBe(1);
    await deletePage.perform(wiki.context, { page: one }, will);
    expect(await held()).toBe(0);
  });

  test('a page comes in from Markdown and goes out again', async () => {
    const space = await wiki.space({ writers: 'write' });
    const markdown = '# Glue\n\n| Kind | Hours |\n| - | -: |\n| Hide | 12 |\n\n- [ ] warm it\n';
    const input = { space, fallbackTitle: 'Import', markdown };
    const { page: made } = await importMarkdown.perform(wiki.context, input, will);
    const out = await exportMarkdown.perform(wiki.context, { page: made }, will);
    expect(out).toEqual({ filename: 'glue.md', markdown, losses: [] });
  });
});
