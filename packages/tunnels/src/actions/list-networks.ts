import { action } from '@kontor/core';
import { z } from 'zod';
import type { TunnelsContext } from '#context.ts';
import { readDevices, readNetworks } from '#rows.ts';

/** The networks, for whoever looks for one to join; their devices are counted, not named. */
export const listNetworks = action({
  name: 'tunnels.list-networks',
  input: z.object({}),
  can: (caller) => caller.person !== null,
  quiet: true,
  async run({ bulk }: TunnelsContext) {
    const [networks, devices] = await Promise.all([readNetworks(bulk), readDevices(bulk)]);
    const counts = new Map<string, number>();
    for (const { network } of devices) counts.set(network, (counts.get(network) ?? 0) + 1);
    return networks.map((network) => ({ ...network, devices: counts.get(network.id) ?? 0 }));
  },
});
