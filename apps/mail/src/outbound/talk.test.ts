import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerEach, carry, drip, hurried, pour, toPeer } from '#testing/carry.ts';
import { keep } from '#testing/keep.ts';
import { openPeer, openRogue, says } from '#testing/peer.ts';

test('each recipient is answered for: one has it, one is unknown, one comes later', async () => {
  const peer = await keep(
    openPeer({
      onRecipient(address) {
        if (address.startsWith('nobody')) throw says(550, '5.1.1 nobody of this name');
        if (address.startsWith('busy')) throw says(451, '4.7.1 greylisted');
      },
    }),
  );
  const recipients = ['nora@x.test', 'nobody@x.test', 'busy@x.test'];
  expect(await carry(toPeer, peer.port, { recipients })).toMatchObject([
    { address: 'nora@x.test', state: 'sent' },
    { address: 'nobody@x.test', state: 'failed', status: '5.1.1', why: 'no-such-address' },
    { address: 'busy@x.test', state: 'waiting', status: '4.7.1' },
  ]);
  expect(peer.taken).toMatchObject([{ to: ['nora@x.test'] }]);
});

test('refused by all, each is answered for as well', async () => {
  const peer = await keep(
    openPeer({
      onRecipient(address) {
        throw address.startsWith('busy') ? says(452, 'mailbox full') : says(550, 'no');
      },
    }),
  );
  expect(await carry(toPeer, peer.port, { recipients: ['nora@x.test', 'busy@x.test'] })).toMatchObject([
    { state: 'failed', status: '5.1.1' },
    { state: 'waiting', status: '4.2.2' },
  ]);
});

test('refused after it was heard, it is refused for all', async () => {
  const peer = await keep(
    openPeer({
      onMessage() {
        throw says(554, '5.7.1 looks like spam');
      },
    }),
  );
  expect(await carry(toPeer, peer.port)).toMatchObject([{ state: 'failed', why: 'refused' }]);
});

test('what is larger than the other takes is not sent at all', async () => {
  const peer = await keep(openPeer({ size: 1000 }));
  expect(await carry(toPeer, peer.port, { size: 5000 })).toMatchObject([
    { state: 'failed', why: 'too-large' },
  ]);
});

test('an address with letters of the world needs a server that takes them', async () => {
  const recipients = ['grüße@x.test'];
  const old = await keep(openPeer({ hideSMTPUTF8: true }));
  expect(await carry(toPeer, old.port, { recipients })).toMatchObject([
    { state: 'failed', why: 'cannot-spell' },
  ]);
  const peer = await keep(openPeer());
  expect(await carry(toPeer, peer.port, { recipients })).toMatchObject([{ state: 'sent' }]);
  expect(peer.taken).toMatchObject([{ to: recipients }]);
});

test('so does a header with such letters, whoever it is for', async () => {
  const old = await keep(openPeer({ hideSMTPUTF8: true }));
  expect(await carry(toPeer, old.port, { isHeadPlain: false })).toMatchObject([
    { state: 'failed', why: 'cannot-spell' },
  ]);
  expect(old.taken).toEqual([]);
});

test.each<[string, (socket: Socket) => void]>([
  ['never greets', () => undefined],
  ['hangs up at once', (socket) => socket.destroy()],
  ['greets with garbage', (socket) => socket.end('\u0000\u0001 hello {"json": true}\r\n')],
  ['is not in the mood', (socket) => socket.end('421 4.3.2 not today\r\n')],
  ['greets without end', (socket) => pour(socket, '220-and another thing\r\n')],
  ['greets in one line without end', (socket) => pour(socket, '220-and another thing ')],
  ['drips', (socket) => drip(socket)],
  [
    'is silent after the message has begun',
    (socket) => answerEach(socket, (said) => (/^(MAIL|DATA|RCPT)/.test(said) ? '' : '250 x.test\r\n')),
  ],
  [
    'hangs up in the middle',
    (socket) =>
      answerEach(socket, (said) => {
        if (said.startsWith('DATA')) socket.destroy();
        return '250 x.test\r\n';
      }),
  ],
])('a server that %s is left in time, and tried again later', async (_what, behave) => {
  const rogue = await keep(openRogue(behave));
  const began = performance.now();
  expect(await carry(toPeer, rogue.port, {}, { patience: hurried })).toMatchObject([
    { state: 'waiting', why: 'not-reached' },
  ]);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('what a server says is kept as one harmless line', async () => {
  const nasty = `5.7.1 \u001b[31mgo\u0007 \u202eaway ${'x'.repeat(3000)}`;
  const rogue = await keep(
    openRogue((socket) =>
      answerEach(socket, (said) => (said.startsWith('MAIL') ? `550 ${nasty}\r\n` : '250 x.test\r\n')),
    ),
  );
  const [outcome] = await carry(toPeer, rogue.port);
  expect(outcome).toMatchObject({ state: 'failed', why: 'refused' });
  expect(outcome?.answer).toMatch(/^550 5\.7\.1 \[31mgo away x+$/);
  expect(outcome?.answer).toHaveLength(300);
});

test('whose time is over does not finish the message', async () => {
  const peer = await keep(openPeer());
  const bytes = () =>
    Readable.from(
      (async function* () {
        yield Buffer.from('Subject: Oak\r\n\r\nhalf');
        throw new Error('somebody else sends this by now');
      })(),
      { objectMode: false },
    );
  expect(await carry(toPeer, peer.port, { bytes })).toMatchObject([{ state: 'waiting' }]);
  expect(peer.taken).toEqual([]);
});

test('a try that is broken off ends at once', async () => {
  const rogue = await keep(openRogue((socket) => socket.write('220 x.test\r\n')));
  const broken = new AbortController();
  setTimeout(() => broken.abort(), 50);
  expect(await carry(toPeer, rogue.port, { signal: broken.signal })).toMatchObject([{ state: 'waiting' }]);
});
