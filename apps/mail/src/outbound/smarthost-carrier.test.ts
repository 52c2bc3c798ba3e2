import { generate } from 'selfsigned';
import { afterEach, expect, test } from 'vitest';
import { load } from '#testing/carry.ts';
import { openPeer, type Peer } from '#testing/peer.ts';
import { smarthostCarrier } from './smarthost-carrier.ts';

const patience = { greetingMs: 20_000, silenceMs: 20_000, wholeMs: 30_000 };
const login = { user: 'brightwater', password: 'river stone' };
const ends: Peer[] = [];
afterEach(async () => {
  for (const peer of ends.splice(0)) await peer.close();
});

async function relay(options: Parameters<typeof openPeer>[0]): Promise<{ peer: Peer; heard: string[] }> {
  const heard: string[] = [];
  const peer = await openPeer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username = '', password = '' }, _session, done) {
      heard.push(`${username}:${password}`);
      if (password === login.password) done(null, { user: username });
      else done(Object.assign(new Error('wrong'), { responseCode: 535 }));
    },
    ...options,
  });
  ends.push(peer);
  return { peer, heard };
}

const carrier = (port: number, parts: object = {}) =>
  smarthostCarrier({
    smarthost: { host: '127.0.0.1', port, secure: false, ...parts },
    ...{ hostname: 'mail.y.test', patience },
  });

test('everything goes to the one server, whatever its domain, after a login', async () => {
  const { peer, heard } = await relay({});
  const by = carrier(peer.port, login);
  expect(await by.carry(load({ domain: 'nowhere.test', recipients: ['a@nowhere.test'] }))).toMatchObject([
    { state: 'sent' },
  ]);
  expect(heard).toEqual(['brightwater:river stone']);
  expect(by.destination('x.test')).toBe(by.destination('z.test'));
});

test('a login that is refused is our own trouble: the mail waits', async () => {
  const { peer } = await relay({});
  const by = carrier(peer.port, { ...login, password: 'wrong' });
  expect(await by.carry(load())).toMatchObject([{ state: 'waiting', why: 'not-reached' }]);
  expect(peer.taken).toEqual([]);
});

test('a server that is not this machine hears no password before it has proven its name', async () => {
  const { cert, private: key } = generate([{ name: 'commonName', value: 'somebody.else' }], {
    keySize: 2048,
  });
  const { peer, heard } = await relay({ disabledCommands: [], cert, key });
  // The same machine by a name of which nobody knows that it is.
  const by = carrier(peer.port, { ...login, host: '127.1' });
  expect(await by.carry(load())).toMatchObject([
    { state: 'waiting', answer: expect.stringMatching(/certificate/) },
  ]);
  const plain = await relay({});
  expect(await carrier(plain.peer.port, { ...login, host: '127.1' }).carry(load())).toMatchObject([
    { state: 'waiting', answer: expect.stringMatching(/STARTTLS/) },
  ]);
  expect([...heard, ...plain.heard]).toEqual([]);
  const wrapped = await relay({ secure: true, cert, key });
  expect(await carrier(wrapped.peer.port, { ...login, secure: true }).carry(load())).toMatchObject([
    { state: 'waiting' },
  ]);
  expect(wrapped.heard).toEqual([]);
});
