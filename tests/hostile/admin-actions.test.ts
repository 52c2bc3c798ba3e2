import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionFiles, builtActions, foundActionFiles } from './action-files.ts';
import { leaks } from './hostile-values.ts';
import { type SignedInHouse, signedInAs, startSignedIn } from './signed-in.ts';

test('every file with server actions is known here', () => {
  expect(foundActionFiles().filter((file) => !(file in actionFiles))).toEqual([]);
});

test('every action that was built is in one of them, or is one of Payload’s', () => {
  const files = builtActions().map(([, file]) => file.replace('apps/office/', ''));
  expect(files.length).toBeGreaterThan(Object.keys(actionFiles).length);
  expect(files.filter((file) => !(file in actionFiles) && !file.includes('@payloadcms/'))).toEqual([]);
});

let house: SignedInHouse;
let staff: string;
beforeAll(async () => {
  house = await startSignedIn();
  staff = await signedInAs(house, 'staff');
});
afterAll(() => house?.close());

const bodies = [
  '[null]',
  '[{}]',
  '[]',
  '[7]',
  '{',
  '',
  '["$F1"]',
  '["$@1"]',
  '["$K1"]',
  '[{"name":"slugify"}]',
  '[{"name":"slugify","args":{}}]',
  '[{"name":"form-state","args":{}}]',
  '[{"name":"render-list","args":{"collectionSlug":"messages"}}]',
  '[{"name":"__proto__","args":{}}]',
  '[{"name":"constructor","args":{}}]',
  '[{"name":"toString","args":{}}]',
  '[{"name":["form-state"],"args":{}}]',
];

interface Answer {
  status: number;
  text: string;
}

async function call(id: string, path: string, body: BodyInit, cookie?: string): Promise<Answer> {
  const headers = {
    'next-action': id,
    origin: house.office,
    ...(typeof body === 'string' ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
    ...(cookie ? { cookie } : {}),
  };
  const answer = await fetch(`${house.office}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

const asForm = (body: string): FormData => {
  const form = new FormData();
  form.append('0', body);
  form.append('1', '"x"');
  return form;
};

function clear({ status, text }: Answer, what: string): void {
  expect(status, what).toBeGreaterThanOrEqual(200);
  expect(status, what).toBeLessThan(500);
  expect(leaks.exec(text)?.[0], what).toBeUndefined();
}

describe.each(builtActions())('the action %s of %s', (id, file) => {
  test.each(['/admin', '/admin/collections/pages', '/login', '/'])(
    'is called at %s by a stranger and by staff, and answers clearly',
    async (path) => {
      for (const cookie of [undefined, staff]) {
        for (const body of bodies.flatMap((one) => [one, asForm(one)])) {
          const what = `${id} of ${file} at ${path}: ${String(body)}`;
          const answer = await call(id, path, body, cookie);
          clear(answer, what);
          if (path.startsWith('/admin')) expect(answer.status, what).toBe(403);
        }
      }
    },
  );
});

const payloads = () => builtActions().find(([, file]) => file.endsWith('(payload)/layout.tsx'))?.[0] ?? '';

test('an admin who calls what the admin does not know hears 400; what it knows is answered', async () => {
  const odd = bodies.filter(
    (body) => !/"args":\{[^}]/.test(body) && !/"(slugify|form-state)","args"/.test(body),
  );
  for (const body of odd.filter((one) => !/\$|^\[\]$/.test(one)))
    expect((await call(payloads(), '/admin', body, house.cookie)).status, body).toBe(400);
  const known = '[{"name":"get-default-layout","args":{}}]';
  expect((await call(payloads(), '/admin', known, house.cookie)).status).toBe(200);
});

test('after all that, the office answers', async () => {
  expect((await fetch(`${house.office}/health`)).status).toBe(200);
});
