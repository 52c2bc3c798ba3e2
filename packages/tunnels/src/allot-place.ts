import { changeOp, dataProblems, type Row } from '@kontor/data';
import { roomFor } from './addresses.ts';
import type { TunnelsContext } from './context.ts';
import { tunnelsProblems } from './problems.ts';
import { type Network, readDevices } from './rows.ts';

/** Devices one person may have. */
export const devicesEach = 10;

type NewDevice = { id: string; person: string; name: string; publicKey: string };

/**
 * Writes the device with an address nobody else has and one of its person's places. Both are unique in the database: of
 * two who want the same at once one is refused and looks again.
 */
export async function allotPlace(
  { bulk, clock }: Pick<TunnelsContext, 'bulk' | 'clock'>,
  network: Network,
  device: NewDevice,
): Promise<{ number: number }> {
  // Whoever is refused has seen somebody else come in, so this ends.
  for (let tries = 0; tries < 200; tries += 1) {
    const number = await freeNumber({ bulk }, network);
    const place = await freePlace({ bulk }, device.person);
    const now = clock.now();
    const row: Row = {
      ...device,
      network: network.id,
      number,
      place,
      slot: `${network.id}.${number}`,
      createdAt: now,
    };
    try {
      await bulk.write([
        { op: 'insert', into: 'devices', rows: [{ ...row, revokedAt: null }] },
        changeOp('tunnels.changed', device.id, {}, now),
      ]);
      return { number };
    } catch (error) {
      if (!dataProblems.is(error, 'already-there')) throw error;
      if ((await bulk.count('devices', { publicKey: device.publicKey })) > 0)
        tunnelsProblems.raise('key-taken');
    }
  }
  throw new Error('no address could be had in 200 tries');
}

/** Behind the highest that ever was, so that an address does not soon belong to another; the gaps when that is the end. */
async function freeNumber({ bulk }: Pick<TunnelsContext, 'bulk'>, { id, subnets }: Network): Promise<number> {
  const [highest] = await bulk.find(
    'devices',
    { network: id },
    { sort: '-number', limit: 1, select: ['number'] },
  );
  const next = Number(highest?.['number'] ?? 0) + 1;
  const room = roomFor(subnets);
  if (next <= room) return next;
  const taken = new Set((await readDevices(bulk, { network: id })).map(({ number }) => number));
  for (let number = 1; number <= room; number += 1) if (!taken.has(number)) return number;
  return tunnelsProblems.raise('network-full');
}

async function freePlace({ bulk }: Pick<TunnelsContext, 'bulk'>, person: string): Promise<string> {
  const taken = new Set((await readDevices(bulk, { person })).map(({ place }) => place));
  const places = Array.from({ length: devicesEach }, (_, index) => `${person}.${index}`);
  return (
    places.find((place) => !taken.has(place)) ??
    tunnelsProblems.raise('too-many-devices', { values: { count: devicesEach } })
  );
}
