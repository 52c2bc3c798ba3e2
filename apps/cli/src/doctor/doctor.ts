import { Problem } from '@kontor/core';
import type { Asked } from '#arguments.ts';
import { houseParts } from '#start/house-parts.ts';
import { holderOf } from '#supervise/lock.ts';
import { type House, openHouse, type World } from '#world.ts';
import { type Finding, failed, good, note } from './finding.ts';
import { lookAtDatabase } from './look-at-database.ts';
import { lookAtDkim } from './look-at-dkim.ts';
import { lookAtDns } from './look-at-dns.ts';
import { lookAtDisk, lookAtMemory, lookAtRuntime, type Machine, thisMachine } from './look-at-machine.ts';
import { lookAtParts, lookAtPorts } from './look-at-ports.ts';
import { lookAtSearch } from './look-at-search.ts';
import { lookAtTls } from './look-at-tls.ts';
import { lookAtTunnels } from './look-at-tunnels.ts';

/** Says what works on this host and what does not. Exit code 1 when something does not. */
export async function doctor(world: World, { flags }: Asked, machine = thisMachine): Promise<number> {
  const findings = await examine(world, flags.has('--demo'), machine);
  const marks = { good: 'ok  ', bad: 'BAD ', note: 'note' };
  const width = Math.max(...findings.map(({ subject }) => subject.length)) + 2;
  for (const { subject, state, says, hint } of findings) {
    world.say(`  ${marks[state]}  ${subject.padEnd(width)}${says}`);
    if (hint) world.say(`${' '.repeat(8 + width)}${hint}`);
  }
  const count = findings.filter(({ state }) => state === 'bad').length;
  world.say(count === 0 ? 'All that is needed works.' : `Does not work: ${count}. Each says what to do.`);
  return count === 0 ? 0 : 1;
}

async function examine(world: World, demo: boolean, machine: Machine): Promise<Finding[]> {
  try {
    return await examineHouse(openHouse(world, { demo }), machine);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [lookAtRuntime(machine), lookAtMemory(machine), failed('Settings', error)];
  }
}

async function examineHouse(house: House, machine: Machine): Promise<Finding[]> {
  const { config } = house;
  const holder = holderOf(config);
  const rooms = holder ? await lookAtParts(houseParts(house)) : await lookAtPorts(house);
  return lookAround(house, machine, [...rooms, await lookAtDatabase(house)]);
}

/** The same look at a house that runs: its parts answer only while the database does. */
export const examineRunning = async (house: House, machine = thisMachine): Promise<Finding[]> =>
  lookAround(house, machine, await lookAtParts(houseParts(house)));

async function lookAround(house: House, machine: Machine, inside: Finding[]): Promise<Finding[]> {
  const { config } = house;
  return [
    lookAtRuntime(machine),
    lookAtMemory(machine),
    good('Settings', `data in ${config.dataDir}`),
    lookAtDisk(machine, config.dataDir),
    ...inside,
    lookAtTls(config, Date.now()),
    config.demo ? note('DNS', "the demo's mail asks its own and no other") : await lookAtDns(config.dns),
    ...(config.demo ? [] : [lookAtDkim(config)]),
    await lookAtSearch(house, holderOf(config) !== null),
    ...(await lookAtTunnels(config, holderOf(config) !== null)),
  ];
}
