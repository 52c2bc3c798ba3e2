import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { readMarker } from './demo/marker.ts';
import { rememberDemoPassword } from './demo/passwords.ts';
import { openHouse, requireData, type World } from './world.ts';

/** Prints a new random password, once; it is in no argument and no log. */
export async function personPassword(world: World, { words, flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  requireData(house);
  const email = (words[0] ?? '').trim().toLowerCase();
  const { password } = await askOffice(house, 'renewPassword', { email });
  if (readMarker(house.config)) rememberDemoPassword(house.config, email, password);
  house.say(`The new password of ${email}, shown only now:\n  ${password}`);
  house.say('All their sessions have ended. They can choose another password once they are signed in.');
  return 0;
}
