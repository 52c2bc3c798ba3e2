import { action, hasRole, newId } from '@kontor/core';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import { overlap } from '#addresses.ts';
import type { TunnelsContext } from '#context.ts';
import {
  dnsField,
  hostField,
  nameField,
  portField,
  routesField,
  say6,
  subnet4Field,
  subnet6Field,
} from '#fields.ts';
import { tunnelsProblems } from '#problems.ts';
import { pushIfThere } from '#push-state.ts';
import { type Network, readNetworks } from '#rows.ts';

const input = z.object({
  name: nameField,
  subnet4: subnet4Field,
  subnet6: z.union([z.literal('').transform(() => null), subnet6Field], say6).default(null),
  host: hostField,
  port: portField,
  dns: dnsField,
  routes: routesField,
});

const most = 16;
const claim = 'tunnels.networks';
const leaseMs = 15_000;

/** Makes a network: a range of addresses that no other has, and the address at which devices find the server. */
export const createNetwork = action({
  name: 'tunnels.create-network',
  input,
  can: hasRole('admin'),
  async run(context: TunnelsContext, wanted) {
    const { bulk, clock, claims } = context;
    const id = newId(clock.now());
    // Two made at once must not overlap, which no unique index can see.
    if (!(await claims.take(claim, id, leaseMs))) return tunnelsProblems.raise('being-changed');
    try {
      refuseClash(wanted, await readNetworks(bulk));
      const row = {
        id,
        ...wanted,
        called: wanted.name.toLowerCase(),
        publicKey: null,
        createdAt: clock.now(),
      };
      await bulk.write([
        { op: 'insert', into: 'networks', rows: [row] },
        changeOp('tunnels.changed', id, {}, clock.now()),
      ]);
    } finally {
      await claims.release(claim, id);
    }
    await pushIfThere(context);
    return { id };
  },
});

function refuseClash(wanted: z.output<typeof input>, present: Network[]): void {
  if (present.length >= most) tunnelsProblems.raise('too-many-networks', { values: { count: most } });
  const subnets = [wanted.subnet4, ...(wanted.subnet6 ? [wanted.subnet6] : [])];
  for (const { name, subnets: taken, port, routes } of present) {
    if (name.toLowerCase() === wanted.name.toLowerCase())
      tunnelsProblems.raise('name-taken', { values: { name }, fields: { name: 'This name is taken.' } });
    const one = { values: { name } };
    if (overlap(subnets, [...taken, ...routes])) tunnelsProblems.raise('networks-overlap', one);
    if (wanted.routes.length > 0 && overlap(wanted.routes, taken))
      tunnelsProblems.raise('networks-overlap', one);
    if (port === wanted.port) tunnelsProblems.raise('port-taken', { values: { name, port } });
  }
}
