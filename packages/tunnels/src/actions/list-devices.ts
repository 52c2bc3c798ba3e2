import { action, hasRole } from '@kontor/core';
import { z } from 'zod';
import type { TunnelsContext } from '#context.ts';
import { addressesOf } from '#desired-state.ts';
import { readDevices, readNetworks } from '#rows.ts';
import type { Report } from '#wire.ts';

/** WireGuard gives a session up after 180 s without a new handshake. */
const sessionMs = 180_000;

export interface ListedDevice {
  id: string;
  name: string;
  network: string;
  person: { id: string; name: string };
  addresses: string[];
  createdAt: number;
  /** "unknown" wherever nobody looks: the service is away, or nothing is enforced on this host. Never a guess. */
  state: 'connected' | 'quiet' | 'never' | 'unknown';
  lastHandshake: number | null;
  received: number;
  sent: number;
}

/** One's own devices, or everybody's for an admin, with what the VPN service says of each; and that service's state. */
export const listDevices = action({
  name: 'tunnels.list-devices',
  input: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
  can: (caller, { whose }) => caller.person !== null && (whose === 'mine' || hasRole('admin')(caller)),
  quiet: true,
  async run(context: TunnelsContext, { whose }, caller) {
    const { bulk, vpn, whoIs, clock } = context;
    const own = caller.person?.id ?? '';
    const [rows, networks, report] = await Promise.all([
      readDevices(bulk, whose === 'mine' ? { person: own } : {}),
      readNetworks(bulk),
      vpn.look().catch(() => null),
    ]);
    const names = new Map(
      (await whoIs([...new Set(rows.map(({ person }) => person))])).map((one) => [one.id, one.name]),
    );
    const byNetwork = new Map(networks.map((network) => [network.id, network]));
    const stateOf = stateIn(report, clock.now());
    const devices: ListedDevice[] = rows.flatMap(
      ({ id, name, network, person, publicKey, number, createdAt }) => {
        const inside = byNetwork.get(network);
        if (!inside) return [];
        return {
          id,
          name,
          network,
          person: { id: person, name: names.get(person) ?? '' },
          addresses: addressesOf(inside, { number }),
          createdAt,
          ...stateOf(publicKey),
        };
      },
    );
    return { devices, service: serviceOf(report) };
  },
});

function stateIn(report: Report | null, now: number) {
  const isLive = report !== null && report.backend.name !== 'config-only';
  const peers = new Map(report?.networks.flatMap(({ peers }) => peers.map((peer) => [peer.key, peer])));
  return (key: string): Pick<ListedDevice, 'state' | 'lastHandshake' | 'received' | 'sent'> => {
    const peer = peers.get(key);
    if (!isLive || !peer) return { state: 'unknown', lastHandshake: null, received: 0, sent: 0 };
    const { lastHandshake, received, sent } = peer;
    if (lastHandshake === null) return { state: 'never', lastHandshake, received, sent };
    return { state: now - lastHandshake < sessionMs ? 'connected' : 'quiet', lastHandshake, received, sent };
  };
}

export type Service = ReturnType<typeof serviceOf>;

function serviceOf(report: Report | null) {
  if (!report) return { state: 'away' as const, why: null, problems: [] };
  const { backend, problems } = report;
  const state = backend.name === 'config-only' ? ('config-only' as const) : ('live' as const);
  return { state, why: backend.why, problems: problems.map(({ code, network }) => ({ code, network })) };
}
