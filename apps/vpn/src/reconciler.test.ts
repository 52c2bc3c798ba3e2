import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@kontor/log';
import { makeKeys } from '@kontor/tunnels/keys';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backend } from './backends/backend.ts';
import { createConfigOnly } from './backends/config-only.ts';
import { createReconciler } from './reconciler.ts';
import { createStore } from './store.ts';
import { aNetwork, aPeer, aState, networkId } from './testing/desired.ts';

let dir: string;
let deeds: string[];
const { privateKey, publicKey } = makeKeys();
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kontor-vpn-'));
  deeds = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Notes what is done to it, in order. */
function noted(backend: Backend = createConfigOnly('chosen')): Backend {
  return {
    ...backend,
    raise: async (...given) => {
      const isNew = await backend.raise(...given);
      deeds.push(isNew ? 'raised' : 'looked at');
      return isNew;
    },
    set: async (network, peers) => {
      deeds.push(`set ${peers.map(({ addresses }) => addresses).join()}`);
      await backend.set(network, peers);
    },
    remove: async (network, peers) => {
      deeds.push(`removed ${peers.map(({ allowed }) => allowed).join()}`);
      await backend.remove(network, peers);
    },
    lower: async (network) => {
      deeds.push('lowered');
      await backend.lower(network);
    },
  };
}

const open = (backend: Backend = noted()) =>
  createReconciler({
    instance: 'one',
    backend,
    store: createStore(dir),
    keyOf: () => privateKey,
    log: createLog({ part: 'test', destination: { write: () => undefined } }),
  });

test('only what differs is touched, and who has to go goes before who may come', async () => {
  const [anna, omar, mia] = [aPeer(2), aPeer(3), aPeer(4)];
  const reconciler = open();
  await reconciler.put(aState(1, aNetwork([anna, omar])));
  await reconciler.put(aState(2, aNetwork([anna, mia])));
  await reconciler.put(aState(3, aNetwork([anna, mia])));
  await reconciler.put(aState(4));
  expect(deeds).toEqual([
    'raised',
    'set 10.8.0.2,10.8.0.3',
    'removed 10.8.0.3/32',
    'looked at',
    'set 10.8.0.4',
    'looked at',
    'lowered',
  ]);
});

test('the last state comes back after a kill, without anybody', async () => {
  const anna = aPeer(2);
  await open().put(aState(7, aNetwork([anna])));
  const again = open();
  await again.restore();
  expect(await again.report()).toMatchObject({
    version: 7,
    networks: [{ id: networkId, isRight: true, peers: [{ key: anna.key }] }],
  });
});

test('an older state is refused, unless it stands in for the one at hand', async () => {
  const reconciler = open();
  await reconciler.put(aState(9, aNetwork()));
  expect(await reconciler.put(aState(8))).toEqual({ ok: false, version: 9 });
  expect(await reconciler.put({ ...aState(8), replaces: 7 })).toEqual({ ok: false, version: 9 });
  expect(await reconciler.put({ ...aState(8), replaces: 9 })).toMatchObject({
    ok: true,
    report: { version: 8 },
  });
  // Nobody may send the same permission twice.
  expect(await reconciler.put({ ...aState(7), replaces: 9 })).toEqual({ ok: false, version: 8 });
});

test('states that come at once are taken in turn, and the newest stands', async () => {
  const reconciler = open();
  const versions = [3, 1, 5, 2, 4];
  const put = versions.map((version) => reconciler.put(aState(version, aNetwork([aPeer(version + 1)]))));
  expect((await Promise.all(put)).map(({ ok }) => ok)).toEqual([true, false, true, false, false]);
  expect((await reconciler.report()).version).toBe(5);
});

test('a network that cannot be opened is named and holds no other up', async () => {
  const other = { ...aNetwork([aPeer(3)]), id: '01a20d95-8dc3-7966-8eda-d9344ca201c6', port: 51821 };
  const working = createConfigOnly('chosen');
  const reconciler = open({
    ...working,
    raise: async (network, key) => {
      if (network.id === networkId) throw new Error('Address already in use');
      return working.raise(network, key);
    },
  });
  const put = await reconciler.put(aState(1, aNetwork([aPeer(2)]), { ...other, subnets: ['10.8.0.0/24'] }));
  expect(put).toMatchObject({
    ok: true,
    report: {
      problems: [{ code: 'interface-failed', network: networkId, detail: 'Address already in use' }],
      networks: [{ isRight: false }, { isRight: true }],
    },
  });
});

