import { describe, expect, it } from 'vitest';
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
