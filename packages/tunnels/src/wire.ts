import { z } from 'zod';
import { isCanonicalKey } from './keys.ts';
import { refuseClashes } from './state-clashes.ts';

/** What the office and the VPN service say to each other over the unix socket: nothing else passes. */

const publicKey = z.string().refine(isCanonicalKey, 'is not a WireGuard key');
const subnet = z.union([z.cidrv4(), z.cidrv6()], 'is not a network like 10.8.0.0/24');
const address = z.union([z.ipv4(), z.ipv6()], 'is not an address');
const networkId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);

const desiredPeer = z.strictObject({
  key: publicKey,
  /** One of each subnet of the network; nobody else's, and no range. */
  addresses: z.array(address).min(1).max(2),
});

const desiredNetwork = z.strictObject({
  id: networkId,
  /** One of each family; the server has the first address of each. */
  subnets: z.array(subnet).min(1).max(2),
  port: z.int().min(1).max(65535),
  /** Where peers are let through to, beside the server itself. */
  routes: z.array(subnet).max(64),
  peers: z.array(desiredPeer).max(20_000),
});

export const desiredStateSchema = z
  .strictObject({
    /** Number of the newest change this state knows of: an older state never undoes a newer one. */
    version: z.int().min(0),
    /** Only after a restored backup, whose numbers lie behind: the version this state stands in for. */
    replaces: z.int().optional(),
    networks: z.array(desiredNetwork).max(32),
  })
  .superRefine(refuseClashes);

export type DesiredState = z.output<typeof desiredStateSchema>;
export type DesiredNetwork = DesiredState['networks'][number];
export type DesiredPeer = DesiredNetwork['peers'][number];

/** Bytes of the largest state: 20,000 peers and room to spare. */
export const largestState = 8 * 1024 * 1024;

const reportedPeer = z.object({
  key: publicKey,
  /** Milliseconds since 1970; null when never. */
  lastHandshake: z.number().nullable(),
  /** Bytes, as the server counts them. */
  received: z.number(),
  sent: z.number(),
});

export const reportSchema = z.object({
  /** Another one after each start of the service. */
  instance: z.string(),
  /** Null before the first state. */
  version: z.number().nullable(),
  backend: z.object({
    name: z.enum(['kernel', 'wireguard-go', 'config-only']),
    /** Why nothing is enforced on this host; null where it is. */
    why: z.enum(['demo', 'chosen', 'tools-missing', 'not-permitted', 'no-wireguard']).nullable(),
    /** In English, for the operator: "nft, conntrack". */
    detail: z.string(),
  }),
  networks: z.array(
    z.object({
      id: networkId,
      interface: z.string(),
      publicKey,
      /** The interface is there and has exactly the peers it should have. */
      isRight: z.boolean(),
      peers: z.array(reportedPeer),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.enum(['cannot-forward', 'interface-failed', 'peers-differ']),
      network: z.string().nullable(),
      /** The settings that forbid it, what the system answered, or how many peers. */
      detail: z.string(),
    }),
  ),
});

export type Report = z.output<typeof reportSchema>;
export type ReportProblem = Report['problems'][number];

/** What a state that is older than the one at hand is answered with. */
export const staleSchema = z.object({ version: z.number() });
