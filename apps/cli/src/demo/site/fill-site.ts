import type { Office } from '@kontor/suite';
import type { Both } from '../both.ts';
import type { DrawingName } from '../pictures/index.ts';
import { posts } from './news.ts';
import type { DemoBlock } from './pages.ts';
import { footer, menu, pages } from './pages.ts';
import { rich } from './rich.ts';
import { services } from './services.ts';

type Language = 'en' | 'ar';
type Row = { id: string; layout?: { id: string }[]; menu?: { id: string }[]; footer?: { id: string }[] };
type Pictures = Map<DrawingName, string>;

const direction = { en: 'ltr', ar: 'rtl' } as const;
const published = { _status: 'published' };
const say = (text: Both | undefined, language: Language) => (text ? text[language] : undefined);
const prose = (text: Both, language: Language) => rich(text[language], direction[language]);

/** Writes pages, services and news in both languages, and the menu. What is there already is written again alike. */
export async function fillSite(
  { payload }: Pick<Office, 'payload'>,
  pictures: Pictures,
  now: number,
): Promise<void> {
  const image = (name: DrawingName | undefined) => (name ? { image: pictures.get(name) } : {});
  const write = async (
    collection: string,
    slug: string,
    data: (language: Language, before?: Row) => object,
  ) => {
    const found = await payload.find({
      collection: collection as never,
      where: { slug: { equals: slug } },
      depth: 0,
      limit: 1,
    });
    const [present] = found.docs as unknown as Row[];
    const first = { ...data('en', present), slug, ...published } as never;
    const english = (present
      ? await payload.update({
          collection: collection as never,
          id: present.id,
          data: first,
          locale: 'en' as never,
          depth: 0,
        })
      : await payload.create({
          collection: collection as never,
          data: first,
          locale: 'en' as never,
          depth: 0,
        })) as unknown as Row;
    const second = { ...data('ar', english), ...published } as never;
    await payload.update({
      collection: collection as never,
      id: english.id,
      data: second,
      locale: 'ar' as never,
      depth: 0,
    });
    return english.id;
  };

  for (const [index, { slug, name, summary, body, priceFrom, priceUnit, picture }] of services.entries()) {
    await write('services', slug, (language) => ({
      name: name[language],
      summary: summary[language],
      body: prose(body, language),
      priceUnit: priceUnit[language],
      priceFrom,
      order: (index + 1) * 10,
      ...image(picture),
    }));
  }
  for (const { slug, title, summary, body, daysAgo, picture } of posts) {
    await write('posts', slug, (language) => ({
      title: title[language],
      summary: summary[language],
      body: prose(body, language),
      date: new Date(now - daysAgo * 86_400_000).toISOString(),
      ...image(picture),
    }));
  }
  const ids = new Map<string, string>();
  for (const { slug, title, description, blocks } of pages) {
    const id = await write('pages', slug, (language, before) => ({
      title: title[language],
      description: description[language],
      layout: blocks.map((block, index) => ({
        ...(before?.layout?.[index] ? { id: before.layout[index].id } : {}),
        ...blockData(block, language, image),
      })),
    }));
    ids.set(slug, id);
  }
  const data = {
    menu: menu.map(({ slug, label }) => ({ page: ids.get(slug), label })),
    footer: footer.map((slug) => ({ page: ids.get(slug) })),
  };
  await payload.updateGlobal({ slug: 'navigation' as never, locale: 'en' as never, data: data as never });
}

/** Its words in one language; the link and the picture belong to all of them. */
function blockData(
  block: DemoBlock,
  language: Language,
  image: (name: DrawingName | undefined) => object,
): object {
  switch (block.kind) {
    case 'hero':
      return {
        blockType: 'hero',
        heading: block.heading[language],
        text: block.text[language],
        label: say(block.label, language),
        link: block.link,
        ...image(block.picture),
      };
    case 'text':
      return { blockType: 'text', body: prose(block.body, language), ...image(block.picture) };
    case 'news':
      return { blockType: 'news', heading: say(block.heading, language), count: block.count };
    default:
      return {
        blockType: block.kind,
        heading: say(block.heading, language),
        intro: say(block.intro, language),
      };
  }
}
