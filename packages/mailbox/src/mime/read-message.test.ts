import { expect, test } from 'vitest';
import { readMessage, safeName } from './read-message.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['a<b>:"c|?*.pdf', 'abc.pdf'],
  ['  ..hidden.. ', 'hidden'],
  ['bill\u202egpj.exe', 'billgpj.exe'],
  ['', 'attachment-1'],
])('an attachment called %j is saved as %s', (name, saved) => expect(safeName(name, 0)).toBe(saved));

test('a long name keeps its ending', () => {
  const saved = safeName(`${'a'.repeat(900_000)}.pdf`, 0);
  expect(saved).toHaveLength(120);
  expect(saved).toMatch(/^a+\.pdf$/);
});

test('a name is never cut within a character, which no header could hold', () => {
  const saved = safeName('a'.repeat(119) + '\u{1F600}'.repeat(2), 0);
  expect(saved).toBe('a'.repeat(119));
  expect(safeName(`${'a'.repeat(115)}${'\u{1F600}'.repeat(9)}.pdf`, 0)).toBe(`${'a'.repeat(115)}.pdf`);
});

test.each(['. ', '.', ' x', '\u202e', '/'])('a name of 900,000 bytes of %j is read at once', async (sign) => {
  // Before, 20,000 dots and spaces in a name took the gateway two seconds and 80,000 a minute.
  const name = `x${sign.repeat(900_000 / Buffer.byteLength(sign))}x`;
  const raw = `From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nhi\r\n`;
  const began = performance.now();
  expect(safeName(name, 0).length).toBeLessThanOrEqual(120);
  const { attachments } = await readMessage(Buffer.from(raw));
  expect(attachments[0]?.name.length).toBeLessThanOrEqual(120);
  expect(performance.now() - began).toBeLessThan(25 * 1000);
});

const withParts = (...parts: [type: string, body: string][]) =>
  Buffer.from(
    [
      'From: a@b.example',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      ...parts.flatMap(([type, body]) => ['--b', `Content-Type: ${type}; charset=utf-8`, '', body]),
      '--b--',
      '',
    ].join('\r\n'),
  );

test('HTML with an empty text beside it begins in the list as it does on the screen', async () => {
  const html =
    '<style>p { color: red }</style><p>Dear Nora, see <a href="https://x.example/a">the plan</a>.</p>';
  const read = await readMessage(withParts(['text/plain', ' \r\n'], ['text/html', html]));
  expect(read).toMatchObject({ hasHtml: true, preview: 'Dear Nora, see the plan.' });
  expect(read.text).toContain('Dear Nora');
  expect(read).not.toHaveProperty('html');
});

test('a text of its own goes before what could be made of the HTML', async () => {
  const read = await readMessage(withParts(['text/plain', 'In words'], ['text/html', '<p>In colours</p>']));
  expect(read).toMatchObject({ hasHtml: true, preview: 'In words' });
});

test('HTML that is only pictures, or nested without end, is read at once and has no words', async () => {
  const began = performance.now();
  for (const html of ['<img src="https://x.example/a.png">', '<b>'.repeat(200_000)]) {
    const { text } = await readMessage(withParts(['text/plain', ''], ['text/html', html]));
    expect(text.length).toBeLessThan(400);
  }
  expect(performance.now() - began).toBeLessThan(25_000);
});
