import { changeOp, type Op } from '@kontor/data';
import type { TunnelsContext } from './context.ts';
import { isWithout, pushIfThere } from './push-state.ts';
import { keysOf, readDevices } from './rows.ts';

type DoorContext = Pick<TunnelsContext, 'bulk' | 'clock' | 'changes' | 'vpn' | 'whoIs'>;

/** The place and the slot are free again; the key never is. */
export const revokeOp = (device: string, now: number): Op => ({
  op: 'update',
  in: 'devices',
  where: { id: device, revokedAt: null },
  set: { revokedAt: now, slot: `revoked.${device}`, place: `revoked.${device}` },
});

/** For who is let go: every device in one step, and only what the service itself reports counts as shut. */
export function tunnelsDoor(context: () => DoorContext) {
  return {
    name: 'tunnels',
    async close(person: string): Promise<void> {
      const { bulk, clock } = context();
      const devices = await readDevices(bulk, { person });
      if (devices.length > 0) {
        const now = clock.now();
        const revoked = devices.map(({ id }) => revokeOp(id, now));
        await bulk.write([...revoked, changeOp('tunnels.changed', person, {}, now)]);
      }
      if ((await keysOf(bulk, person)).length > 0) await pushIfThere(context());
    },
    async probe(person: string): Promise<boolean> {
      const { bulk, vpn } = context();
      const keys = new Set(await keysOf(bulk, person));
      if (keys.size === 0) return true;
      if ((await readDevices(bulk, { person })).length > 0) return false;
      return isWithout(await vpn.look().catch(() => null), keys);
    },
  };
}
