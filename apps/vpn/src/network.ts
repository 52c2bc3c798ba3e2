import { createHash } from 'node:crypto';
import { familyOf, nthAddress, prefixOf } from '@kontor/tunnels/addresses';
import type { DesiredNetwork } from '@kontor/tunnels/wire';

/** 15 characters, which is the most; from the network's id, so that two offices on one host do not meet. */
export const interfaceOf = (id: string): string => `kontor-${shortOf(id)}`;

/** Its own table in nftables. */
export const tableOf = (id: string): string => `kontor_${shortOf(id)}`;

const shortOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

/** What the server itself is called in the network, with the prefix. */
export const serverAddresses = ({ subnets }: Pick<DesiredNetwork, 'subnets'>): string[] =>
  subnets.map((subnet) => `${nthAddress(subnet, 1)}/${prefixOf(subnet)}`);

export const rangesOf = (ip: string): string => `${ip}/${ip.includes(':') ? 128 : 32}`;

export const ofFamily = (family: 4 | 6, cidrs: readonly string[]): string[] =>
  cidrs.filter((cidr) => familyOf(cidr) === family);
