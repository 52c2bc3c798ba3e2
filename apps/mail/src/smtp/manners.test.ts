import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedMail, openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

const patience = 2000;
let mail: OpenedMail;
beforeAll(async () => {
  mail = await openMail({}, { patience });
});
afterAll(() => mail?.close());

const head = 'From: a@x.test\r\nSubject: Oak\r\n\r\n';
const drafts = () => readdir(join(mail.office.config.blobsDir, 'drafts')).catch(() => []);
async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await turn();
}

test.each(['Postmaster', 'postmaster@y.test'])('mail for <%s> is taken (RFC 5321 §4.5.1)', async (to) => {
  const talk = await openClient(mail.port);
  const before = (await mail.inbox()).length;
  await talk.begin(to);
  expect(await talk.say(`${head}who is in charge?\r\n.`)).toMatch(/^250 /);
  expect(await mail.inbox()).toHaveLength(before + 1);
});

test('a bounce, which has no sender, is taken', async () => {
  const talk = await openClient(mail.port);
  await talk.say('EHLO client.test');
  expect(await talk.say('MAIL FROM:<>')).toMatch(/^250 /);
  expect(await talk.say('RCPT TO:<hello@y.test>')).toMatch(/^250 /);
  expect(await talk.say('DATA')).toMatch(/^354 /);
  expect(await talk.say(`${head}could not be delivered\r\n.`)).toMatch(/^250 /);
  const [row] = await mail.office.bulk.find('messages', { mailFrom: '' }, { select: ['prefix'] });
  expect(row?.['prefix']).toMatch(/^Return-Path: <>\r\n/);
});

test('who is here is not told, by whichever verb', async () => {
  const talk = await openClient(mail.port);
  await talk.say('EHLO client.test');
  const answers = async (verb: string) =>
    [await talk.say(`${verb} hello@y.test`), await talk.say(`${verb} nobody@y.test`)] as const;
  for (const verb of ['VRFY', 'EXPN']) {
    const [there, notThere] = await answers(verb);
    expect(there).toBe(notThere);
    expect(there).toMatch(/^(252|5\d\d) /);
  }
});

test('one who sends a byte now and then is sent away, and leaves nothing behind', async () => {
  const before = await mail.inbox();
  const talk = await openClient(mail.port);
  await talk.begin();
  talk.write(head);
  const dripping = setInterval(() => talk.write('x'), 20);
  expect(await talk.reply()).toMatch(/^421 /);
  clearInterval(dripping);
  await talk.ended();
  await until(async () => (await drafts()).length === 0);
  expect(await mail.inbox()).toEqual(before);
});

test('one who is slow but steady is waited for', async () => {
  const talk = await openClient(mail.port);
  await talk.begin();
  talk.write(head);
  const line = `${'x'.repeat(998)}\r\n`;
  const began = performance.now();
  while (performance.now() - began < patience * 3) {
    talk.write(line.repeat(10));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await talk.say('.')).toMatch(/^250 /);
});

test.each(['before its bytes are many', 'when they go to disk already'])(
  'one who hangs up in the middle, %s, leaves nothing behind',
  async (when) => {
    const before = await mail.inbox();
    const talk = await openClient(mail.port);
    await talk.begin();
    talk.write(head + (when.startsWith('before') ? 'half' : 'x\r\n'.repeat(300_000)));
    await until(async () => (await drafts()).length === 1);
    talk.socket.destroy();
    await until(async () => (await drafts()).length === 0);
    expect(await mail.inbox()).toEqual(before);
  },
);
