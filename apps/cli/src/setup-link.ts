import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { migrateStopped } from './migrate-stopped.ts';
import { holderOf } from './supervise/lock.ts';
import { openHouse, type World } from './world.ts';

/** Prints a new one-time link; the one before stops working. */
export async function setupLink(world: World, { flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  // Before the first start there is nothing a token could be kept in; a Kontor that runs has migrated.
  if (!holderOf(house.config)) await migrateStopped(house);
  const { token } = await askOffice(house, 'setupToken', {});
  house.say(
    `Open this link; it works once, within 24 hours:\n${house.config.officeUrl}/setup?token=${token}`,
  );
  return 0;
}
