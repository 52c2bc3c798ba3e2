import { isRightToLeft } from '@kontor/core';
import {
  type BlockContent,
  type LocaleContent,
  type PageContent,
  type PostContent,
  pathOf,
  type ServiceContent,
  type Snapshot,
} from '@kontor/website/snapshot';
import { type Words, wordsOf } from './words/index.ts';

export { pathOf };

/** What a page shows below its header. */
export type Body =
  | { kind: 'page'; page: PageContent }
  | { kind: 'post'; post: PostContent }
  | { kind: 'service'; service: ServiceContent }
  | { kind: 'privacy' }
  | { kind: 'sent' }
  | { kind: 'missing' }
  | { kind: 'broken' }
  | { kind: 'soon' };

export interface FormState {
  /** Stands in the page until the answer is sent, so that pages can be kept ready. */
  token: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  /** A complaint about the whole form. */
  problem: string;
}

/** Everything a page needs; made by `resolveView`, drawn by Astro. */
export interface View {
  status: 200 | 404 | 500 | 503;
  /** Canonical path, with the language's prefix. */
  path: string;
  siteUrl: string;
  styleHref: string;
  locale: string;
  dir: 'ltr' | 'rtl';
  words: Words;
  firm: Snapshot['firm'];
  content: LocaleContent;
  title: string;
  description: string;
  body: Body;
  /** The same page in each language that has it, this one included. */
  alternates: { locale: string; path: string }[];
  /** Every language of the firm with the nearest page in it. */
  languages: { locale: string; path: string }[];
  defaultLocale: string;
  hasForm: boolean;
  form: FormState;
}

/** Replaced by a fresh token in each answer. */
export const tokenPlaceholder = '@@form-token@@';
export const emptyForm: FormState = { token: tokenPlaceholder, values: {}, errors: {}, problem: '' };

export type Place = { locale: string; rest: string };

/** "/ar/news/x" → ar and "news/x"; the default language needs no prefix and its canonical paths have none. */
export function placeOf(snapshot: Snapshot, pathname: string): Place {
  const parts = pathname.split('/').filter(Boolean);
  const [first = ''] = parts;
  return snapshot.locales.includes(first)
    ? { locale: first, rest: parts.slice(1).join('/') }
    : { locale: snapshot.defaultLocale, rest: parts.join('/') };
}

/** What stands at this place in this language, if anything. */
export function bodyAt(content: LocaleContent, rest: string): Body | null {
  const slug = rest || 'home';
  const page = content.pages.find((each) => each.slug === slug);
  if (page) return { kind: 'page', page };
  if (rest === 'privacy') return { kind: 'privacy' };
  if (rest === 'sent') return { kind: 'sent' };
  const [section, name, ...more] = rest.split('/');
  if (more.length > 0 || !name) return null;
  const post = section === 'news' && content.posts.find((each) => each.slug === name);
  if (post) return { kind: 'post', post };
  const service = section === 'services' && content.services.find((each) => each.slug === name);
  return service ? { kind: 'service', service } : null;
}

/** Everything that has an address of its own in a language, the first page as "". */
export function restsOf(content: LocaleContent): string[] {
  const pages = content.pages.map(({ slug }) => (slug === 'home' ? '' : slug));
  return [
    ...pages,
    ...(pages.includes('privacy') ? [] : ['privacy']),
    ...content.services.map(({ slug }) => `services/${slug}`),
    ...content.posts.map(({ slug }) => `news/${slug}`),
  ];
}

interface Around {
  siteUrl: string;
  styleHref: string;
}

/** The view at a path; a place where nothing stands shows the 404 page in the right language. */
export function resolveView(snapshot: Snapshot, pathname: string, around: Around): View {
  const { locale, rest } = placeOf(snapshot, pathname);
  const content = snapshot.content[locale];
  const body = content ? bodyAt(content, rest) : null;
  return viewOf(snapshot, locale, rest, body ?? { kind: 'missing' }, around);
}

export function viewOf(
  snapshot: Snapshot,
  locale: string,
  rest: string,
  body: Body,
  { siteUrl, styleHref }: Around,
): View {
  const words = wordsOf(locale);
  const content = snapshot.content[locale] ?? emptyContent;
  const isThere = body.kind !== 'missing' && body.kind !== 'broken' && body.kind !== 'soon';
  const inLocale = (code: string) => {
    const other = snapshot.content[code];
    return isThere && other && bodyAt(other, rest) ? pathOf(snapshot, code, rest) : null;
  };
  const found = snapshot.locales.map((code) => ({ locale: code, path: inLocale(code) }));
  return {
    status: statuses[body.kind] ?? 200,
    path: pathOf(snapshot, locale, rest),
    siteUrl,
    styleHref,
    locale,
    dir: isRightToLeft(locale) ? 'rtl' : 'ltr',
    words,
    firm: snapshot.firm,
    content,
    ...headOf(body, words),
    body,
    alternates: found.flatMap(({ locale: code, path }) => (path ? [{ locale: code, path }] : [])),
    languages: found.map(({ locale: code, path }) => ({
      locale: code,
      path: path ?? pathOf(snapshot, code, ''),
    })),
    defaultLocale: snapshot.defaultLocale,
    hasForm: body.kind === 'page' && body.page.blocks.some(({ kind }) => kind === 'contactForm'),
    form: emptyForm,
  };
}

const statuses: Partial<Record<Body['kind'], View['status']>> = { missing: 404, broken: 500, soon: 503 };

function headOf(body: Body, words: Words): { title: string; description: string } {
  switch (body.kind) {
    case 'page':
      return { title: body.page.title, description: body.page.description };
    case 'post':
      return { title: body.post.title, description: body.post.summary };
    case 'service':
      return { title: body.service.name, description: body.service.summary };
    case 'privacy':
      return { title: words.privacy, description: '' };
    case 'sent':
      return { title: words.sentTitle, description: '' };
    case 'missing':
      return { title: words.missingTitle, description: '' };
    case 'broken':
      return { title: words.brokenTitle, description: '' };
    case 'soon':
      return { title: words.soonTitle, description: '' };
  }
}

const emptyContent: LocaleContent = {
  firm: { name: '', address: '', hours: '' },
  pages: [],
  posts: [],
  services: [],
  people: [],
  menu: [],
  footer: [],
  note: '',
};

/** Shown before the firm has published anything. */
export const emptySnapshot: Snapshot = {
  version: 1,
  firm: {
    domain: '',
    phone: '',
    email: '',
    accent: '#2f5d50',
    typeface: 'sans',
    currency: 'EUR',
    timeZone: 'UTC',
    logo: null,
  },
  defaultLocale: 'en',
  locales: ['en'],
  content: { en: emptyContent },
};

/** A link to a page of this site leads to it in the reader's language, when it is there in that language. */
export function linkIn(view: View, link: string): string {
  const [, path = '', tail = ''] = /^(\/[^?#]*)(.*)$/.exec(link) ?? [];
  const rest = path.split('/').filter(Boolean).join('/');
  return path && bodyAt(view.content, rest) ? pathOf(view, view.locale, rest) + tail : link;
}

/** Where questions are asked: the first page with the form on it. */
export function askPath(view: View): string | null {
  const page = view.content.pages.find(({ blocks }) => blocks.some(isForm));
  return page ? `${pathOf(view, view.locale, page.slug)}#ask` : null;
}

const isForm = (block: BlockContent): boolean => block.kind === 'contactForm';
