import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

test.each([
  ['ab\u{20BB7}', 0, 3, 'ab'],
  ['ab\u{20BB7}', 0, 4, 'ab\u{20BB7}'],
  ['\u{1F600}ab', -3, undefined, 'ab'],
  ['a\ud800b', 0, 9, 'ab'],
])('%j from %j to %j is %j', (text, start, end, cut) => expect(cutText(text, start, end)).toBe(cut));
