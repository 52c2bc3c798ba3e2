import { expect, test } from 'vitest';
import { cleanApart } from './clean-apart.ts';

/** A busy machine is no fault of a message. */
const patient = { limitMs: 60_000 };
const thread = new URL('./clean-thread.ts', import.meta.url);
const options = { words: { showQuoted: 'Show', goesTo: 'to' }, attached: new Map(), showRemote: false };
/** The most work that the longest message can be made to be. */
const heavy = '<tr>'.repeat(400_000);

test('a message is cleaned as it is without a thread', async () => {
  const clean = cleanApart(thread, patient);
  const attached = new Map([['logo@x', '/mail-data/part/m/0']]);
  const mail = await clean('<p onclick=x>Hi<img src="cid:logo@x">', { ...options, attached });
  expect(mail).toMatchObject({ body: '<p>Hi<img src="/mail-data/part/m/0" /></p>', cut: false });
});

test('while a heavy one is cleaned, everything else goes on', async () => {
  const clean = cleanApart(thread, patient);
  await clean('<p>warm</p>', options);
  /** The longest pause of everything else, as a part of the time that the cleaning took. */
  async function stoodStill(): Promise<number> {
    let longest = 0;
    let before = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 5);
    const began = performance.now();
    await clean(heavy, options);
    clearInterval(ticking);
    return longest / (performance.now() - began);
  }
  // A busy machine may stop everything once, not three times.
  const parts = [await stoodStill(), await stoodStill(), await stoodStill()];
  expect(Math.min(...parts)).toBeLessThan(1 / 2);
});

test('what takes too long is given up, and the next one is cleaned', async () => {
  const clean = cleanApart(thread, { limitMs: 1 });
  expect(await clean(heavy, options)).toBeNull();
  const unhurried = cleanApart(thread, patient);
  const both = ['<p>one</p>', '<p>two</p>'].map((html) => unhurried(html, options));
  const [first, second] = await Promise.all(both);
  expect([first?.body, second?.body]).toEqual(['<p>one</p>', '<p>two</p>']);
});

test('a thread that dies takes one message along, no more', async () => {
  const clean = cleanApart(new URL('data:text/javascript,setTimeout(() => process.exit(1), 50)'));
  expect(await clean('<p>one</p>', options)).toBeNull();
  expect(await clean('<p>two</p>', options)).toBeNull();
});

test('the thread that is built cleans as the source does', async () => {
  const built = new URL('../../../dist/mail/html/clean-thread.mjs', import.meta.url);
  const html = '<style>p{color:red;behavior:url(x)}</style><p style="position:fixed;color:blue" onclick=x>Hi';
  const { css, body } = (await cleanApart(built, patient)(html, options)) ?? {};
  const source = await cleanApart(thread, patient)(html, options);
  expect({ css, body }).toEqual({ css: source?.css, body: source?.body });
  expect(body).toContain('color:blue');
});