test('who has to go goes also where the interface cannot be made right', async () => {
  const [anna, omar] = [aPeer(2), aPeer(3)];
  const working = createConfigOnly('chosen');
  let isBroken = false;
  const reconciler = open({
    ...working,
    raise: async (network, key) => {
      if (isBroken) throw new Error('IPv6 is disabled on this device');
      return working.raise(network, key);
    },
  });
  await reconciler.put(aState(1, aNetwork([anna, omar])));
  isBroken = true;
  expect(await reconciler.put(aState(2, aNetwork([anna])))).toMatchObject({
    report: { problems: [{ code: 'interface-failed' }], networks: [{ peers: [{ key: anna.key }] }] },
  });
  expect((await working.peers(aNetwork())).map(({ key }) => key)).toEqual([anna.key]);
});

test('a peer with the server’s own key, which WireGuard drops, is not wanted for ever', async () => {
  const anna = aPeer(2);
  const itself = { ...aPeer(3), key: publicKey };
  const working = createConfigOnly('chosen');
  const dropping: Backend = {
    ...working,
    set: (network, peers) =>
      working.set(
        network,
        peers.filter(({ key }) => key !== publicKey),
      ),
  };
  const reconciler = open(noted(dropping));
  expect(await reconciler.put(aState(1, aNetwork([anna, itself])))).toMatchObject({
    report: { problems: [], networks: [{ isRight: true, peers: [{ key: anna.key }] }] },
  });
  await reconciler.look();
  expect(deeds).toEqual(['raised', 'set 10.8.0.2', 'looked at']);
});

test('what WireGuard took and did not do is said', async () => {
  const working = createConfigOnly('chosen');
  const reconciler = open({ ...working, set: async () => undefined });
  const put = await reconciler.put(aState(1, aNetwork([aPeer(2)])));
  expect(put).toMatchObject({
    report: { problems: [{ code: 'peers-differ' }], networks: [{ isRight: false }] },
  });
});

test('where a peer was last heard from is remembered, and given back with it', async () => {
  const anna = aPeer(2);
  const given: (string | null)[] = [];
  const heard = { endpoint: '198.51.100.2:4242', lastHandshake: 1_790_000_000_000 };
  const working = createConfigOnly('chosen');
  const backend: Backend = {
    ...working,
    set: async (network, peers) => {
      given.push(...peers.map(({ endpoint }) => endpoint));
      await working.set(network, peers);
    },
    peers: async (network) => (await working.peers(network)).map((peer) => ({ ...peer, ...heard })),
  };
  await open(backend).put(aState(1, aNetwork([anna])));
  await working.lower(aNetwork());
  const again = open(backend);
  await again.restore();
  expect(given).toEqual([null, heard.endpoint]);
  // It is somebody's address at home: it stays on this disk.
  expect(JSON.stringify(await again.report())).not.toContain('198.51.100.2');
});

test('a state on disk that makes no sense is none', async () => {
  writeFileSync(join(dir, 'state.json'), '{"version": 3, "networks": [{"id": "../../x"}]}');
  const reconciler = open();
  await reconciler.restore();
  expect(deeds).toEqual([]);
  expect((await reconciler.report()).version).toBeNull();
});

test('10,000 peers come and go', async () => {
  const peers = Array.from({ length: 10_000 }, (_, n) => ({
    key: Buffer.from(String(n).padStart(32, 'k')).toString('base64'),
    addresses: [`10.8.${(n + 2) >> 8}.${(n + 2) & 255}`],
  }));
  const wide = { ...aNetwork(peers), subnets: ['10.8.0.0/16'] };
  const reconciler = open();
  const began = performance.now();
  await reconciler.put(aState(1, wide));
  const put = await reconciler.put(aState(2, { ...wide, peers: peers.slice(1) }));
  console.log(`10,000 peers: ${(performance.now() - began).toFixed(0)} ms for two states`);
  expect(put.ok && put.report.networks[0]?.peers).toHaveLength(9999);
});
