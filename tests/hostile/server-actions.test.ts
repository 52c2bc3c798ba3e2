import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaks } from './hostile-values.ts';
import { type SignedInHouse, startNew, startSignedIn } from './signed-in.ts';

let house: SignedInHouse & { token?: string };

/** The pages with forms that call the office's own server actions, and the fields of each form. */
type Page = [path: string, fields: string[]];
const pages: Page[] = [
  ['/login', ['email', 'password', 'to']],
  ['/', ['inquiry', 'deed', 'to']],
  ['/devices/networks', ['name', 'subnet4', 'subnet6', 'host', 'port', 'dns', 'routes']],
  ['/you', ['language', 'timeZone', 'awayFrom', 'awayUntil', 'current', 'password']],
];
const firm = ['firmName', 'domain', 'timeZone', 'languages'];
const setUp: Page[] = [['/setup?token=TOKEN', ['token', 'name', 'localPart', 'password', ...firm]]];

interface Answer {
  status: number;
  text: string;
  location: string | null;
}

async function send(path: string, init: RequestInit = {}): Promise<Answer> {
  const who = path !== '/login' && !path.startsWith('/setup') ? { cookie: house.cookie } : {};
  const headers = { ...who, origin: house.office, ...init.headers };
  const address = `${house.office}${path.replace('TOKEN', house.token ?? '')}`;
  const asked = () => fetch(address, { ...init, headers, redirect: 'manual' });
  // Who is hung up on while still sending may not hear why: once more, then.
  const answer = await asked().catch((error) => {
    if (init.body instanceof ReadableStream) throw error;
    return asked();
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

/** The hidden fields that say which action a form calls, form by form, as a browser without script would send them. */
async function formsOf(path: string): Promise<[string, string][][]> {
  const { text } = await send(path);
  const forms = [...text.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  return forms
    .map((form) => [...form.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)])
    .map((hidden) => hidden.map(([, name = '', value = '']): [string, string] => [name, unescaped(value)]))
    .filter((hidden) => hidden.length > 0);
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

function clear({ status, text }: Answer, what: string): void {
  expect(status, what).toBeGreaterThanOrEqual(200);
  expect(status, what).toBeLessThan(500);
  expect(leaks.exec(text)?.[0], what).toBeUndefined();
}

type Filling = (form: FormData, fields: string[]) => void;
const each =
  (value: () => string | Blob): Filling =>
  (form, fields) => {
    for (const field of fields) form.append(field, value());
  };

const fillings: Record<string, Filling> = {
  nothing: () => {},
  'empty texts': each(() => ''),
  'files instead of texts': each(() => new Blob(['x'.repeat(100)], { type: 'text/plain' })),
  'two of each': (form, fields) => {
    for (const field of [...fields, ...fields]) form.append(field, 'x');
  },
  'names with brackets': (form, fields) => {
    for (const field of fields) form.append(`${field}[]`, 'x');
    form.append('email[$ne]', '');
    form.append('__proto__', 'x');
    form.append('constructor', 'x');
    form.append('', '');
  },
  'a NUL and half a character': each(() => 'a\0b\ud800'),
  'line breaks': each(() => 'a\r\nSet-Cookie: x=y\r\n\r\n'),
  markup: each(() => '"><script>alert(1)</script>'),
  'texts of 100,000 characters': each(() => 'x'.repeat(100_000)),
  'a thousand fields': (form) => {
    for (let index = 0; index < 1000; index += 1) form.append(`f${index}`, 'x');
  },
};

describe.each([
  ['of a firm', () => startSignedIn({ withQuestion: true }), pages],
  ['that nobody has set up', startNew, setUp],
] as const)('in an office %s', (_, start, pages) => {
  beforeAll(async () => {
    house = await start();
  });
  afterAll(() => house?.close());

  describe.each(pages)('the forms of %s', (path, fields) => {
    test('call server actions', async () => {
      expect((await formsOf(path)).length).toBeGreaterThan(0);
    });

    test.each(Object.entries(fillings))('answer clearly to %s', async (what, fill) => {
      for (const hidden of await formsOf(path)) {
        const form = new FormData();
        for (const [name, value] of hidden) form.append(name, value);
        fill(form, fields);
        const answer = await send(path, { method: 'POST', body: form });
        clear(answer, what);
        // Each is refused in its own page, and leads nobody elsewhere.
        expect(answer.location ?? '/', what).toMatch(/^\/(?!\/)/);
        expect(answer.text).not.toContain('<script>alert(1)');
      }
    });

    test('refuse more than a megabyte, with and without saying so', async () => {
      const [hidden = []] = await formsOf(path);
      const form = new FormData();
      for (const [name, value] of hidden) form.append(name, value);
      form.append(fields[0] ?? '', 'x'.repeat(1_000_000));
      expect((await send(path, { method: 'POST', body: form })).status).toBe(413);
      const stream = new Blob(['x'.repeat(1_000_000)]).stream();
      const chunked = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
      expect((await send(path, chunked)).status).toBe(411);
    });

    test.each([
      'null',
      '[]',
      '7',
      '"x"',
      '{"answer":"x"}',
      '{"values":null,"answer":null}',
      '{',
      '["$@1"]',
      '"$F1"',
      '"$Q1"',
    ])('answer clearly when the state before is %s', async (state) => {
      for (const hidden of await formsOf(path)) {
        const form = new FormData();
        for (const [name, value] of hidden) form.append(name, /:1$/.test(name) ? state : value);
        for (const field of fields) form.append(field, 'x');
        clear(await send(path, { method: 'POST', body: form }), state);
      }
    });

    test.each(['', 'x', '0'.repeat(42), 'f'.repeat(42), '__proto__', '../../etc/passwd', 'a'.repeat(5000)])(
      'answer clearly to the action %s, which there is not',
      async (id) => {
        const form = new FormData();
        form.append('$ACTION_REF_1', '');
        form.append('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }));
        form.append('$ACTION_1:1', '[{"answer":0}]');
        clear(await send(path, { method: 'POST', body: form }), id);
        form.append(`$ACTION_ID_${id}`, '');
        clear(await send(path, { method: 'POST', body: form }), id);
        clear(await send(path, { method: 'POST', body: '[]', headers: { 'next-action': id } }), id);
      },
    );

    test.each([
      '[]',
      '[null,null]',
      '[{"answer":0},"x"]',
      '[{"answer":0},["a"]]',
      '["$K1","$K1"]',
      '{',
      '',
      '"$B1"',
    ])('answer clearly when a script sends %s instead of a form', async (body) => {
      for (const hidden of await formsOf(path)) {
        const which = hidden.find(([name]) => /:0$/.test(name))?.[1] ?? '{}';
        const { id = '' } = JSON.parse(which) as { id?: string };
        expect(id).toMatch(/^[0-9a-f]{40,}$/);
        const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
        clear(await send(path, { method: 'POST', body, headers }), body);
      }
    });
  });

  test('after all that, the office answers and is as it was', async () => {
    expect((await send('/health')).status).toBe(200);
    for (const [path] of pages) expect((await send(path)).status).toBe(200);
  });
});
