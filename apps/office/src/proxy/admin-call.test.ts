import type { Person } from '@kontor/people';
import { expect, test } from 'vitest';
import { refuseAdminCall } from './admin-call.ts';

const somebody = (role: string | null) => async () => (role ? ({ role } as Person) : null);
const call = (body: BodyInit | null, headers: Record<string, string> = { 'next-action': 'a' }) =>
  new Request('http://localhost/admin/collections/pages', { method: 'POST', body, headers });
const formState = '[{"name":"form-state","args":{"schemaPath":"pages"}}]';

test('an editor’s screen is answered, whether it sends text or a form, and what it sent can still be read', async () => {
  const request = call(formState);
  expect(await refuseAdminCall(request, somebody('editor'))).toBeNull();
  expect(await request.text()).toBe(formState);
  const form = new FormData();
  form.set('0', formState);
  expect(await refuseAdminCall(call(form), somebody('admin'))).toBeNull();
  form.set('0', '["$@1","ar"]');
  expect(await refuseAdminCall(call(form), somebody('admin'))).toBeNull();
});

test.each([null, 'staff'])('%s may call nothing there', async (role) => {
  expect(await refuseAdminCall(call(formState), somebody(role))).toMatchObject({ status: 403 });
  expect(await refuseAdminCall(call(null, {}), somebody(role))).toMatchObject({ status: 403 });
});

test.each([
  '',
  '{',
  'null',
  '[null]',
  '[{}]',
  '[7]',
  '[{"name":"constructor","args":{}}]',
  '[{"name":"__proto__","args":{}}]',
  '[{"name":["form-state"],"args":{}}]',
  '[{"name":"slugify"}]',
  '[{"name":"slugify","args":null}]',
  '[{"name":"slugify","args":[]}]',
])('a call that the admin does not make is refused: %s', async (body) => {
  expect(await refuseAdminCall(call(body), somebody('admin'))).toMatchObject({ status: 400 });
});

test('a form without script is no call, and other pages are not looked at', async () => {
  expect(await refuseAdminCall(call('a=b', {}), somebody('admin'))).toMatchObject({ status: 400 });
  const login = new Request('http://localhost/login', { method: 'POST', body: 'a=b' });
  expect(await refuseAdminCall(login, somebody(null))).toBeNull();
  const page = new Request('http://localhost/admin');
  expect(await refuseAdminCall(page, somebody(null))).toBeNull();
});
