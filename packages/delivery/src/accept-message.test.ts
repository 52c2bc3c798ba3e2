import { systemClock } from '@kontor/core';
import type { Op, Staged } from '@kontor/data';
import { expect, test } from 'vitest';
import { acceptMessage, type DeliveryContext, type Incoming } from './accept-message.ts';

const raw = Buffer.from('From: a@x.test\r\nSubject: Oak\r\n\r\nhm\r\n');
const noName = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });

/** A disk and a database that finish when the test says so, and what was asked of them. */
function held() {
  const asked: string[] = [];
  const bytes = Promise.withResolvers<void>();
  const rows = Promise.withResolvers<void>();
  const writing = Promise.withResolvers<Op[]>();
  const staged = {
    hash: 'b'.repeat(64),
    size: raw.length,
    whole: raw,
    commit() {
      asked.push('bytes');
      return bytes.promise;
    },
  } as unknown as Staged;
  const bulk = {
    find: async () => [],
    async write(ops: Op[]) {
      asked.push('rows');
      writing.resolve(ops);
      await rows.promise;
      return [];
    },
  };
  const context = {
    bulk,
    clock: systemClock,
    hostname: 'mail.y.test',
    resolve: () => Promise.reject(noName),
  } as unknown as DeliveryContext;
  const accept = (part: Partial<Incoming> = {}) =>
    acceptMessage(context, {
      staged,
      head: raw.subarray(0, 30),
      envelope: { mailFrom: 'a@x.test', rcptTo: ['hello@y.test'] },
      peer: { ip: '192.0.2.7', helo: 'mx.x.test', protocol: 'ESMTP' },
      recipients: new Map([['hello@y.test', { id: 'box' }]]),
      ...part,
    });
  return { asked, bytes, rows, writing, accept };
}

const isPending = async (promise: Promise<unknown>): Promise<boolean> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) === pending;
};

test('rows are written only when the bytes are on disk, and nothing is accepted before the rows are', async () => {
  const { asked, bytes, rows, writing, accept } = held();
  const accepted = accept();
  expect(await isPending(accepted)).toBe(true);
  expect(asked).toEqual(['bytes']);
  bytes.resolve();
  await writing.promise;
  expect(asked).toEqual(['bytes', 'rows']);
  expect(await isPending(accepted)).toBe(true);
  rows.resolve();
  expect((await accepted).mailboxes).toEqual(['box']);
});

test('bytes that cannot be kept mean no rows; rows that cannot be written mean no 250', async () => {
  const disk = held();
  disk.bytes.reject(new Error('no room'));
  await expect(disk.accept()).rejects.toThrow('no room');
  expect(disk.asked).toEqual(['bytes']);
  const database = held();
  database.bytes.resolve();
  // Nobody waits for it yet.
  database.rows.promise.catch(() => undefined);
  database.rows.reject(new Error('away'));
  await expect(database.accept()).rejects.toThrow('away');
});

test('two addresses of one mailbox get one copy, two mailboxes one each', async () => {
  const { bytes, rows, writing, accept } = held();
  bytes.resolve();
  rows.resolve();
  const recipients = new Map([
    ['hello@y.test', { id: 'box' }],
    ['orders@y.test', { id: 'box' }],
    ['anna@y.test', { id: 'anna' }],
  ]);
  expect((await accept({ recipients })).mailboxes).toEqual(['box', 'anna']);
  const inserted = (await writing.promise).filter(({ op }) => op === 'insert');
  expect(inserted).toHaveLength(2);
});

test('a message that goes in circles is refused', async () => {
  const head = Buffer.from('Received: from a by b\r\n'.repeat(51));
  await expect(held().accept({ head })).rejects.toMatchObject({ code: 'delivery.loop' });
});

/** What is said to a message with these header lines, by a house whose disk and database are quick. */
function from(lines: string) {
  const message = Buffer.from(`${lines}\r\nSubject: Oak\r\n\r\nhm\r\n`);
  const { accept, bytes, rows } = held();
  bytes.resolve();
  rows.resolve();
  const staged = { hash: 'b'.repeat(64), size: message.length, whole: message, commit: () => bytes.promise };
  const head = message.subarray(0, message.indexOf('\r\n\r\n') + 2);
  return accept({ staged: staged as unknown as Staged, head });
}

test.each([
  ['no From', 'To: hello@y.test'],
  ['two', 'From: Boss <ceo@bank.test>\r\nFrom: me@attacker.test'],
  ['two, one with a space before its colon', 'From : Boss <ceo@bank.test>\r\nFrom: me@attacker.test'],
  ['two domains and no Sender', 'From: a@bank.test, b@attacker.test'],
  ['two domains and a semicolon', 'From: a@bank.test; b@attacker.test'],
  ['a group', 'From: Board: a@bank.test, b@attacker.test;'],
  ['an empty group', 'From: undisclosed:;'],
  ['only an encoded word', 'From: =?utf-8?q?Boss_=3Cceo=40bank.test=3E?='],
  ['an encoded address', 'From: =?utf-8?q?ceo=40bank.test?='],
  ['a name alone', 'From: Boss'],
  ['an address in an address', 'From: "ceo@bank.test"@attacker.test'],
  ['two at signs', 'From: ceo@bank.test@attacker.test'],
  ['no address between the brackets', 'From: "Boss <ceo@bank.test>" <>'],
  ['a domain that is none', 'From: ceo@bank..test'],
  ['eleven authors', `From: ${'a@bank.test, '.repeat(10)}b@x.test\r\nSender: b@x.test`],
  ['two Senders', 'From: a@bank.test, b@x.test\r\nSender: b@x.test\r\nSender: a@bank.test'],
])('a message whose From is %s is refused: nobody could say whom it is from', async (_what, lines) => {
  await expect(from(lines)).rejects.toMatchObject({ code: 'delivery.unclear-author' });
});

test.each([
  ['a name', 'From: Anna <a@x.test>'],
  ['a comma in it', 'From: Foo, Inc. <a@x.test>'],
  ['an encoded name', 'From: =?utf-8?q?J=C3=B6rg?= <a@x.test>'],
  ['a folded line', 'From: "Anna\r\n Albers"\r\n <a@x.test>'],
  ['a comment', 'From: MAILER-DAEMON@mx.x.test (Mail Delivery System)'],
  ['a quoted local part', 'From: "anna albers"@x.test'],
  ['letters of another script', 'From: Jörg <jörg@bücher.example>'],
  ['a name of DNS for them', 'From: <a@xn--bcher-kva.example>'],
  ['several authors and a Sender', 'From: a@x.test, b@z.test\r\nSender: a@x.test'],
])('a message whose From has %s is taken', async (_what, lines) => {
  expect((await from(lines)).mailboxes).toEqual(['box']);
});
