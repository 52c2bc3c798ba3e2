import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '@kontor/core';
import { globalConfig } from '@kontor/data';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, globals } from '#index.ts';
import { contentForSite } from './content-for-site.ts';
import { snapshotSchema } from './schema.ts';

const mediaDir = join(tmpdir(), `kontor-media-${process.pid}`);
const languages = locales.map(({ code, label, rtl }) => ({ code, label, rtl }));

/** Of the firm and the persons, what the snapshot reads; their own package owns the rest. */
const firm = globalConfig({
  slug: 'firm',
  fields: [
    { name: 'name', type: 'text', localized: true },
    { name: 'domain', type: 'text' },
    { name: 'languages', type: 'json' },
    { name: 'defaultLanguage', type: 'text' },
  ],
});
const persons = {
  slug: 'persons',
  fields: [
    { name: 'name', type: 'text' as const },
    { name: 'disabled', type: 'checkbox' as const },
    {
      name: 'profile',
      type: 'group' as const,
      fields: [
        { name: 'shown', type: 'checkbox' as const },
        { name: 'order', type: 'number' as const },
      ],
    },
  ],
};

describe.each(testEngines())('published content on %s', (engine) => {
  let database: TestDatabase;
  const payload = () => database.payload;
  const create = (collection: string, data: object, rest: object = {}) =>
    payload().create({
      collection: collection as never,
      data: data as never,
      locale: 'en' as never,
      ...rest,
    });
  const now = async () => {
    const content = await contentForSite({ payload: payload(), changes: database.changes })();
    return content ? snapshotSchema.parse(JSON.parse(content.json)) : null;
  };

  beforeAll(async () => {
    database = await openTestDatabase({
      engine,
      collections: [...collections(mediaDir), persons],
      config: {
        globals: [...globals, firm],
        editor: lexicalEditor(),
        sharp,
        localization: { locales: languages, defaultLocale: 'en', fallback: true },
      },
    });
  });
  afterAll(async () => {
    await database.close();
    await rm(mediaDir, { recursive: true, force: true });
  });

  test('before the firm is set up there is none', async () => {
    expect(await now()).toBeNull();
  });

  test('holds what is published, in each language that has it, and no draft', async () => {
    const data = {
      name: 'Brightwater',
      domain: 'brightwater.example',
      languages: ['en', 'ar'],
      defaultLanguage: 'en',
    };
    await payload().updateGlobal({ slug: 'firm' as never, data: data as never, locale: 'en' as never });
    const hero = { blockType: 'hero', heading: 'Windows' };
    const page = await create('pages', { title: 'Home', slug: 'home', layout: [hero], _status: 'published' });
    await create('pages', { title: 'Secret', slug: 'secret', _status: 'draft' }, { draft: true });
    expect((await now())?.content['en']?.pages.map(({ slug }) => slug)).toEqual(['home']);
    expect((await now())?.content['ar']?.pages).toEqual([]);
    // Languages share the blocks; each writes its own words into them.
    const [block] = (page as unknown as { layout: { id: string }[] }).layout;
    const layout = [{ id: block?.id, blockType: 'hero', heading: 'نوافذ' }];
    const arabic = { title: 'الرئيسية', layout, _status: 'published' };
    const place = { collection: 'pages' as never, id: (page as { id: string }).id, locale: 'ar' as never };
    await payload().update({ ...place, data: arabic as never });
    expect((await now())?.content['ar']?.pages[0]?.title).toBe('الرئيسية');
    expect((await now())?.content['ar']?.pages[0]?.blocks[0]).toMatchObject({ heading: 'نوافذ' });
    expect((await now())?.content['en']?.pages[0]?.blocks[0]).toMatchObject({ heading: 'Windows' });
  });

  test('a draft on top of a published page changes nothing that is shown', async () => {
    const page = await create('pages', { title: 'About', slug: 'about', _status: 'published' });
    const place = { collection: 'pages' as never, id: (page as { id: string }).id, locale: 'en' as never };
    await payload().update({ ...place, data: { title: 'Not yet' } as never, draft: true });
    const shown = (await now())?.content['en']?.pages.find(({ slug }) => slug === 'about');
    expect(shown?.title).toBe('About');
  });

  test('a publish is told in the log of changes and makes the kept content stale', async () => {
    const content = contentForSite({ payload: payload(), changes: database.changes });
    const before = await content();
    expect((await content())?.etag).toBe(before?.etag);
    const seq = await database.changes.latest();
    await create('services', { name: 'Stairs', slug: 'stairs', _status: 'published' });
    expect((await database.changes.read(seq)).map(({ kind }) => kind)).toContain('site.published');
    expect((await content())?.etag).not.toBe(before?.etag);
  });

  test('what was published is seen by who did not ask until the log had forgotten it', async () => {
    const content = contentForSite({ payload: payload(), changes: database.changes });
    const before = await content();
    await create('services', { name: 'Doors', slug: 'doors', _status: 'published' });
    await database.changes.record('mail.arrived', 'a message');
    await database.changes.prune(-1000);
    expect((await content())?.etag).not.toBe(before?.etag);
  });

  test('a picture goes out in small copies, never as it came', async () => {
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#864' } })
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
    const file = { data: bytes, mimetype: 'image/jpeg', name: 'Saw mill.jpg', size: bytes.length };
    const picture = await create('media', { alt: 'A saw' }, { file });
    const image = (picture as { id: string }).id;
    await create('posts', {
      title: 'New saw',
      slug: 'new-saw',
      date: '2026-11-01',
      image,
      _status: 'published',
    });
    const post = (await now())?.content['en']?.posts[0];
    expect(new Set(post?.image?.files.map(({ type }) => type))).toEqual(
      new Set(['image/avif', 'image/webp']),
    );
    expect(post?.image?.files.every(({ file }) => !file.endsWith('.jpg'))).toBe(true);
    expect(post?.image?.share).toMatch(/\.jpg$/);
  });
});
