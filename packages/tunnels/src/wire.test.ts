import { expect, test } from 'vitest';
import { makeKeys } from './keys.ts';
import { desiredStateSchema } from './wire.ts';

const one = '01a20d95-8dc3-7966-8eda-d9344ca201c5';
const two = '01a20d95-8dc3-7966-8eda-d9344ca201c6';
const key = makeKeys().publicKey;
const peer = (changes: object = {}) => ({ key, addresses: ['10.8.0.2'], ...changes });
const network = (changes: object = {}) => ({
  id: one,
  subnets: ['10.8.0.0/24', 'fd08::/64'],
  port: 51820,
  routes: ['192.168.1.0/24'],
  peers: [peer()],
  ...changes,
});
const other = (changes: object = {}) =>
  network({ id: two, subnets: ['10.9.0.0/24'], port: 51821, peers: [], ...changes });
const state = (...networks: object[]) => ({ version: 1, networks });
const complaintsOf = (value: unknown) =>
  (desiredStateSchema.safeParse(value).error?.issues ?? []).map(({ message }) => message).join('; ');

test('a good state passes, with 10,000 peers too, quickly', () => {
  expect(complaintsOf(state(network(), other()))).toBe('');
  const peers = Array.from({ length: 10_000 }, (_, n) => ({
    key: Buffer.from(String(n).padStart(32, 'k')).toString('base64'),
    addresses: [`10.8.${(n + 2) >> 8}.${(n + 2) & 255}`],
  }));
  const began = performance.now();
  expect(complaintsOf(state(network({ subnets: ['10.8.0.0/16'], peers })))).toBe('');
  expect(performance.now() - began).toBeLessThan(15_000);
});

test.each([
  ['a peer with the default route', network({ peers: [peer({ addresses: ['0.0.0.0/0'] })] })],
  ['a peer with a range', network({ peers: [peer({ addresses: ['10.8.0.0/25'] })] })],
  ['a peer with the server’s address', network({ peers: [peer({ addresses: ['10.8.0.1'] })] })],
  ['a peer with the broadcast address', network({ peers: [peer({ addresses: ['10.8.0.255'] })] })],
  ['a peer outside its network', network({ peers: [peer({ addresses: ['10.9.0.2'] })] })],
  ['a peer without an address', network({ peers: [peer({ addresses: [] })] })],
  ['an address with a zone', network({ peers: [peer({ addresses: ['fe80::1%eth0'] })] })],
  ['two peers with one address', network({ peers: [peer(), peer({ key: makeKeys().publicKey })] })],
  [
    'two spellings of one address',
    network({
      peers: [
        peer({ addresses: ['fd08::a'] }),
        peer({ key: makeKeys().publicKey, addresses: ['fd08:0:0::000A'] }),
      ],
    }),
  ],
  ['one key twice', network({ peers: [peer(), peer({ addresses: ['10.8.0.3'] })] })],
  ['a short key', network({ peers: [peer({ key: 'aGVsbG8=' })] })],
  ['a key with a line', network({ peers: [peer({ key: `${key}\n[Peer]` })] })],
  ['the way to everywhere', network({ routes: ['0.0.0.0/0'] })],
  ['a network with bits behind its prefix', network({ subnets: ['10.8.0.7/24'] })],
  ['half the internet', network({ subnets: ['0.0.0.0/1'], peers: [] })],
  ['two networks of one family', network({ subnets: ['10.8.0.0/24', '10.7.0.0/24'] })],
  ['an id that is a path', network({ id: '../../../../etc/passwd-00000000000000' })],
  ['a rule in a route', network({ routes: ['10.0.0.0/8 } accept; }'] })],
  ['more than was asked for', network({ postUp: 'reboot' })],
])('%s is refused', (_, bad) => {
  expect(complaintsOf(state(bad))).not.toBe('');
});

test.each([
  ['an id', other({ id: one })],
  ['a port', other({ port: 51820 })],
  ['addresses', other({ subnets: ['10.8.0.0/25'] })],
  ['a route into the other', other({ routes: ['10.8.0.0/16'] })],
  ['a key', other({ peers: [{ key, addresses: ['10.9.0.2'] }] })],
])('two networks with %s in common are refused', (_, second) => {
  expect(complaintsOf(state(network(), second))).not.toBe('');
});
