import { expect, test } from 'vitest';
import { wayToSignIn } from './way-to-sign-in.ts';

const way = (path: string) => wayToSignIn(new URL(`/admin/${path}`, 'http://office.test'));

test.each([
  ...[
    'forgot',
    'forgot/',
    'reset/x',
    'unlock',
    'verify/x',
    'persons/verify/x',
    'create-first-user',
    '%66orgot',
  ],
])('/admin/%s leads to the sign-in', (path) => expect(way(path)).toBe('/login'));

test.each([
  ['login', '/login?to=%2Fadmin'],
  ['%6cogin/', '/login?to=%2Fadmin'],
  [
    'login?redirect=/admin/collections/pages?page=2%26x',
    '/login?to=%2Fadmin%2Fcollections%2Fpages%3Fpage%3D2%26x',
  ],
])('/admin/%s leads there and back', (path, led) => expect(way(path)).toBe(led));

test.each([
  ...['', 'account', 'logout', 'collections/persons/1', 'collections/verify', 'globals/verify', 'forgotten'],
  ...['logins', '%ff'],
])('/admin/%s is Payload’s', (path) => expect(way(path)).toBeNull());
