import type { Payload, Where } from 'payload';
import { pathOf } from './path-of.ts';
import { type PathOfRecord, richTextToHtml } from './rich-text.ts';
import type { BlockContent, LocaleContent, PageContent, Picture, Snapshot } from './schema.ts';

type Doc = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Doc[] => (Array.isArray(value) ? (value as Doc[]) : []);

/** Everything published, in each of the firm's languages. What a language lacks is left out of it. */
export async function publishedContent(payload: Payload): Promise<Snapshot | null> {
  const firm = await readGlobal(payload, 'firm', 'all');
  if (!firm['domain']) return null;
  const locales = (firm['languages'] as string[] | undefined) ?? ['en'];
  const content: Record<string, LocaleContent> = {};
  const defaultLocale = text(firm['defaultLanguage']) || (locales[0] ?? 'en');
  for (const locale of locales) {
    const place = (rest: string) => pathOf({ defaultLocale }, locale, rest);
    content[locale] = await contentOf(payload, locale, place);
  }
  return {
    version: 1,
    firm: {
      domain: text(firm['domain']),
      phone: text(firm['phone']),
      email: `hello@${text(firm['domain'])}`,
      accent: text(firm['accent']) || '#2f5d50',
      typeface: firm['typeface'] === 'serif' ? 'serif' : 'sans',
      currency: text(firm['currency']) || 'EUR',
      timeZone: text(firm['timeZone']) || 'UTC',
      logo: pictureOf(firm['logo']),
    },
    defaultLocale,
    locales,
    content,
  };
}

async function contentOf(
  payload: Payload,
  locale: string,
  place: (rest: string) => string,
): Promise<LocaleContent> {
  const [firm, navigation, pages, posts, services, people] = await Promise.all([
    readGlobal(payload, 'firm', locale),
    readGlobal(payload, 'navigation', locale),
    published(payload, 'pages', locale, 'slug'),
    published(payload, 'posts', locale, '-date'),
    published(payload, 'services', locale, 'order'),
    shownPeople(payload, locale),
  ]);
  const shownPages = pages.filter((page) => text(page['title']));
  const shownPosts = posts.filter((post) => text(post['title']));
  const shownServices = services.filter((service) => text(service['name']));
  const pathOfRecord = pathsOf(place, { pages: shownPages, posts: shownPosts, services: shownServices });
  return {
    firm: { name: text(firm['name']), address: text(firm['address']), hours: text(firm['hours']) },
    pages: shownPages.map((page) => pageOf(page, pathOfRecord)),
    posts: shownPosts.map((post) => ({
      slug: text(post['slug']),
      title: text(post['title']),
      date: text(post['date']),
      summary: text(post['summary']),
      image: pictureOf(post['image']),
      html: richTextToHtml(post['body'], pathOfRecord),
      updatedAt: text(post['updatedAt']),
    })),
    services: shownServices.map((service) => ({
      slug: text(service['slug']),
      name: text(service['name']),
      summary: text(service['summary']),
      priceFrom: typeof service['priceFrom'] === 'number' ? service['priceFrom'] : null,
      priceUnit: text(service['priceUnit']),
      image: pictureOf(service['image']),
      html: richTextToHtml(service['body'], pathOfRecord),
      updatedAt: text(service['updatedAt']),
    })),
    people: people.map((person) => {
      const profile = (person['profile'] ?? {}) as Doc;
      const { title, bio, photo } = profile;
      return { name: text(person['name']), title: text(title), bio: text(bio), photo: pictureOf(photo) };
    }),
    menu: linksOf(navigation['menu'], shownPages),
    footer: linksOf(navigation['footer'], shownPages),
    note: text(navigation['note']),
  };
}

const sections: Record<string, string> = { pages: '', posts: 'news/', services: 'services/' };

/** Where each record that is shown in this language stands. */
function pathsOf(place: (rest: string) => string, shown: Record<string, Doc[]>): PathOfRecord {
  const paths = new Map<string, string>();
  for (const [collection, docs] of Object.entries(shown)) {
    for (const { id, slug } of docs)
      paths.set(`${collection} ${id}`, place(`${sections[collection] ?? ''}${text(slug)}`));
  }
  return (collection, id) => paths.get(`${collection} ${id}`) ?? null;
}

