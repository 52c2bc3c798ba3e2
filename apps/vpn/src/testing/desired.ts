import { makeKeys } from '@kontor/tunnels/keys';
import type { DesiredNetwork, DesiredPeer, DesiredState } from '@kontor/tunnels/wire';

export const networkId = '01a20d95-8dc3-7966-8eda-d9344ca201c5';

export const aPeer = (number: number): DesiredPeer => ({
  key: makeKeys().publicKey,
  addresses: [`10.8.0.${number}`],
});

export const aNetwork = (peers: DesiredPeer[] = []): DesiredNetwork => ({
  id: networkId,
  subnets: ['10.8.0.0/24'],
  port: 51820,
  routes: ['192.168.1.0/24'],
  peers,
});

export const aState = (version: number, ...networks: DesiredNetwork[]): DesiredState => ({
  version,
  networks,
});
