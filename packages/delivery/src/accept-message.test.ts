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
