import { expect, test } from 'vitest';
import { oversize } from './oversize.ts';
import { maxHtml, sanitizeMail } from './sanitize-mail.ts';

const words = { showQuoted: 'Show quoted text', goesTo: 'goes to' };

function costOf(html: string): number {
  const started = performance.now();
  sanitizeMail(html, { attached: new Map(), showRemote: false, words });
  return performance.now() - started;
}

/** What the slowest honest machine we know takes for the dearest message of full size, in milliseconds. */
const worstMs = 300;
/** Below this a measure is of the clock and of the compiler. */
const floorMs = 20;

/** How much more the whole costs than a quarter: four where cost follows length, sixteen where it follows the square. */
function growthOf(ofLength: (length: number) => string): number {
  const [quarter, whole] = [maxHtml / 4, maxHtml].map((length) => costOf(ofLength(length)));
  return (whole ?? 0) / Math.max(quarter ?? 0, floorMs);
}

test.each(oversize)('a message of %s costs what its length costs, and never much', (_, ofLength) => {
  const once = costOf(ofLength(maxHtml));
  const whole = once < worstMs ? once : Math.min(once, costOf(ofLength(maxHtml)));
  expect(whole).toBeLessThan(15 * worstMs);
  // What is cheap whole needs no proof; a busy machine may spoil one measure, not three.
  if (whole < 8 * floorMs) return;
  expect(Math.min(growthOf(ofLength), growthOf(ofLength), growthOf(ofLength))).toBeLessThan(8);
});

test('what lies beyond the longest message costs nothing', () => {
  const cheapest = (length: number) => Math.min(...[1, 2, 3].map(() => costOf('<div>'.repeat(length / 5))));
  expect(cheapest(maxHtml * 10)).toBeLessThan(Math.max(cheapest(maxHtml), floorMs) * 5);
});
