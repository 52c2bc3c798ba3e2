import { action, hasRole } from '@kontor/core';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import type { TunnelsContext } from '#context.ts';
import { idField } from '#fields.ts';
import { tunnelsProblems } from '#problems.ts';
import { pushIfThere } from '#push-state.ts';
import { findNetwork, readDevices } from '#rows.ts';

/** Removes a network in which no device is left. */
export const removeNetwork = action({
  name: 'tunnels.remove-network',
  input: z.object({ network: idField }),
  about: ({ network }) => network,
  can: hasRole('admin'),
  async run(context: TunnelsContext, { network: id }) {
    const { bulk, clock } = context;
    if (!(await findNetwork(bulk, id))) return tunnelsProblems.raise('no-such-network');
    const { length: count } = await readDevices(bulk, { network: id });
    if (count > 0) tunnelsProblems.raise('network-in-use', { values: { count } });
    await bulk.write([
      { op: 'delete', in: 'networks', where: { id } },
      changeOp('tunnels.changed', id, {}, clock.now()),
    ]);
    return { isLowered: (await pushIfThere(context)) !== null };
  },
});
