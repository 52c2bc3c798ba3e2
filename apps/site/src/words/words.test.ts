import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fill, wordLanguages, wordsOf } from './index.ts';

const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => texts(inner, `${path}.${name}`));

test.each(wordLanguages)('%s says everything that English says, with the same slots', (language) => {
  const there = new Map(texts(wordsOf(language)));
  for (const [path, text] of texts(en)) {
    expect(there.get(path)?.trim(), path).toBeTruthy();
    expect(slots(there.get(path) ?? ''), path).toEqual(slots(text));
  }
});

test('a language without words of its own speaks English', () => {
  expect(wordsOf('fi')).toBe(en);
});

test('a slot that nothing fills stays to be seen', () => {
  expect(fill('{a} and {b}', { a: 'one' })).toBe('one and {b}');
});
