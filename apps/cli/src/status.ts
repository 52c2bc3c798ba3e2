import { houseParts } from '#start/house-parts.ts';
import type { Asked } from './arguments.ts';
import { cliProblems } from './problems.ts';
import { holderOf } from './supervise/lock.ts';
import { answers, placeOf } from './supervise/probe.ts';
import { openHouse, type World } from './world.ts';

/** Exit code 0 when every part answers. */
export async function status(world: World, { flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  const { config } = house;
  const holder = holderOf(config);
  if (!holder) return cliProblems.raise('not-running', { values: { dir: config.dataDir } });
  house.say(`Kontor runs on ${config.dataDir} (process ${holder.pid}).`);
  const parts = houseParts(house);
  const good = await Promise.all(parts.map(({ probe }) => answers(probe)));
  for (const [at, { name, probe }] of parts.entries()) {
    house.say(`  ${name.padEnd(8)}${good[at] ? 'answers' : 'does not answer'} on ${placeOf(probe)}`);
  }
  return good.every(Boolean) ? 0 : 1;
}
