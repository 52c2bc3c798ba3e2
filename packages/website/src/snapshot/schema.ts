import { z } from 'zod';

export { pathOf } from './path-of.ts';

const fileName = z.string().regex(/^(?!\.)[\w.-]+$/);

/** A picture with its copies; `file` names are what the site asks the office for and keeps. */
const picture = z.object({
  id: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
  /** What must stay in view when the picture is cut, in per cent from its left and top. */
  focus: z.object({ x: z.number(), y: z.number() }),
  /** Copies in several widths and formats; each is a file of its own whose bytes never change. */
  files: z.array(z.object({ file: fileName, width: z.number(), type: z.string() })).min(1),
  /** 1200 × 630 for shared links. */
  share: fileName.nullable(),
});
export type Picture = z.output<typeof picture>;

const optionalPicture = picture.nullable();
const text = z.string();

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hero'), heading: text, text, image: optionalPicture, label: text, link: text }),
  /** `html` was sanitised by the office. */
  z.object({ kind: z.literal('text'), html: text, image: optionalPicture }),
  z.object({ kind: z.literal('services'), heading: text, intro: text }),
  z.object({ kind: z.literal('people'), heading: text, intro: text }),
  z.object({ kind: z.literal('news'), heading: text, count: z.number() }),
  z.object({ kind: z.literal('contactForm'), heading: text, intro: text }),
]);
export type BlockContent = z.output<typeof block>;

const page = z.object({
  slug: text,
  title: text,
  description: text,
  blocks: z.array(block),
  updatedAt: text,
});
export type PageContent = z.output<typeof page>;

const post = z.object({
  slug: text,
  title: text,
  date: text,
  summary: text,
  image: optionalPicture,
  html: text,
  updatedAt: text,
});
export type PostContent = z.output<typeof post>;

const service = z.object({
  slug: text,
  name: text,
  summary: text,
  priceFrom: z.number().nullable(),
  priceUnit: text,
  image: optionalPicture,
  html: text,
  updatedAt: text,
});
export type ServiceContent = z.output<typeof service>;

const person = z.object({ name: text, title: text, bio: text, photo: optionalPicture });
const link = z.object({ slug: text, label: text });

const localeContent = z.object({
  firm: z.object({ name: text, address: text, hours: text }),
  pages: z.array(page),
  posts: z.array(post),
  services: z.array(service),
  people: z.array(person),
  menu: z.array(link),
  footer: z.array(link),
  note: text,
});
export type LocaleContent = z.output<typeof localeContent>;

/** All that the site shows, published only. What the office sends and the site keeps on its disk. */
export const snapshotSchema = z.object({
  version: z.literal(1),
  firm: z.object({
    domain: text,
    phone: text,
    email: text,
    accent: z.string().regex(/^#[0-9a-f]{6}$/i),
    typeface: z.enum(['sans', 'serif']),
    currency: text,
    timeZone: text,
    logo: optionalPicture,
  }),
  defaultLocale: text,
  locales: z.array(text).min(1),
  content: z.record(z.string(), localeContent),
});
export type Snapshot = z.output<typeof snapshotSchema>;
