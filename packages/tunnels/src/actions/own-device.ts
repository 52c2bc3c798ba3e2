import { type Caller, hasRole } from '@kontor/core';
import type { TunnelsContext } from '#context.ts';
import { tunnelsProblems } from '#problems.ts';
import { type Device, findDevice } from '#rows.ts';

/** One's own devices; an admin everybody's. */
export async function ownOrAdmin(
  caller: Caller,
  { device: id }: { device: string },
  { bulk }: TunnelsContext,
): Promise<boolean> {
  if (!caller.person) return false;
  if (hasRole('admin')(caller)) return true;
  return (await findDevice(bulk, id))?.person === caller.person.id;
}

/** One that is in use. */
export async function presentDevice({ bulk }: Pick<TunnelsContext, 'bulk'>, id: string): Promise<Device> {
  const device = await findDevice(bulk, id);
  return device && device.revokedAt === null ? device : tunnelsProblems.raise('no-such-device');
}
