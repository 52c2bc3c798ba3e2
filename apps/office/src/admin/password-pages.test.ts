import { expect, test } from 'vitest';
import { isPasswordPage } from './password-pages.ts';

test.each(['forgot', 'reset/x', 'unlock', 'verify/x', 'persons/verify/x', 'create-first-user'])(
  '/admin/%s leads to the sign-in',
  (path) => expect(isPasswordPage(path.split('/'))).toBe(true),
);

test.each(['', 'account', 'logout', 'collections/persons/1', 'collections/pages/verify', 'globals/verify'])(
  '/admin/%s is Payload’s',
  (path) => expect(isPasswordPage(path.split('/'))).toBe(false),
);

test('/admin itself is Payload’s', () => expect(isPasswordPage(undefined)).toBe(false));
