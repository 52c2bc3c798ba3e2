import { expect, test } from 'vitest';
import { markdownReader } from './markdown-reader.ts';

const read = markdownReader(new URL('./markdown-thread.ts', import.meta.url));
/** Five seconds of work at most, several times; a busy machine gets long for it, though not the minutes without bounds. */
const inTime = 45_000;

/** The longest that the main thread, which answers everybody, stood still meanwhile. */
async function watched<Result>(work: () => Promise<Result>): Promise<{ result: Result; stood: number }> {
  let stood = 0;
  let before = performance.now();
  const look = () => {
    stood = Math.max(stood, performance.now() - before);
    before = performance.now();
  };
  const ticking = setInterval(look, 5);
  const result = await work();
  look();
  clearInterval(ticking);
  return { result, stood };
}

const wide = (columns: number, rows: number): string =>
  [`|${'a|'.repeat(columns)}`, `|${'-|'.repeat(columns)}`, ...Array(rows).fill('b')].join('\n');

test('Markdown is read in a thread as it is without one', async () => {
  const markdown = '# Oak\n\n| a | b |\n| - | - |\n| c |\n';
  expect(await read(markdown)).toEqual(await markdownReader(undefined)(markdown));
});

test('a table whose short rows would be filled up to millions of cells is too large, in no time', async () => {
  const markdown = wide(1000, 20_000);
  const began = performance.now();
  // Without the thread's bounds too: that many cells are not made at all.
  expect(await markdownReader(undefined)(markdown)).toMatchObject({
    answer: { read: { ok: false, why: 'too-large' } },
  });
  const outcome = await read(markdown);
  expect(outcome.ok && outcome.answer.read.ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(inTime);
});

test('a price list of many rows is none', async () => {
  expect(await read(wide(10, 2000))).toMatchObject({ answer: { read: { ok: true } } });
});

test('what would take minutes is given up, others are answered meanwhile, and the next text is read', async () => {
  const began = performance.now();
  const { result, stood } = await watched(() => read('*a_ '.repeat(10_000)));
  expect(result).toMatchObject({ ok: false });
  expect(performance.now() - began).toBeLessThan(inTime);
  expect(stood).toBeLessThan(4000);
  expect(await read('still here')).toMatchObject({ ok: true });
});

test('an address that is written once and linked a thousand times counts each time', async () => {
  const markdown = `${'[a] '.repeat(1000)}\n\n[a]: https://x.example/${'a'.repeat(100_000)}`;
  expect(await read(markdown)).toMatchObject({ answer: { read: { ok: false, why: 'too-large' } } });
});
