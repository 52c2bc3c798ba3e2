import { type CallingPerson, type FakeClock, fakeClock, type Role } from '@kontor/core';
import { createClaims } from '@kontor/data';
import { type EngineName, openTestDatabase } from '@kontor/data/testing';
import { createNetwork } from '#actions/create-network.ts';
import { collections } from '#collections.ts';
import type { TunnelsContext } from '#context.ts';
import { makeKeys } from '#keys.ts';
import { tunnelsProblems } from '#problems.ts';
import { type DesiredState, desiredStateSchema, type Report } from '#wire.ts';

/** A VPN service as the real one answers, without a network behind it. */
export interface FakeVpn {
  state: DesiredState | null;
  isAway: boolean;
  instance: string;
  /** What peers there really are; follows the state unless it is stuck. */
  isStuck: boolean;
}

export interface TestTunnels {
  context: TunnelsContext;
  clock: FakeClock;
  vpn: FakeVpn;
  disabled: Set<string>;
  audited: object[];
  /** Makes a network with a range and a port of its own; resolves with its id. */
  network(changes?: object): Promise<string>;
  close(): Promise<void>;
}

export const person = (id: string, role: Role = 'staff'): { via: 'web'; person: CallingPerson } => ({
  via: 'web',
  person: { id, role, groups: [] },
});

export async function openTestTunnels(engine: EngineName): Promise<TestTunnels> {
  const database = await openTestDatabase({ engine, collections });
  const clock = fakeClock();
  const vpn: FakeVpn = { state: null, isAway: false, instance: 'first', isStuck: false };
  const disabled = new Set<string>();
  const audited: object[] = [];
  const keys = new Map<string, string>();
  let live: DesiredState['networks'] = [];
  const keyOf = (network: string): string => {
    const key = keys.get(network) ?? makeKeys().publicKey;
    keys.set(network, key);
    return key;
  };
  const report = (): Report => ({
    instance: vpn.instance,
    version: vpn.state?.version ?? null,
    backend: { name: 'wireguard-go', why: null, detail: '' },
    networks: live.map(({ id, peers }) => ({
      id,
      interface: 'kontor-test',
      publicKey: keyOf(id),
      isRight: true,
      peers: peers.map(({ key }) => ({ key, lastHandshake: null, received: 0, sent: 0 })),
    })),
    problems: [],
  });
  const { bulk, changes } = database;
  const context: TunnelsContext = {
    bulk,
    changes,
    clock,
    claims: createClaims({ bulk, clock }),
    audit: (line) => void audited.push(line),
    whoIs: async (ids) => ids.map((id) => ({ id, name: `Person ${id}`, disabled: disabled.has(id) })),
    vpn: {
      async put(sent) {
        if (vpn.isAway) tunnelsProblems.raise('vpn-away');
        // What crosses the socket is held to the same schema as there.
        const state = desiredStateSchema.parse(JSON.parse(JSON.stringify(sent)));
        if (vpn.state && state.version < vpn.state.version && state.replaces !== vpn.state.version)
          return { ok: false, version: vpn.state.version };
        vpn.state = state;
        if (!vpn.isStuck) live = state.networks;
        return { ok: true, report: report() };
      },
      async look() {
        return vpn.isAway ? tunnelsProblems.raise('vpn-away') : report();
      },
    },
  };
  let ports = 51820;
  let ranges = 8;
  const network = async (changes: object = {}): Promise<string> => {
    const subnet4 = `10.${ranges++}.0.0/24`;
    const wanted = { name: `Network ${subnet4}`, subnet4, host: 'vpn.y.test', port: ports++, ...changes };
    return (await createNetwork.perform(context, wanted as never, person('admin', 'admin'))).id;
  };
  return { context, clock, vpn, disabled, audited, network, close: () => database.close() };
}
