import type { z } from 'zod';
import {
  canonicalAddress,
  canonicalNetwork,
  familyOf,
  isDeviceAddress,
  overlap,
  prefixOf,
} from './addresses.ts';

interface Peer {
  key: string;
  addresses: string[];
}

interface Network {
  id: string;
  subnets: string[];
  port: number;
  routes: string[];
  peers: Peer[];
}

type Say = (path: (string | number)[], message: string) => void;

/**
 * What each part alone cannot show. WireGuard says nothing when two peers have one address: the later one silently takes
 * it from the other, and a peer with a range would take the range.
 */
export function refuseClashes({ networks }: { networks: Network[] }, context: z.RefinementCtx): void {
  const say: Say = (path, message) =>
    context.addIssue({ code: 'custom', path: ['networks', ...path], message });
  const ids = new Set<string>();
  const ports = new Set<number>();
  const keys = new Set<string>();
  networks.forEach((network, at) => {
    if (!isNew(ids, network.id)) say([at, 'id'], 'is there twice');
    if (!isNew(ports, network.port)) say([at, 'port'], 'is there twice');
    const others = networks.slice(0, at).flatMap(({ subnets }) => subnets);
    if (!refuseSubnets(network, at, others, say)) return;
    refuseRoutes(network, at, networks, say);
    refusePeers(network, at, keys, say);
  });
}

function refuseSubnets({ subnets }: Network, at: number, others: string[], say: Say): boolean {
  const [one, two] = subnets;
  if (subnets.some((subnet) => canonicalNetwork(subnet) !== subnet)) {
    say([at, 'subnets'], 'has bits behind its prefix');
    return false;
  }
  if (one && two && familyOf(one) === familyOf(two)) say([at, 'subnets'], 'has two of one family');
  if (subnets.some((subnet) => prefixOf(subnet) < (familyOf(subnet) === 4 ? 8 : 32)))
    say([at, 'subnets'], 'is too wide');
  if (others.length > 0 && overlap(subnets, others)) say([at, 'subnets'], 'overlaps another network');
  return true;
}

function refuseRoutes({ routes, id }: Network, at: number, networks: Network[], say: Say): void {
  const foreign = networks.filter((other) => other.id !== id).flatMap(({ subnets }) => subnets);
  routes.forEach((route, index) => {
    if (prefixOf(route) === 0) say([at, 'routes', index], 'is the way to everywhere');
    if (foreign.length > 0 && overlap(route, foreign))
      say([at, 'routes', index], 'leads into another network');
  });
}

function refusePeers({ peers, subnets }: Network, at: number, keys: Set<string>, say: Say): void {
  const taken = new Set<string>();
  peers.forEach(({ key, addresses }, index) => {
    const path = [at, 'peers', index];
    if (!isNew(keys, key)) say([...path, 'key'], 'is there twice');
    for (const ip of addresses) {
      if (!subnets.some((subnet) => isDeviceAddress(subnet, ip)))
        say(path, 'has an address that is not its to have');
      else if (!isNew(taken, canonicalAddress(ip))) say(path, 'has the address of another');
    }
  });
}

function isNew<Value>(seen: Set<Value>, value: Value): boolean {
  const size = seen.size;
  return seen.add(value).size > size;
}
