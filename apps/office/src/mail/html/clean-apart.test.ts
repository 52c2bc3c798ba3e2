import { expect, test } from 'vitest';
import { cleanApart } from './clean-apart.ts';

const thread = new URL('./clean-thread.ts', import.meta.url);
const options = { words: { showQuoted: 'Show', goesTo: 'to' }, attached: new Map(), showRemote: false };
/** The most work that the longest message can be made to be. */
const heavy = '<tr>'.repeat(400_000);

test('a message is cleaned as it is without a thread', async () => {
  const clean = cleanApart(thread);
  const attached = new Map([['logo@x', '/mail-data/part/m/0']]);
  const mail = await clean('<p onclick=x>Hi<img src="cid:logo@x">', { ...options, attached });
  expect(mail).toMatchObject({ body: '<p>Hi<img src="/mail-data/part/m/0" /></p>', cut: false });
});

test('while a heavy one is cleaned, everything else goes on', async () => {
  const clean = cleanApart(thread, { limitMs: 30_000 });
  await clean('<p>warm</p>', options);
  let longest = 0;
  let before = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 5);
  const began = performance.now();
  await clean(heavy, options);
  const took = performance.now() - began;
  clearInterval(ticking);
  expect(longest).toBeLessThan(took / 2);
}, 60_000);

test('what takes too long is given up, and the next one is cleaned', async () => {
  const clean = cleanApart(thread, { limitMs: 1 });
  expect(await clean(heavy, options)).toBeNull();
  const patient = cleanApart(thread);
  const [first, second] = await Promise.all([patient('<p>one</p>', options), patient('<p>two</p>', options)]);
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
  const { css, body } = (await cleanApart(built)(html, options)) ?? {};
  const source = await cleanApart(thread)(html, options);
  expect({ css, body }).toEqual({ css: source?.css, body: source?.body });
  expect(body).toContain('color:blue');
});
