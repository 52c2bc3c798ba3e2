import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDevice, createNetwork, listNetworks, makeKeys, removeNetwork } from './index.ts';
import { openTestTunnels, person, type TestTunnels } from './testing/open-test-tunnels.ts';

const admin = person('admin', 'admin');
const anna = person('anna');

describe.each(testEngines())('networks on %s', (engine) => {
  let t: TestTunnels;
  let office: string;
  const network = (changes?: object) => t.network(changes);

  beforeAll(async () => {
    t = await openTestTunnels(engine);
    office = await network({ name: 'Office', subnet6: 'FD08:0::/64', routes: ['192.168.1.7/24'] });
    const { publicKey } = makeKeys();
    await addDevice.perform(t.context, { network: office, name: 'Laptop', publicKey }, anna);
  });
  afterAll(() => t.close());

  test('only an admin makes and removes networks, and removes none that is in use', async () => {
    for (const who of [anna, person('ed', 'editor')]) {
      const wanted = { name: 'X', subnet4: '10.77.0.0/24', host: 'h.test', port: 52000 };
      await expect(createNetwork.perform(t.context, wanted, who)).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(removeNetwork.perform(t.context, { network: office }, who)).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    await expect(removeNetwork.perform(t.context, { network: office }, admin)).rejects.toMatchObject({
      code: 'tunnels.network-in-use',
    });
    const empty = await network();
    await removeNetwork.perform(t.context, { network: empty }, admin);
    expect(t.vpn.state?.networks.map(({ id }) => id)).not.toContain(empty);
  });

  test.each([
    ['networks-overlap', { subnet4: '10.8.0.128/25' }],
    ['networks-overlap', { subnet6: 'fd08::/48' }],
    ['networks-overlap', { routes: ['10.0.0.0/8'] }],
    ['networks-overlap', { subnet4: '192.168.1.0/26' }],
    ['port-taken', { port: 51820 }],
    ['name-taken', { name: 'OFFICE' }],
  ])('%s is said of %j', async (code, changes) => {
    await expect(network(changes)).rejects.toMatchObject({ code: `tunnels.${code}` });
  });

  test.each([
    ['subnet4', '8.8.8.0/24'],
    ['subnet4', '10.0.0.0/8'],
    ['subnet4', '10.8.0.0/99'],
    ['subnet4', ' 10/16'],
    ['subnet6', '2001:db8::/64'],
    ['host', 'vpn.y.test\nPostUp = reboot'],
    ['host', '300.1.1.1'],
    ['host', 'a b'],
    ['port', 80],
  ])('%s %j is refused', async (field, value) => {
    await expect(network({ [field]: value })).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    });
  });

  test.each([['0.0.0.0/0'], ['::/0'], ['0.0.0.0/1'], ['128.0.0.0/1'], ['x']])(
    'the way to %s does not go through a tunnel',
    async (route) => {
      await expect(network({ routes: [route] })).rejects.toMatchObject({ kind: 'invalid' });
    },
  );

  test('of two made at once that overlap, one is made', async () => {
    const both = ['10.66.0.0/24', '10.66.0.0/25'].map((subnet4) => network({ subnet4 }));
    const done = await Promise.allSettled(both);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('networks are listed with how many devices they have', async () => {
    const listed = await listNetworks.perform(t.context, {}, anna);
    expect(listed.find(({ id }) => id === office)).toMatchObject({
      name: 'Office',
      devices: expect.any(Number),
    });
  });
});
