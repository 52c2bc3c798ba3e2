import type { Asked } from './arguments.ts';
import { migrateStopped } from './migrate-stopped.ts';
import { openHouse, type World } from './world.ts';

/** Migrates while no part runs. */
export async function migrateData(world: World, { flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  const ran = await migrateStopped(house);
  house.say(ran.length > 0 ? `Ran: ${ran.join(', ')}` : 'Nothing to do: the database is up to date.');
  return 0;
}
