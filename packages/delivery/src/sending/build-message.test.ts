import type { Draft } from '@kontor/mailbox';
import { readMessage } from '@kontor/mailbox';
import { expect, test } from 'vitest';
import { headerFields } from '#inspect-message.ts';
import { buildMessage } from './build-message.ts';

const draft: Draft = {
  ...{ id: 'd', version: 1, mailbox: 'm', author: 'grace', from: { name: 'Grace', address: 'grace@y.test' } },
  ...{ to: [{ name: '', address: 'nora@x.test' }], cc: [], bcc: [{ name: '', address: 'till@x.test' }] },
  ...{ subject: 'Oak', text: 'yes\n', answers: null, forwards: null, inReplyTo: null, references: [] },
  attachments: [],
};
const files: Record<string, Buffer> = { a: Buffer.from('one\ntwo\r\nthree\r'), b: Buffer.alloc(3000, 0xff) };
const build = (parts: Partial<Draft>): Promise<Buffer> =>
  buildMessage(
    { ...draft, ...parts },
    { id: '1', now: 0, maxSize: 1e6, blobs: { readAll: async (hash) => files[hash] ?? Buffer.alloc(0) } },
  );
const headOf = (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\r\n\r\n') + 2);
const namesIn = (bytes: Buffer) => headerFields(headOf(bytes)).map(({ name }) => name);
const file = (parts: object) => [
  { id: 'u', blob: 'a', filename: 'plan.txt', type: 'text/plain', size: 15, ...parts },
];

const usual = [
  'cc',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];
const breaks = 'Oak\r\nBcc: spy@z.test\r\n\r\nanother body\u0000\u2028X: y\nZ: z';

test('whatever is written into a field, no header comes of it', async () => {
  const address = { name: breaks, address: 'nora@x.test' };
  const bytes = await build({
    ...{ subject: breaks, from: { name: breaks, address: 'grace@y.test' }, to: [address], cc: [address] },
    ...{ inReplyTo: breaks, references: [breaks, '<ok@x.test>\r\nX-Evil: 1', '<a b@x.test>'] },
  });
  expect(namesIn(bytes).sort()).toEqual(usual);
  const body = bytes.subarray(headOf(bytes).length + 2).toString();
  expect(body).toBe('yes\r\n');
});

test('nor of an attachment’s name or type', async () => {
  const attachments = file({ filename: `${breaks}"; x="../../etc/passwd`, type: `text/plain\r\nX-Evil: 1` });
  const bytes = await build({ attachments });
  const text = bytes.toString();
  expect(text).not.toMatch(/^(X-Evil|Bcc|Z|X):/m);
  const { attachments: read } = await readMessage(bytes);
  expect(read).toMatchObject([{ type: 'application/octet-stream', size: 15 }]);
  expect(read[0]?.name).not.toMatch(/[/\\\r\n]/);
});

test.each(['message/rfc822', 'multipart/mixed', 'text/plain', 'image/png', 'nonsense'])(
  'an attachment of the type %s arrives byte for byte',
  async (type) => {
    for (const blob of ['a', 'b']) {
      const bytes = await build({ attachments: file({ blob, type }) });
      const [, , part = ''] = bytes.toString('latin1').split(/^--[^\r]+$/m);
      const encoded = part.slice(part.indexOf('\r\n\r\n')).replace(/\s/g, '');
      expect(Buffer.from(encoded, 'base64').equals(files[blob] as Buffer)).toBe(true);
    }
  },
);

test('every line ends with CRLF, is short enough, and is plain ASCII', async () => {
  const text = `Grüße\rund\r\nmehr\n${'x'.repeat(5000)}\n.\n${'ش'.repeat(700)}`;
  const bytes = await build({
    text,
    subject: 'ش'.repeat(400),
    attachments: file({ filename: `${'ش'.repeat(80)}.pdf` }),
  });
  const whole = bytes.toString('latin1');
  expect(whole).not.toMatch(/(^|[^\r])\n|\r(?!\n)/);
  expect(bytes.some((byte) => byte > 127)).toBe(false);
  expect(Math.max(...whole.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  const read = await readMessage(bytes);
  expect(read.subject).toBe('ش'.repeat(400));
  expect(read.text).toContain('ش'.repeat(700));
});

test('who gets it unseen is not named', async () => {
  expect((await build({})).toString()).not.toContain('till');
});

test('a long thread keeps its newest references, with brackets or without', async () => {
  const references = Array.from({ length: 80 }, (_, at) => (at % 2 ? `m${at}@x.test` : `<m${at}@x.test>`));
  const bytes = await build({ references, inReplyTo: 'm79@x.test' });
  const fields = headerFields(headOf(bytes));
  expect(fields.find(({ name }) => name === 'in-reply-to')?.value).toBe('<m79@x.test>');
  const named = fields.find(({ name }) => name === 'references')?.value.split(/\s+/);
  expect([named?.length, named?.[0], named?.at(-1)]).toEqual([50, '<m30@x.test>', '<m79@x.test>']);
});

test('a message that grows too large by its text is refused as well', async () => {
  await expect(build({ text: 'ü'.repeat(600_000) })).rejects.toMatchObject({ code: 'mail.too-large' });
});
