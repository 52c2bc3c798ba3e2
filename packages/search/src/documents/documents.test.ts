import { expect, test } from 'vitest';
import { chunkText } from './chunk-text.ts';
import { documentsOf } from './documents.ts';
import { cleanText, hasWords, mark } from './fold.ts';

const paragraph = 'Plane with the grain. '.repeat(60).trim();

test('a short text is one passage, and so is none', () => {
  expect(chunkText('Plane it.')).toEqual(['Plane it.']);
  expect(chunkText('')).toEqual(['']);
});

test('a long text is cut where a paragraph ends', () => {
  const chunks = chunkText(`${paragraph}\n\n${paragraph}\n\n${paragraph}`);
  expect(chunks).toEqual([`${paragraph}\n\n${paragraph}`, paragraph]);
});

test.each([
  ['sentences', 'Plane with the grain, never against it. '.repeat(500)],
  ['words', 'plane '.repeat(3000)],
  ['Japanese', '木目に沿って削ります。'.repeat(800)],
  ['one endless word', 'w'.repeat(20_000)],
  ['one endless line of faces', '\u{1F600}'.repeat(9000)],
])('%s are cut into passages that have all of it and no half characters', (_what, text) => {
  const chunks = chunkText(text);
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.every((chunk) => chunk.length <= 3000 && chunk.isWellFormed())).toBe(true);
  expect(chunks.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test('an id is made of what Meilisearch takes, whatever a record is called', () => {
  const text = { topic: 't', title: 'A', text: 'b', scopes: [], date: 0 };
  const [one] = documentsOf('mail', 'box:<key@host> "x"', [text]);
  const [other] = documentsOf('page', 'box:<key@host> "x"', [text]);
  expect(one?.id).toMatch(/^[0-9a-f]{32}-0$/);
  expect(one?.id).not.toBe(other?.id);
});

test('passages are numbered through all texts of a record', () => {
  const text = { title: 'A', text: paragraph.repeat(4), scopes: [], date: 0 };
  const documents = documentsOf('file', 'page', [
    { ...text, topic: 'one' },
    { ...text, topic: 'two' },
  ]);
  expect(documents.map(({ chunk }) => chunk)).toEqual(documents.map((_one, at) => at));
  expect(new Set(documents.map(({ topic }) => topic))).toEqual(new Set(['one', 'two']));
});

test('no text brings marks, control characters or turned directions into the index', () => {
  expect(cleanText(`a${mark.begin}b\u0000c\u202ed`)).toBe('a b c d');
});

test('without an index neither case nor accents matter', () => {
  expect(hasWords('Küchenschränke, geölt', ['kuchen', 'geolt'])).toBe(true);
  expect(hasWords('Счёт за стол', ['стул'])).toBe(false);
});
