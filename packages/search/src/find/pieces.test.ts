import { expect, test } from 'vitest';
import { mark } from '#documents/fold.ts';
import { laidOver, piecesOf, plainOf } from './pieces.ts';

const marked = (text: string): string => text.replaceAll('[', mark.begin).replaceAll(']', mark.end);
const shown = (text: string): string =>
  piecesOf(marked(text))
    .map(({ text, isMatch }) => (isMatch ? `<${text}>` : text))
    .join('');

test.each([
  ['oak [table] top', 'oak <table> top'],
  ['[oak][table]', '<oak><table>'],
  ['[oak]', '<oak>'],
  ['', ''],
  ['no match', 'no match'],
  ['a stray end] and [one without', 'a stray end and <one without>'],
  ['[<b>bold</b>]', '<<b>bold</b>>'],
])('%j comes apart as %j', (text, pieces) => {
  expect(shown(text).replaceAll(mark.end, '')).toBe(pieces);
});

test('pieces are what was said, without the marks', () =>
  expect(plainOf(marked('oak [table] top'))).toBe('oak table top'));

test('a title is shown as it is spelt', () => {
  expect(laidOver(piecesOf(marked('[Счет] за стол')), 'Счёт за стол')).toEqual([
    { text: 'Счёт', isMatch: true },
    { text: ' за стол', isMatch: false },
  ]);
});
