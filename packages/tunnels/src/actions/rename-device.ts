import { action } from '@kontor/core';
import { z } from 'zod';
import type { TunnelsContext } from '#context.ts';
import { idField, nameField } from '#fields.ts';
import { ownOrAdmin, presentDevice } from './own-device.ts';

export const renameDevice = action({
  name: 'tunnels.rename-device',
  input: z.object({ device: idField, name: nameField }),
  about: ({ device }) => device,
  can: ownOrAdmin,
  async run(context: TunnelsContext, { device, name }) {
    await presentDevice(context, device);
    await context.bulk.write([
      { op: 'update', in: 'devices', where: { id: device, revokedAt: null }, set: { name } },
    ]);
  },
});
