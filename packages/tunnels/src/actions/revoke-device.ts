import { action } from '@kontor/core';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import type { TunnelsContext } from '#context.ts';
import { revokeOp } from '#door.ts';
import { idField } from '#fields.ts';
import { isWithout, pushIfThere } from '#push-state.ts';
import { ownOrAdmin, presentDevice } from './own-device.ts';

/** Cuts a device off, for good. `isCut` is false while its peer may still be there: it is tried again until it is gone. */
export const revokeDevice = action({
  name: 'tunnels.revoke-device',
  input: z.object({ device: idField }),
  about: ({ device }) => device,
  can: ownOrAdmin,
  async run(context: TunnelsContext, { device }) {
    const { bulk, clock } = context;
    const { publicKey } = await presentDevice(context, device);
    await bulk.write([revokeOp(device, clock.now()), changeOp('tunnels.changed', device, {}, clock.now())]);
    return { isCut: isWithout(await pushIfThere(context), new Set([publicKey])) };
  },
});
