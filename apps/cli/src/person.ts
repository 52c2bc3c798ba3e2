import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { openHouse, requireData, type World } from './world.ts';

const emailOf = ({ words }: Asked): string => (words[0] ?? '').trim().toLowerCase();

function houseOf(world: World, { flags }: Asked) {
  const house = openHouse(world, { demo: flags.has('--demo') });
  requireData(house);
  return house;
}

/** A person joins, with login and mailbox. The password is random and printed once; it is in no argument and no log. */
export async function personAdd(world: World, asked: Asked): Promise<number> {
  const house = houseOf(world, asked);
  const email = emailOf(asked);
  const { password } = await askOffice(house, 'addPerson', { email, name: asked.words[1] ?? '' });
  house.say(`${email} has joined. Their password, shown only now:\n  ${password}`);
  house.say('They can choose another one once they are signed in.');
  return 0;
}

/** Shuts a person out at once, and says of each door that it was found shut. */
export async function personDisable(world: World, asked: Asked): Promise<number> {
  const house = houseOf(world, asked);
  const { receipt } = await askOffice(house, 'disablePerson', { email: emailOf(asked) });
  for (const { door, shut } of receipt) house.say(`${door}: ${shut ? 'shut' : 'NOT SHUT'}`);
  return receipt.every(({ shut }) => shut) ? 0 : 1;
}

export async function personEnable(world: World, asked: Asked): Promise<number> {
  const house = houseOf(world, asked);
  await askOffice(house, 'enablePerson', { email: emailOf(asked) });
  house.say(`${emailOf(asked)} may sign in again.`);
  return 0;
}

export async function personRole(world: World, asked: Asked): Promise<number> {
  const house = houseOf(world, asked);
  const role = (asked.words[1] ?? '').toLowerCase();
  await askOffice(house, 'setRole', { email: emailOf(asked), role });
  house.say(`${emailOf(asked)} is ${role} now.`);
  return 0;
}
