import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenedMail, openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

let mail: OpenedMail;
beforeEach(async () => {
  mail = await openMail();
});
afterEach(() => mail.close());

const head = 'From: a@x.test\r\nSubject: Oak\r\n\r\n';

test('stopping ends an idle connection with 421 and lets a running message finish, within 5 s', async () => {
  const idle = await openClient(mail.port);
  const sending = await openClient(mail.port);
  await sending.begin();
  sending.write(`${head}half of it,\r\n`);
  const began = performance.now();
  const stopped = mail.stop();
  expect(await idle.reply()).toMatch(/^421 /);
  await idle.ended();
  expect(await sending.say('and the rest\r\n.')).toMatch(/^250 /);
  expect(await sending.reply()).toMatch(/^421 /);
  await stopped;
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await mail.inbox()).toEqual([`${head}half of it,\r\nand the rest\r\n`]);
});

test('a message that never ends holds the stop for no longer than 5 s', async () => {
  const sending = await openClient(mail.port);
  await sending.begin();
  sending.write(head);
  const began = performance.now();
  await mail.stop();
  expect(performance.now() - began).toBeLessThan(15_000);
  await sending.ended();
  expect(await mail.inbox()).toEqual([]);
});

test('nobody gets in while it stops', async () => {
  await mail.stop();
  await expect(openClient(mail.port)).rejects.toThrow('hung up');
});
