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

test.each(['. ', '.', ' x', '\u202e', '/'])('a name of 900,000 bytes of %j is read at once', async (sign) => {
  // Before, 20,000 dots and spaces in a name took the gateway two seconds and 80,000 a minute.
  const name = `x${sign.repeat(900_000 / Buffer.byteLength(sign))}x`;
  const raw = `From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nhi\r\n`;
  const began = performance.now();
  expect(safeName(name, 0).length).toBeLessThanOrEqual(120);
  const { attachments } = await readMessage(Buffer.from(raw));
  expect(attachments[0]?.name.length).toBeLessThanOrEqual(120);
  expect(performance.now() - began).toBeLessThan(5 * 1000);
});
