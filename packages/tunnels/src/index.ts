import { addDevice } from './actions/add-device.ts';
import { createNetwork } from './actions/create-network.ts';
import { listDevices } from './actions/list-devices.ts';
import { listNetworks } from './actions/list-networks.ts';
import { removeNetwork } from './actions/remove-network.ts';
import { renameDevice } from './actions/rename-device.ts';
import { revokeDevice } from './actions/revoke-device.ts';

export type { ListedDevice, Service } from './actions/list-devices.ts';
export { devicesEach } from './allot-place.ts';
export { collections } from './collections.ts';
export type { Tunnel } from './configuration.ts';
export type { TunnelsContext } from './context.ts';
export { tunnelsDoor } from './door.ts';
export { keepPushed } from './keep-pushed.ts';
export { makeKeys } from './keys.ts';
export { tunnelsProblems } from './problems.ts';
export type { Network } from './rows.ts';
export { createVpnPort, type VpnPort } from './vpn-port.ts';
export { addDevice, createNetwork, listDevices, listNetworks, removeNetwork, renameDevice, revokeDevice };

export const actions = [
  addDevice,
  createNetwork,
  listDevices,
  listNetworks,
  removeNetwork,
  renameDevice,
  revokeDevice,
];
