import { expect, test } from 'vitest';
import { oneForm } from './blocks.ts';

const says = (...kinds: string[]) =>
  oneForm(kinds.map((blockType) => ({ blockType })) as never, { req: { t: (key: string) => key } } as never);

test('a page has one contact form at most', async () => {
  expect(await says('hero', 'contactForm')).toBe(true);
  expect(await says()).toBe(true);
  expect(await says('contactForm', 'text', 'contactForm')).toMatch(/one contact form/);
});
