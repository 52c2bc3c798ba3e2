import { generate } from 'selfsigned';
import { expect, test } from 'vitest';
import { carry, relay, toPeer, type Zone } from '#testing/carry.ts';
import { keep } from '#testing/keep.ts';
import { openPeer, openRogue } from '#testing/peer.ts';

test('a message arrives as it was, at the server that DNS names', async () => {
  const peer = await keep(openPeer());
  expect(await carry(toPeer, peer.port)).toMatchObject([{ address: 'nora@x.test', state: 'sent' }]);
  expect(peer.taken).toMatchObject([
    { from: 'grace@y.test', to: ['nora@x.test'], raw: 'Subject: Oak\r\n\r\n.\r\nyes\r\n' },
  ]);
});

test('encrypted where the other offers it, whatever its certificate', async () => {
  const { cert, private: key } = generate([{ name: 'commonName', value: 'somebody.else' }], {
    keySize: 2048,
  });
  const peer = await keep(openPeer({ disabledCommands: ['AUTH'], cert, key }));
  expect(await carry(toPeer, peer.port)).toMatchObject([{ state: 'sent' }]);
  expect(peer.taken).toMatchObject([{ isSecure: true }]);
});

test('in the clear where its encryption is broken', async () => {
  let secured = 0;
  const peer = await keep(openPeer());
  const rogue = await keep(
    openRogue((socket) => {
      // Offers STARTTLS and then talks no TLS; the second connection is passed on.
      secured += 1;
      if (secured > 1) return socket.pipe(relay(peer.port, socket));
      socket.write('220 x.test\r\n');
      socket.on('data', (said) => {
        if (said.includes('EHLO')) socket.write('250-x.test\r\n250 STARTTLS\r\n');
        else socket.write(said.includes('STARTTLS') ? '220 go\r\n' : 'this is not TLS\r\n');
      });
    }),
  );
  expect(await carry(toPeer, rogue.port)).toMatchObject([{ state: 'sent' }]);
  expect(peer.taken).toMatchObject([{ isSecure: false }]);
});

test('the best server first; the next one where it does not answer', async () => {
  const second = await keep(openPeer({ host: '127.0.0.3' }));
  const zone: Zone = {
    'MX x.test': [
      { exchange: 'b.x.test', priority: 20 },
      { exchange: 'a.x.test', priority: 10 },
    ],
    'A a.x.test': ['127.0.0.2'],
    'A b.x.test': ['127.0.0.3'],
  };
  expect(await carry(zone, second.port)).toMatchObject([{ state: 'sent' }]);
  const first = await keep(openPeer({ host: '127.0.0.2', port: second.port }));
  expect(await carry(zone, second.port)).toMatchObject([{ state: 'sent' }]);
  expect([first.taken.length, second.taken.length]).toEqual([1, 1]);
});

test('a host with many addresses that lead nowhere is asked at the other family too', async () => {
  const peer = await keep(openPeer());
  const zone: Zone = {
    'MX x.test': [{ exchange: 'mx.x.test', priority: 1 }],
    // Nothing listens there, as on a host without IPv6.
    'AAAA mx.x.test': ['::1', '::1', '::1', '::1', '::1', '::1'],
    'A mx.x.test': ['127.0.0.1'],
  };
  expect(await carry(zone, peer.port)).toMatchObject([{ state: 'sent' }]);
});

test('a domain without MX takes its mail itself', async () => {
  const peer = await keep(openPeer());
  expect(await carry({ 'A x.test': ['127.0.0.1'] }, peer.port)).toMatchObject([{ state: 'sent' }]);
});

test.each<[string, Zone, object]>([
  ['does not exist', {}, { state: 'failed', why: 'no-such-domain', status: '5.1.2' }],
  [
    'takes no mail (RFC 7505)',
    { 'MX x.test': [{ exchange: '', priority: 0 }] },
    { state: 'failed', why: 'takes-no-mail' },
  ],
  [
    'has a server without an address',
    { 'MX x.test': [{ exchange: 'mx.x.test', priority: 1 }] },
    { state: 'failed' },
  ],
  ['is asked of a DNS that is away', { 'MX x.test': 'ETIMEOUT' }, { state: 'waiting', why: 'not-reached' }],
  [
    'has a server whose address nobody tells',
    {
      'MX x.test': [{ exchange: 'mx.x.test', priority: 1 }],
      'A mx.x.test': 'ESERVFAIL',
      'AAAA mx.x.test': 'ESERVFAIL',
    },
    { state: 'waiting' },
  ],
  [
    'leads back to us',
    {
      'MX x.test': [
        { exchange: 'MAIL.y.test.', priority: 1 },
        { exchange: 'b.x.test', priority: 5 },
      ],
      'A b.x.test': ['127.0.0.1'],
    },
    { state: 'failed', status: '5.4.6' },
  ],
])('what is for a domain that %s', async (_what, zone, outcome) => {
  expect(await carry(zone, 9)).toMatchObject([outcome]);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.7.7',
  '169.254.169.254',
  '0.0.0.0',
  '::1',
  '::ffff:127.0.0.1',
  'fd00::1',
  'fe80::1',
  '64:ff9b::7f00:1',
])('a name that leads to %s is not followed', async (address) => {
  const peer = await keep(openPeer());
  const type = address.includes(':') ? 'AAAA' : 'A';
  const zone: Zone = {
    'MX x.test': [{ exchange: 'mx.x.test', priority: 1 }],
    [`${type} mx.x.test`]: [address],
  };
  expect(await carry(zone, peer.port, {}, { allowPrivate: false })).toMatchObject([
    { state: 'failed', status: '5.4.4' },
  ]);
  expect(peer.taken).toEqual([]);
});
