import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { takeLock } from './supervise/lock.ts';
import { openHouse, type World } from './world.ts';

/** Migrates while no part runs. */
export async function migrateData(world: World, { flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  const lock = takeLock(house.config);
  try {
    const { ran } = await askOffice(house, 'migrate', {});
    house.say(ran.length > 0 ? `Ran: ${ran.join(', ')}` : 'Nothing to do: the database is up to date.');
    return 0;
  } finally {
    lock.letGo();
  }
}
