import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedMail, openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

let mail: OpenedMail;
beforeAll(async () => {
  mail = await openMail();
});
afterAll(() => mail?.close());

const message = 'From: a@x.test\r\nSubject: Oak\r\n\r\nin confidence\r\n';

test('a message comes in over STARTTLS, and its trace says so', async () => {
  const plain = await openClient(mail.port);
  expect(await plain.say('EHLO client.test')).toContain('STARTTLS');
  expect(await plain.say('STARTTLS')).toMatch(/^220 /);
  const secure = await plain.secure();
  expect(await secure.say('EHLO client.test')).not.toContain('STARTTLS');
  expect(await secure.send(message)).toMatch(/^250 /);
  expect(await mail.inbox()).toEqual([message]);
  const [row] = await mail.office.bulk.find('messages', {}, { select: ['prefix'] });
  expect(row?.['prefix']).toMatch(/with ESMTPS id/);
});

test('what was said in the clear does not survive into TLS', async () => {
  const plain = await openClient(mail.port);
  await plain.say('EHLO client.test');
  await plain.say('MAIL FROM:<evil@x.test>');
  await plain.say('RCPT TO:<hello@y.test>');
  // Injected behind STARTTLS in the same packet (CVE-2011-0411).
  plain.write('STARTTLS\r\nRSET\r\nMAIL FROM:<evil@x.test>\r\nRCPT TO:<hello@y.test>\r\n');
  expect(await plain.reply()).toMatch(/^220 /);
  const secure = await plain.secure();
  expect(await secure.say('DATA')).toMatch(/^503 /);
  expect(await secure.say('EHLO client.test')).toMatch(/^250/);
  expect(await secure.say('RCPT TO:<hello@y.test>')).toMatch(/^503 /);
});
