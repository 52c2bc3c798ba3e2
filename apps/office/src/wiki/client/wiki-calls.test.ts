import { afterEach, expect, test, vi } from 'vitest';
import { save } from './wiki-calls.ts';

afterEach(() => vi.unstubAllGlobals());

test('what no gate will let in is not sent', async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  const text = { base: 1, title: 'x', document: 'ж'.repeat(6_000_001) };
  await expect(save('k3', text)).rejects.toMatchObject({ shown: { title: expect.any(String) } });
  expect(fetched).not.toHaveBeenCalled();
});

test('what the gate refused as too large is said in the reader’s words, and is no matter of the connection', async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'de' } });
  vi.stubGlobal('fetch', async () => new Response('This form is too large.', { status: 413 }));
  await expect(save('k3', { base: 1, title: 'x', document: {} })).rejects.toMatchObject({
    shown: { title: 'Das ist zu groß, um gesendet zu werden.' },
  });
});
