import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/mail', '/mail/abc?filter=unread', '/admin/collections/pages'])('%s is ours', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/.//evil.test',
  '/a/..//evil.test',
  'javascript:alert(1)',
  '/login?to=/login',
  ['/mail', '/x'],
  undefined,
  '',
])('%j leads to Today', (path) => {
  expect(ownPath(path)).toBe('/');
});
