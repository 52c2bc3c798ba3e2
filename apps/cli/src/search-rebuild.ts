import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { openHouse, requireData, type World } from './world.ts';

/** Makes the index of search anew beside the old one, which answers until it is swapped. Kontor may run, and must for its own Meilisearch. */
export async function searchRebuild(world: World, { flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  requireData(house);
  const onProgress = (line: string): void => house.say(line);
  const { records, documents } = await askOffice(house, 'rebuildSearch', {}, { onProgress });
  house.say(`The index is new: ${records} records in ${documents} passages.`);
  return 0;
}
