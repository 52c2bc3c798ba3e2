import { setTimeout as pause } from 'node:timers/promises';
import type { CallingPerson } from '@kontor/core';
import { findPersonByEmail } from '@kontor/people';
import type { Office } from '@kontor/suite';
import { addDevice, createNetwork, listDevices, listNetworks, makeKeys } from '@kontor/tunnels';
import { addressOf } from './people.ts';

const host = 'vpn.brightwater.example';

const networks = [
  {
    name: 'Office',
    subnet4: '10.8.0.0/24',
    subnet6: 'fd08::/64',
    host,
    port: 51820,
    dns: ['10.8.0.1'],
    routes: ['192.168.10.0/24'],
  },
  { name: 'Machines', subnet4: '10.9.0.0/24', host, port: 51821, routes: ['192.168.20.0/24'] },
];

/** Whose, called what, where. */
const devices = [
  ['grace', 'Grace\u2019s laptop', 'Office'],
  ['grace', 'Grace\u2019s telephone', 'Office'],
  ['marta', 'Front desk', 'Office'],
  ['marta', 'Marta at home', 'Office'],
  ['layla', 'Layla\u2019s tablet', 'Machines'],
  ['tom', 'CNC bench', 'Machines'],
] as const;

/** Two networks and six devices, through the actions their owners would use. Their keys are thrown away: nobody connects. */
export async function layTunnels(office: Office): Promise<void> {
  const admin = await personOf(office, 'grace');
  if (!admin) return;
  const present = await listNetworks.perform(office, {}, { via: 'cli', person: admin });
  for (const network of networks) {
    if (present.some(({ name }) => name === network.name)) continue;
    await createNetwork.perform(office, network, { via: 'cli', person: admin });
  }
  await untilAnswered(office);
  const made = await listNetworks.perform(office, {}, { via: 'cli', person: admin });
  for (const [localPart, name, inside] of devices) {
    const person = await personOf(office, localPart);
    const network = made.find((one) => one.name === inside);
    if (!person || !network) continue;
    const own = await listDevices.perform(office, {}, { via: 'cli', person });
    if (own.devices.some((device) => device.name === name)) continue;
    const { publicKey } = makeKeys();
    await addDevice.perform(office, { network: network.id, name, publicKey }, { via: 'cli', person });
  }
}

async function personOf({ payload }: Office, localPart: string): Promise<CallingPerson | null> {
  return findPersonByEmail(payload, addressOf(localPart));
}

/** The VPN service starts beside this. When it stays away the first device says so. */
async function untilAnswered({ vpn }: Office): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await vpn.look().then(Boolean, () => false)) return;
    await pause(100);
  }
}
