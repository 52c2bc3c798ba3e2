import { type Command, commands } from './commands.ts';

export interface Asked {
  command: Command;
  /** What follows the command's name and is no flag. */
  words: string[];
  flags: ReadonlySet<string>;
}

export type Parsed = { ok: true; asked: Asked } | { ok: false; says: string; hint: string };

const forHelp = 'See "npm run kontor -- help".';

/** Reads a command line. `--help` after anything asks for that command's help. */
export function parseArguments(line: readonly string[]): Parsed {
  if (line.length === 0) return parseArguments(['help']);
  const [first] = line;
  if (first === '--help' || first === '-h') return parseArguments(['help', ...line.slice(1)]);
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => line[at] === word));
  if (!command) return unknownCommand(line);
  const rest = line.slice(command.name.split(' ').length);
  const words: string[] = [];
  const flags = new Set<string>();
  for (const given of rest) {
    if (!given.startsWith('-')) {
      words.push(given);
      continue;
    }
    if (given === '--help' || given === '-h') return helpOn(command);
    if (given in command.flags) flags.add(given);
    else return wrong(command, `"${command.name}" knows no ${given}.`);
  }
  if (words.length < command.least) return wrong(command, `"${command.name}" wants ${command.takes}.`);
  if (words.length > command.most) return wrong(command, `"${words[command.most]}" is too much.`);
  return { ok: true, asked: { command, words, flags } };
}

function helpOn(command: Command): Parsed {
  const help = commands.find(({ name }) => name === 'help');
  if (!help) throw new Error('there is no help');
  return { ok: true, asked: { command: help, words: [command.name], flags: new Set() } };
}

function unknownCommand(line: readonly string[]): Parsed {
  const said = line.join(' ');
  const half = commands.filter(({ name }) => name.startsWith(`${line[0]} `)).map(({ name }) => name);
  if (half.length > 0) return { ok: false, says: `"${said}" is half a command.`, hint: `There is: ${half}.` };
  const names = commands.map(({ name }) => name);
  return {
    ok: false,
    says: `There is no command "${line[0]}".`,
    hint: `There are: ${names.join(', ')}. ${forHelp}`,
  };
}

function wrong(command: Command, says: string): Parsed {
  const flags = Object.keys(command.flags).map((name) => `[${name}]`);
  const takes = [command.takes, ...flags].filter(Boolean).join(' ');
  return { ok: false, says, hint: `It is: ${command.name}${takes ? ` ${takes}` : ''}. ${forHelp}` };
}
