import { expect, test } from 'vitest';
import { inquiryMessage } from './message.ts';

const firm = { name: 'Brightwater Joinery', domain: 'brightwater.example' };
const inquiry = {
  key: 'k'.repeat(43),
  name: 'Nora Lind',
  email: 'nora@example.com',
  phone: '',
  text: 'Do you repair box sashes?',
  language: 'en',
  page: '/contact',
  receivedAt: Date.UTC(2026, 10, 3, 9),
};
const headersOf = (raw: Buffer): string => raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
const built = async (changes: Partial<typeof inquiry>) =>
  headersOf(await inquiryMessage({ ...inquiry, ...changes }, firm));

test('comes From the firm, with Reply-To the visitor', async () => {
  const headers = await built({});
  expect(headers).toMatch(/^From: .*<hello@brightwater\.example>$/m);
  expect(headers).toContain('Reply-To: Nora Lind <nora@example.com>');
  expect(headers).toMatch(/^To: .*<hello@brightwater\.example>$/m);
  expect(headers).toContain('Subject: Do you repair box sashes?');
});

test('is the same message however often it is built', async () => {
  const id = /^Message-ID: (.+)$/m;
  expect((await built({})).match(id)?.[1]).toBe((await built({})).match(id)?.[1]);
});

test.each([
  ['name', { name: 'Nora\r\nBcc: everyone@example.com' }],
  ['address', { email: 'nora@example.com\r\nBcc: everyone@example.com' }],
  ['question', { text: 'Hello\r\nBcc: everyone@example.com\r\n\r\nbody' }],
])('a line break in the %s adds no header', async (_, changes) => {
  const headers = await built(changes);
  expect(headers).not.toMatch(/^Bcc:/im);
  const names = headers.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
  expect(new Set(names).size).toBe(names.length);
});

test('an address in the name does not pass for the sender', async () => {
  const headers = await built({ name: 'Lind, Nora <boss@nordbank.example>' });
  expect(headers.match(/^From: .*$/m)?.[0]).not.toMatch(/<boss@/);
  expect(headers.match(/^From: .*(?:\r\n .*)*/m)?.[0]).toContain('<hello@brightwater.example>');
});

test('carries any script', async () => {
  const raw = (
    await inquiryMessage({ ...inquiry, name: 'نورا', text: 'هل تصلحون النوافذ؟' }, firm)
  ).toString();
  expect(raw).toMatch(/Reply-To: =\?UTF-8\?/i);
  expect(headersOf(Buffer.from(raw))).toMatch(/^[\x20-\x7e\r\n]*$/);
});

test('a long question gives a short subject, cut between words', async () => {
  const headers = await built({ text: `${'window '.repeat(40)}` });
  expect(headers.match(/^Subject: .*(?:\r\n .*)*/m)?.[0].length).toBeLessThan(140);
});

test('a path or an address in the question is not read', async () => {
  const raw = await inquiryMessage({ ...inquiry, text: '/etc/passwd' }, firm);
  expect(raw.toString()).not.toContain('root:');
});

test('a name or a question cannot turn the words around it backwards, and Arabic stays as it was', async () => {
  const turned = await built({ name: 'Nora \u202eknab\u2066', text: '\u202eHello' });
  expect(turned).toContain('Reply-To: Nora knab <nora@example.com>');
  expect(turned).toContain('Subject: Hello');
  const plain = await built({ name: 'نورا\u200f' });
  expect(plain).toContain(Buffer.from('نورا\u200f').toString('base64'));
});

test('a name of nothing but brackets is still a name', async () => {
  expect(await built({ name: '<<>>' })).toMatch(/^Reply-To: "?\?"? <nora@example\.com>$/m);
});
