import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compareVersions,
  dropAside,
  listVersions,
  readAside,
  readPage,
  restoreVersion,
  savePage,
} from './index.ts';
import { by, openWiki, saying, type TestWiki } from './testing/open-wiki.ts';

describe.each(testEngines())('versions on %s', (engine) => {
  let wiki: TestWiki;
  let space: string;
  beforeAll(async () => {
    wiki = await openWiki(engine);
    space = await wiki.space({ writers: 'write', readers: 'read' });
  });
  afterAll(() => wiki?.close());

  const will = by('staff', 'will', 'writers');
  const save = (page: string, base: number, ...lines: string[]) =>
    savePage.perform(wiki.context, { page, base, title: 'Glue', document: saying(...lines) }, will);
  const read = (page: string, version?: number) =>
    readPage.perform(wiki.context, version ? { page, version } : { page }, will);

  test('each save is one, with its author and time, and the earlier ones can be read', async () => {
    const page = await wiki.page(space, 'Glue');
    wiki.clock.advance(60_000);
    expect(await save(page, 1, 'Hide glue is warm.')).toEqual({ saved: true, version: 2 });
    const { versions } = await listVersions.perform(wiki.context, { page }, will);
    expect(versions).toMatchObject([
      { number: 2, author: 'will', at: wiki.clock.now() },
      { number: 1, author: 'grace' },
    ]);
    expect((await read(page)).document).toEqual(saying('Hide glue is warm.'));
    expect((await read(page, 1)).document).toEqual(saying('Glue'));
  });

  test('saving the same again is no version', async () => {
    const page = await wiki.page(space, 'Glue');
    await save(page, 1, 'same');
    // The answer was lost, the browser asks again with the base it knows.
    expect(await save(page, 1, 'same')).toEqual({ saved: true, version: 2 });
    expect(await save(page, 2, 'same')).toEqual({ saved: true, version: 2 });
  });

  test('the same sent twice at once is one version, and nothing lies aside', async () => {
    for (let round = 0; round < 5; round += 1) {
      const page = await wiki.page(space, 'Glue');
      const both = await Promise.all([save(page, 1, 'same'), save(page, 1, 'same')]);
      expect(both).toEqual([
        { saved: true, version: 2 },
        { saved: true, version: 2 },
      ]);
      expect((await read(page)).asides).toEqual([]);
    }
  });

  test('of two who began from the same version both texts are kept, and the second is told', async () => {
    const page = await wiki.page(space, 'Glue');
    await save(page, 1, 'first');
    const second = await save(page, 1, 'second');
    expect(second).toMatchObject({ saved: false, newest: 2 });
    const shown = await read(page);
    expect(shown.document).toEqual(saying('first'));
    expect(shown.asides).toMatchObject([{ base: 1, author: 'will' }]);
    const aside = second.saved ? '' : second.aside;
    const kept = await readAside.perform(wiki.context, { page, aside }, will);
    expect(kept.document).toEqual(saying('second'));
    const compared = await compareVersions.perform(wiki.context, { page, from: 2, aside }, will);
    expect(compared.text.map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', 'first'],
      ['added', 'second'],
    ]);
    const both = { page, base: 2, title: 'Glue', document: saying('first', 'second'), aside };
    expect(await savePage.perform(wiki.context, both, will)).toEqual({ saved: true, version: 3 });
    expect((await read(page)).asides).toEqual([]);
  });

  test('twenty at once: one is the next version, nineteen lie aside, none is lost', async () => {
    const page = await wiki.page(space, 'Race');
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
    const saved = await Promise.all(texts.map((text) => save(page, 1, text)));
    expect(saved.filter((one) => one.saved)).toHaveLength(1);
    const { document, newest, asides } = await read(page);
    expect(newest).toBe(2);
    const kept = await Promise.all(
      asides.map(({ id }) => readAside.perform(wiki.context, { page, aside: id }, will)),
    );
    const all = [document, ...kept.map((aside) => aside.document)];
    expect(all.map((one) => one.content?.[0]?.content?.[0]?.text).sort()).toEqual([...texts].sort());
  });

  test('a name that a dead process did not tell is told by the next who reads', async () => {
    const page = await wiki.page(space, 'Before');
    const row = {
      page,
      number: 2,
      title: 'After',
      document: saying('x'),
      author: 'will',
      at: 5,
      restores: null,
    };
    const rows = [{ id: `${page}.2`, ...row }];
    await wiki.database.bulk.write([{ op: 'insert', into: 'wiki-versions', rows }]);
    expect(await read(page)).toMatchObject({ title: 'After', newest: 2 });
    const [found] = await wiki.database.bulk.find('wiki-pages', { id: page });
    expect(found).toMatchObject({ title: 'After', version: 2 });
  });

  test('restoring makes a new version and says of which', async () => {
    const page = await wiki.page(space, 'Glue');
    await save(page, 1, 'worse');
    const restored = await restoreVersion.perform(wiki.context, { page, version: 1, base: 2 }, will);
    expect(restored).toEqual({ saved: true, version: 3 });
    expect((await read(page)).document).toEqual(saying('Glue'));
    const { versions } = await listVersions.perform(wiki.context, { page }, will);
    expect(versions.map(({ restores }) => restores)).toEqual([1, null, null]);
  });

  test('a comparison is in words', async () => {
    const page = await wiki.page(space, 'Glue');
    await save(page, 1, 'Warm the glue to 60 degrees.', 'Строгать по волокну.');
    await save(page, 2, 'Warm the hide glue to 65 degrees.', 'Строгать против волокна.');
    const { text } = await compareVersions.perform(wiki.context, { page, from: 2, to: 3 }, will);
    const of = (kind: string) => text.filter((part) => part.kind === kind).map((part) => part.text.trim());
    expect(of('added').join(' ')).toBe('hide 65 против волокна');
    expect(of('removed').join(' ')).toBe('60 по волокну');
  });

  test('two long texts with nothing in common are compared in bounded time', async () => {
    const { compareTexts } = await import('./compare.ts');
    const words = (seed: number) =>
      Array.from({ length: 60_000 }, (_, index) => `w${(index * seed) % 99_991}`).join(' ');
    const started = performance.now();
    compareTexts(words(7), words(13));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('an aside of another page is not opened or dropped through this one', async () => {
    const one = await wiki.page(space, 'One');
    await save(one, 1, 'a');
    const lost = await save(one, 1, 'b');
    const aside = lost.saved ? '' : lost.aside;
    const other = await wiki.page(space, 'Other');
    await expect(readAside.perform(wiki.context, { page: other, aside }, will)).rejects.toMatchObject({
      code: 'wiki.no-such-version',
    });
    await dropAside.perform(wiki.context, { page: other, aside }, will);
    expect((await read(one)).asides).toHaveLength(1);
  });
});
