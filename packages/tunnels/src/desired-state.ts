import { nthAddress } from './addresses.ts';
import type { TunnelsContext } from './context.ts';
import { type Device, type Network, readDevices, readNetworks } from './rows.ts';
import type { DesiredState } from './wire.ts';

/**
 * Everything that should be true of the tunnels. The number is read first: what is read after it holds at least every
 * change up to that number. Who was let go is left out here too, whatever became of the door.
 */
export async function desiredState({
  bulk,
  changes,
  whoIs,
}: Pick<TunnelsContext, 'bulk' | 'changes' | 'whoIs'>): Promise<DesiredState> {
  const version = await changes.latest();
  const [networks, devices] = await Promise.all([readNetworks(bulk), readDevices(bulk)]);
  const owners = await whoIs([...new Set(devices.map(({ person }) => person))]);
  const present = new Set(owners.filter(({ disabled }) => !disabled).map(({ id }) => id));
  const inside = devices.filter(({ person }) => present.has(person));
  return {
    version,
    networks: networks.map((network) => ({
      id: network.id,
      subnets: network.subnets,
      port: network.port,
      routes: network.routes,
      peers: inside
        .filter((device) => device.network === network.id)
        .map((device) => ({ key: device.publicKey, addresses: addressesOf(network, device) })),
    })),
  };
}

export const addressesOf = ({ subnets }: Network, { number }: Pick<Device, 'number'>): string[] =>
  // The server is the first.
  subnets.map((subnet) => nthAddress(subnet, number + 1));
