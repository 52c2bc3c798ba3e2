import { describe, expect, it, test } from 'vitest';
import { textBlocks, textPieces } from './plain-text.ts';

describe('a plain message', () => {
  it('parts into own and quoted lines', () => {
    expect(textBlocks('Yes.\n\n> Shall we?\n> Anna\n\nBest\n')).toEqual([
      { kind: 'own', text: 'Yes.\n' },
      { kind: 'quoted', text: '> Shall we?\n> Anna' },
      { kind: 'own', text: '\nBest' },
    ]);
  });

  it('links addresses without the full stop behind them', () => {
    expect(textPieces('See https://a.example/x?y=1. Ask b@c.example!')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { kind: 'text', text: '. Ask ' },
      { kind: 'link', text: 'b@c.example', href: 'mailto:b@c.example' },
      { kind: 'text', text: '!' },
    ]);
  });

  it('never links a script', () => {
    expect(textPieces('javascript:alert(1) data:text/html,x')).toEqual([
      { kind: 'text', text: 'javascript:alert(1) data:text/html,x' },
    ]);
  });
});

/** Twenty seconds and more each, before. */
test.each([
  ['spaces before a word', `${' '.repeat(200_000)}x`],
  ['brackets within an address', `http://${')'.repeat(190_000)}x`],
  ['dots after a name', `a@${'a.'.repeat(100_000)}`],
  ['names without an end', 'a.'.repeat(100_000)],
  ['quoted lines', '>\n'.repeat(100_000)],
  ['lines of either kind', '>\nx\n'.repeat(40_000)],
  ['addresses', 'http://x.example/ a@b.example '.repeat(6_000)],
])('a text of 200,000 characters of %s is taken apart in time', (_, text) => {
  const began = performance.now();
  for (const block of textBlocks(text)) textPieces(block.text);
  expect(performance.now() - began).toBeLessThan(25 * 200);
});
