import { expect, test } from 'vitest';
import { refuseBrokenForm } from './whole-form.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/login', { method: 'POST', body, headers });
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

test('a whole form passes and can still be read', async () => {
  const form = new FormData();
  form.set('email', 'grace@y.test');
  const request = post(form);
  expect(await refuseBrokenForm(request)).toBeNull();
  expect((await request.formData()).get('email')).toBe('grace@y.test');
});

test.each(['--y\r\n', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut', ''])(
  'a broken one is refused: %j',
  async (body) => expect(await refuseBrokenForm(post(body, multipart))).toMatchObject({ status: 400 }),
);

test('other bodies are not looked at', async () => {
  expect(await refuseBrokenForm(post('{', { 'content-type': 'application/json' }))).toBeNull();
});
