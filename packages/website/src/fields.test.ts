import { expect, test } from 'vitest';
import { pageSlugField, slugField } from './fields.ts';

const says = (field: typeof slugField, value: unknown) =>
  (field.validate as (value: unknown) => true | string)(value);

test.each(['home', 'our-work', 'news', 'privacy', 'a1'])('a page may stand at %s', (slug) => {
  expect(says(pageSlugField, slug)).toBe(true);
});

test.each(['health', 'sent', 'media', 'ar', 'it'])(
  'no page may stand at %s, where it would never be seen',
  (slug) => {
    expect(says(pageSlugField, slug)).toMatch(/in use by the site itself/);
    // A piece of news or a service has its section before it.
    expect(says(slugField, slug)).toBe(true);
  },
);

test.each(['', 'Home', 'a b', '-a', 'a--b', '../a', 'a/b', 'ä', null, 5])('%j is no address', (slug) => {
  expect(says(pageSlugField, slug)).toMatch(/small letters/);
});
