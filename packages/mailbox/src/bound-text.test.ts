import { expect, test } from 'vitest';
import { boundText } from './bound-text.ts';
import type { MessageView } from './types.ts';

const message = (text: string) => ({ text, cut: false }) as MessageView;

test('an ordinary conversation comes whole', () => {
  const messages = [message('one'), message('two')];
  expect(boundText(messages)).toEqual(messages);
});

test('of an endless one the newest come whole, and what is cut says so', () => {
  const bounded = boundText(Array.from({ length: 200 }, () => message('x'.repeat(200_000))));
  expect(bounded.reduce((sum, { text }) => sum + text.length, 0)).toBe(2_000_000);
  expect(bounded.slice(-10).map(({ cut }) => cut)).toEqual(Array(10).fill(false));
  expect(bounded[0]).toEqual({ text: '', cut: true });
});
