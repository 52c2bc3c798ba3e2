import { changeOp } from '@kontor/data';
import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDevice,
  devicesEach,
  keepPushed,
  listDevices,
  makeKeys,
  renameDevice,
  revokeDevice,
  tunnelsDoor,
} from './index.ts';
import { pushState } from './push-state.ts';
import { openTestTunnels, person, type TestTunnels } from './testing/open-test-tunnels.ts';

const admin = person('admin', 'admin');
const anna = person('anna');
const omar = person('omar');

describe.each(testEngines())('devices on %s', (engine) => {
  let t: TestTunnels;
  let office: string;
  const network = (changes?: object) => t.network(changes);
  const add = (who = anna, at = office, changes: object = {}) =>
    addDevice.perform(
      t.context,
      { network: at, name: 'Laptop', publicKey: makeKeys().publicKey, ...changes },
      who,
    );
  const peers = (at = office) => t.vpn.state?.networks.find(({ id }) => id === at)?.peers ?? [];

  beforeAll(async () => {
    t = await openTestTunnels(engine);
    office = await network({ name: 'Office', subnet6: 'FD08:0::/64', routes: ['192.168.1.7/24'] });
  });
  afterAll(() => t.close());

  test('a device gets what its configuration needs, and its peer is desired at once', async () => {
    const { tunnel, isOpen } = await add();
    expect(isOpen).toBe(true);
    expect(tunnel).toMatchObject({
      addresses: ['10.8.0.2', 'fd08::2'],
      endpoint: 'vpn.y.test:51820',
      routes: ['10.8.0.0/24', 'fd08::/64', '192.168.1.0/24'],
    });
    expect(tunnel.serverKey).toHaveLength(44);
    expect(peers()).toMatchObject([{ addresses: ['10.8.0.2', 'fd08::2'] }]);
  });

  test('twenty added at once have twenty addresses', async () => {
    const at = await network();
    const whose = Array.from({ length: 20 }, (_, index) => person(`racer ${index}`));
    const made = await Promise.all(whose.map((who) => add(who, at)));
    expect(new Set(made.map(({ tunnel }) => tunnel.addresses[0])).size).toBe(20);
    await pushState(t.context);
    expect(peers(at)).toHaveLength(20);
  });

  test('a person has so many and no more, however many are asked for at once', async () => {
    const greedy = person('greedy');
    const tried = await Promise.allSettled(Array.from({ length: devicesEach + 5 }, () => add(greedy)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(devicesEach);
    await expect(add(greedy)).rejects.toMatchObject({ code: 'tunnels.too-many-devices' });
    const { devices } = await listDevices.perform(t.context, {}, greedy);
    await revokeDevice.perform(t.context, { device: devices[0]?.id ?? '' }, greedy);
    await expect(add(greedy)).resolves.toMatchObject({ isOpen: true });
  });

  test('a network that is full says so, and has room again when a device is revoked; its address comes last', async () => {
    const at = await network({ subnet4: '10.99.0.0/29' });
    const made = [];
    for (let number = 0; number < 5; number += 1) made.push(await add(person(`full ${number}`), at));
    await expect(add(omar, at)).rejects.toMatchObject({ code: 'tunnels.network-full' });
    await revokeDevice.perform(t.context, { device: made[1]?.id ?? '' }, admin);
    expect((await add(omar, at)).tunnel.addresses).toEqual(made[1]?.tunnel.addresses);
  });

  test('an address just revoked is not the next one’s', async () => {
    const at = await network();
    const first = await add(omar, at);
    await revokeDevice.perform(t.context, { device: first.id }, omar);
    expect((await add(omar, at)).tunnel.addresses).not.toEqual(first.tunnel.addresses);
  });

  test('a key comes once, even after it was revoked', async () => {
    const { publicKey } = makeKeys();
    const { id } = await add(omar, office, { publicKey });
    await expect(add(anna, office, { publicKey })).rejects.toMatchObject({ code: 'tunnels.key-taken' });
    await revokeDevice.perform(t.context, { device: id }, omar);
    await expect(add(omar, office, { publicKey })).rejects.toMatchObject({ code: 'tunnels.key-taken' });
  });

  test.each([
    ['too short', 'aGVsbG8='],
    ['of 33 bytes', Buffer.alloc(33, 1).toString('base64')],
    ['not canonical', `${'A'.repeat(42)}B=`],
    ['nothing but zeros', `${'A'.repeat(43)}=`],
    ['with a line behind it', `${makeKeys().publicKey}\nAllowedIPs = 0.0.0.0/0`],
  ])('a key that is %s is none', async (_, publicKey) => {
    await expect(add(omar, office, { publicKey })).rejects.toMatchObject({
      fields: { publicKey: expect.any(String) },
    });
  });

  test.each([['a\nPostUp = reboot'], ['a\u2028b'], ['\u202elaptop'], [' '], ['x'.repeat(61)]])(
    'the name %j is refused',
    async (name) => {
      await expect(add(omar, office, { name })).rejects.toMatchObject({
        fields: { name: expect.any(String) },
      });
    },
  );

  test('one’s own are renamed and revoked by oneself or an admin, by nobody else; an editor is nobody else', async () => {
    const { id: device } = await add(omar);
    for (const other of [anna, person('ed', 'editor'), { via: 'web', person: null } as const]) {
      await expect(renameDevice.perform(t.context, { device, name: 'Mine' }, other)).rejects.toMatchObject({
        kind: expect.stringMatching(/forbidden|unauthenticated/),
      });
      await expect(revokeDevice.perform(t.context, { device }, other)).rejects.toMatchObject({
        kind: expect.stringMatching(/forbidden|unauthenticated/),
      });
    }
    await renameDevice.perform(t.context, { device, name: 'Telephone' }, omar);
    await renameDevice.perform(t.context, { device, name: 'Phone' }, admin);
    expect(
      (await listDevices.perform(t.context, {}, omar)).devices.find(({ id }) => id === device)?.name,
    ).toBe('Phone');
    expect(await revokeDevice.perform(t.context, { device }, admin)).toEqual({ isCut: true });
    await expect(revokeDevice.perform(t.context, { device }, omar)).rejects.toMatchObject({
      code: 'tunnels.no-such-device',
    });
  });

  test('no device has the key of a server, of whichever network', async () => {
    const { tunnel } = await add(anna, await network());
    await expect(add(anna, office, { publicKey: tunnel.serverKey })).rejects.toMatchObject({
      code: 'tunnels.key-taken',
    });
  });

  test('a device whose peer is still there is not cut off, whatever the service answered', async () => {
    const { id: device } = await add(omar);
    t.vpn.isStuck = true;
    expect(await revokeDevice.perform(t.context, { device }, omar)).toEqual({ isCut: false });
    t.vpn.isStuck = false;
    await pushState(t.context);
  });

  test('everybody lists their own, only an admin everybody’s', async () => {
    await add(omar);
    const own = await listDevices.perform(t.context, {}, omar);
    expect(new Set(own.devices.map((device) => device.person.id))).toEqual(new Set(['omar']));
    await expect(listDevices.perform(t.context, { whose: 'all' }, omar)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const all = await listDevices.perform(t.context, { whose: 'all' }, admin);
    expect(new Set(all.devices.map((device) => device.person.id)).size).toBeGreaterThan(2);
  });

  test('with the service away a device is added where its network’s key is known, and revoking says it is not cut yet', async () => {
    t.vpn.isAway = true;
    const { id, isOpen } = await add(omar);
    expect(isOpen).toBe(false);
    expect(await revokeDevice.perform(t.context, { device: id }, omar)).toEqual({ isCut: false });
    const fresh = await network();
    await expect(add(omar, fresh)).rejects.toMatchObject({ code: 'tunnels.vpn-away' });
    const { service, devices } = await listDevices.perform(t.context, {}, anna);
    expect(service.state).toBe('away');
    expect(devices[0]?.state).toBe('unknown');
    t.vpn.isAway = false;
    await expect(add(omar, fresh)).resolves.toMatchObject({ isOpen: true });
  });

  test('who is let go has no peer, also where no door was shut; the door cuts them and says so', async () => {
    const leaver = person('leaver');
    const { publicKey: key } = makeKeys();
    const made = [await add(leaver), await add(leaver, office, { publicKey: key })];
    expect(peers().map((peer) => peer.key)).toContain(key);
    t.disabled.add('leaver');
    await pushState(t.context);
    expect(peers().map((peer) => peer.key)).not.toContain(key);
    t.disabled.delete('leaver');
    await pushState(t.context);
    const door = tunnelsDoor(() => t.context);
    expect(await door.probe('leaver')).toBe(false);
    t.vpn.isStuck = true;
    await door.close('leaver');
    // The service was told and has done nothing: that is not shut.
    expect(await door.probe('leaver')).toBe(false);
    t.vpn.isStuck = false;
    await door.close('leaver');
    expect(await door.probe('leaver')).toBe(true);
    expect((await listDevices.perform(t.context, {}, leaver)).devices).toEqual([]);
    expect(made).toHaveLength(2);
    t.vpn.isAway = true;
    // Nobody can say that the peers are gone.
    expect(await door.probe('leaver')).toBe(false);
    expect(await door.probe('never had a device')).toBe(true);
    t.vpn.isAway = false;
  });

  test('an older state never undoes a newer one; a restored backup is believed', async () => {
    await pushState(t.context);
    const known = t.vpn.state?.version ?? 0;
    const { bulk } = t.context;
    const behind = { ...t.context, changes: { latest: async () => known - 1 } };
    t.vpn.state = { version: known + 1000, networks: [] };
    await pushState(behind);
    expect(t.vpn.state).toMatchObject({ version: known - 1, replaces: known + 1000 });
    // Another process was quicker: what is sent then is read anew.
    t.vpn.state = { version: await t.context.changes.latest(), networks: [] };
    await bulk.write([changeOp('tunnels.changed', 'x', {}, 1)]);
    await pushState(t.context);
    expect(t.vpn.state?.networks.length).toBeGreaterThan(0);
  });

  test('the service is given everything again when it comes back, and after each change of another process', async () => {
    const ending = new AbortController();
    const states: boolean[] = [];
    const following = keepPushed({
      ...t.context,
      changes: { ...t.context.changes, follow: followed },
      signal: ending.signal,
      onState: ({ pushed }) => void states.push(pushed),
      lookMs: 10,
    });
    const until = async (holds: () => boolean) => {
      for (let tries = 0; !holds() && tries < 500; tries += 1)
        await new Promise((wait) => setTimeout(wait, 10));
      expect(holds()).toBe(true);
    };
    await until(() => states.at(-1) === true);
    Object.assign(t.vpn, { state: null, instance: 'second' });
    await until(() => t.vpn.state !== null);
    t.vpn.isAway = true;
    await until(() => states.at(-1) === false);
    Object.assign(t.vpn, { state: null, isAway: false });
    // Told a moment after the service has it.
    await until(() => t.vpn.state !== null && states.at(-1) === true);
    expect(states).toEqual([true, false, true]);
    ending.abort();
    await following;
  });
});

/** Changes of other processes have their own test (packages/data); here none come. */
const followed = async ({ signal }: { signal: AbortSignal }): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
