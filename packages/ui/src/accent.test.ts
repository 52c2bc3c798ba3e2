import { expect, test } from 'vitest';
import { contrast, paper, readableOn, surface } from './accent.ts';

const colours = ['#2f5d50', '#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff88', '#1a1a80', '#c8a97e'];

test.each(colours)('%s becomes readable on every ground', (colour) => {
  for (const scheme of ['light', 'dark'] as const) {
    const readable = readableOn(colour, surface[scheme]);
    expect(contrast(readable, surface[scheme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readable, paper[scheme])).toBeGreaterThanOrEqual(4.5);
  }
});

test('a colour that is readable already stays as the firm chose it', () => {
  expect(readableOn('#2f5d50', surface.light)).toBe('#2f5d50');
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
