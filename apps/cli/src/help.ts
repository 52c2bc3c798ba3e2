import type { Asked } from './arguments.ts';
import { type Command, commands } from './commands.ts';
import type { World } from './world.ts';

export async function help({ say, complain }: World, { words }: Asked): Promise<number> {
  const name = words.join(' ');
  const command = commands.find((one) => one.name === name);
  if (name && !command) {
    complain(`There is no command "${name}".`);
    return 2;
  }
  for (const line of command ? aboutOne(command) : aboutAll()) say(line);
  return 0;
}

function aboutAll(): string[] {
  const usage = commands.map((command) => [usageOf(command), command.says] as const);
  const width = Math.max(...usage.map(([left]) => left.length)) + 2;
  return [
    "Kontor: a small firm's office. npm run kontor -- COMMAND",
    '',
    ...usage.map(([left, says]) => `  ${left.padEnd(width)}${says}`),
    '',
    'Settings are in .env.example. --demo means the folder of "npm run demo".',
  ];
}

function aboutOne(command: Command): string[] {
  const flags = Object.entries(command.flags).map(([name, says]) => `  ${name}  ${says}`);
  return [`npm run kontor -- ${usageOf(command)}`, '', `  ${command.says}`, ...flags];
}

const usageOf = ({ name, takes }: Command): string => (takes ? `${name} ${takes}` : name);
