import { action, newId } from '@kontor/core';
import { z } from 'zod';
import { allotPlace } from '#allot-place.ts';
import type { Tunnel } from '#configuration.ts';
import type { TunnelsContext } from '#context.ts';
import { addressesOf } from '#desired-state.ts';
import { idField, nameField, publicKeyField } from '#fields.ts';
import { tunnelsProblems } from '#problems.ts';
import { pushIfThere, pushState } from '#push-state.ts';
import { findNetwork, type Network, readNetworks } from '#rows.ts';

/**
 * A person's own device joins a network. Its private key was made elsewhere and does not come here; what is answered is
 * what its configuration needs beside that key.
 */
export const addDevice = action({
  name: 'tunnels.add-device',
  input: z.object({ network: idField, name: nameField, publicKey: publicKeyField }),
  about: ({ network }) => network,
  can: (caller) => caller.person !== null,
  async run(context: TunnelsContext, { network: wanted, name, publicKey }, caller) {
    const { bulk, clock } = context;
    const network = await withServerKey(context, wanted);
    // WireGuard takes its own key for a peer without a word and drops it.
    if ((await readNetworks(bulk)).some((one) => one.publicKey === publicKey))
      tunnelsProblems.raise('key-taken');
    const device = { id: newId(clock.now()), person: caller.person?.id ?? '', name, publicKey };
    const { number } = await allotPlace({ bulk, clock }, network, device);
    const isOpen = (await pushIfThere(context)) !== null;
    const { host, port, dns, subnets, routes, serverKey } = network;
    const tunnel: Tunnel = {
      addresses: addressesOf(network, { number }),
      dns,
      serverKey,
      endpoint: `${host.includes(':') ? `[${host}]` : host}:${port}`,
      routes: [...subnets, ...routes],
    };
    return { id: device.id, tunnel, isOpen };
  },
});

/** A network whose key the service has not told yet is asked for it: without it a configuration leads nowhere. */
async function withServerKey(context: TunnelsContext, id: string): Promise<Network & { serverKey: string }> {
  let network = await findNetwork(context.bulk, id);
  if (network && !network.publicKey) {
    await pushState(context);
    network = await findNetwork(context.bulk, id);
  }
  if (!network) return tunnelsProblems.raise('no-such-network');
  return { ...network, serverKey: network.publicKey ?? tunnelsProblems.raise('vpn-away') };
}
