import { expect, test } from 'vitest';
import { pageAddress, readWikiPlace, spaceAddress } from './wiki-address.ts';

const page = { id: 'k3v9x2m4qa', title: 'Sharpening: plane irons!' };
const parts = (address: string) => address.split('/').slice(2).map(decodeURIComponent);

test('a page’s address is readable, and its id alone finds it', () => {
  expect(pageAddress('workshop', page)).toBe('/wiki/workshop/sharpening-plane-irons-k3v9x2m4qa');
  for (const address of ['/wiki/old-name/other-words-k3v9x2m4qa', '/wiki/x/k3v9x2m4qa'])
    expect(readWikiPlace(parts(address))).toMatchObject({ kind: 'page', page: 'k3v9x2m4qa' });
});

test.each(['Сушка дуба', 'صيانة المناشير', '木材', '???', 'trash'])(
  'a page called %j leads back to itself',
  (title) => {
    const address = pageAddress('werk', { ...page, title }, 'history');
    expect(readWikiPlace(parts(address))).toEqual({ kind: 'history', space: 'werk', page: page.id });
  },
);

test('a long title is never cut within a character, which no address could hold', () => {
  const address = pageAddress('werk', { ...page, title: `${'a'.repeat(59)}\u{20BB7}` });
  expect(address).toBe(`/wiki/werk/${'a'.repeat(59)}-${page.id}`);
});

test('a space may be called anything', () => {
  expect(readWikiPlace(parts(spaceAddress('büro & lager', 'trash')))).toEqual({
    kind: 'trash',
    space: 'büro & lager',
  });
});

test.each(['a/b', 'a/b-k3v9x2m4qa/delete', 'a/b-k3v9x2m4qa/edit/x', 'a/trash/x', 'a/B-K3V9X2M4QA'])(
  '%s names nothing',
  (path) => {
    expect(readWikiPlace(path.split('/'))).toBeNull();
  },
);