async function readGlobal(payload: Payload, slug: string, locale: string): Promise<Doc> {
  const options = locale === 'all' ? {} : { locale: locale as never, fallbackLocale: false as const };
  return (await payload.findGlobal({ slug: slug as never, depth: 1, ...options })) as unknown as Doc;
}

async function find(
  payload: Payload,
  collection: string,
  locale: string,
  sort: string,
  where: Where,
): Promise<Doc[]> {
  const { docs } = await payload.find({
    collection: collection as never,
    locale: locale as never,
    fallbackLocale: false,
    depth: 1,
    limit: 0,
    pagination: false,
    sort,
    where,
  });
  return docs as unknown as Doc[];
}

const published = (payload: Payload, collection: string, locale: string, sort: string): Promise<Doc[]> =>
  find(payload, collection, locale, sort, { _status: { equals: 'published' } });

const shownPeople = (payload: Payload, locale: string): Promise<Doc[]> =>
  find(payload, 'persons', locale, 'profile.order', {
    and: [{ 'profile.shown': { equals: true } }, { disabled: { not_equals: true } }],
  });

function linksOf(value: unknown, pages: Doc[]): LocaleContent['menu'] {
  const titles = new Map(pages.map((page) => [page['id'], page]));
  return list(value).flatMap(({ page, label }) => {
    const found = titles.get(typeof page === 'object' && page ? (page as Doc)['id'] : page);
    return found ? [{ slug: text(found['slug']), label: text(label) || text(found['title']) }] : [];
  });
}

const pageOf = (page: Doc, pathOfRecord: PathOfRecord): PageContent => ({
  slug: text(page['slug']),
  title: text(page['title']),
  description: text(page['description']),
  blocks: list(page['layout']).flatMap((block) => blockOf(block, pathOfRecord) ?? []),
  updatedAt: text(page['updatedAt']),
});

function blockOf(block: Doc, pathOfRecord: PathOfRecord): BlockContent | null {
  const heading = text(block['heading']);
  const intro = text(block['intro']);
  switch (block['blockType']) {
    case 'hero':
      return {
        kind: 'hero',
        heading,
        text: text(block['text']),
        image: pictureOf(block['image']),
        label: text(block['label']),
        link: text(block['link']),
      };
    case 'text':
      return {
        kind: 'text',
        html: richTextToHtml(block['body'], pathOfRecord),
        image: pictureOf(block['image']),
      };
    case 'services':
      return { kind: 'services', heading, intro };
    case 'people':
      return { kind: 'people', heading, intro };
    case 'news':
      return { kind: 'news', heading, count: Number(block['count'] ?? 3) };
    case 'contactForm':
      return { kind: 'contactForm', heading, intro };
    default:
      return null;
  }
}

function pictureOf(value: unknown): Picture | null {
  if (!value || typeof value !== 'object') return null;
  const media = value as Doc;
  const { share, ...sizes } = (media['sizes'] ?? {}) as Record<string, Doc>;
  const copies = filesOf(Object.values(sizes));
  // The original goes out only where there is no copy: it may tell where and by whom it was taken.
  const files = copies.length > 0 ? copies : filesOf([media]);
  if (files.length === 0) return null;
  const { id, alt, width, height, focalX, focalY } = media;
  return {
    id: text(id),
    alt: text(alt),
    width: Number(width),
    height: Number(height),
    focus: { x: Number(focalX ?? 50), y: Number(focalY ?? 50) },
    files,
    share: text(share?.['filename']) || null,
  };
}

/** Copies that came out alike (a small original) are one file. */
function filesOf(copies: Doc[]): Picture['files'] {
  const files = new Map<string, Picture['files'][number]>();
  for (const { filename, width, mimeType } of copies) {
    const file = text(filename);
    if (file && width) files.set(file, { file, width: Number(width), type: text(mimeType) });
  }
  return [...files.values()];
}
