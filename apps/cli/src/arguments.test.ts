import { describe, expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';
import { commands } from './commands.ts';

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean));
const refused = (line: string) => {
  const parsed = parse(line);
  if (parsed.ok) throw new Error(`"${line}" was understood`);
  return `${parsed.says} ${parsed.hint}`;
};

describe('what is understood', () => {
  test.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
    const words = Array.from({ length: command.least }, () => 'word');
    expect(parse([name, ...words].join(' '))).toMatchObject({ ok: true, asked: { command, words } });
  });

  test('a flag, before or after a word', () => {
    const flags = new Set(['--demo']);
    expect(parse('person password a@b.test --demo')).toMatchObject({ asked: { words: ['a@b.test'], flags } });
    expect(parse('person password --demo a@b.test')).toMatchObject({ asked: { words: ['a@b.test'], flags } });
  });

  test('nothing at all, --help and -h are help', () => {
    for (const line of ['', '--help', '-h', 'help'])
      expect(parse(line)).toMatchObject({ asked: { command: { name: 'help' } } });
  });

  test('--help after a command is help on it', () => {
    expect(parse('person password --help')).toMatchObject({
      asked: { command: { name: 'help' }, words: ['person password'] },
    });
  });
});

describe('what is not, with what would be', () => {
  test('an unknown command', () => {
    expect(refused('strat')).toContain('no command "strat"');
    expect(refused('strat')).toContain('start, demo');
  });
  test('half a command', () => expect(refused('person')).toContain('person password'));
  test('an unknown flag', () => {
    expect(refused('demo --frsh')).toContain('"demo" knows no --frsh');
    expect(refused('demo --frsh')).toContain('demo [--fresh]');
  });
  test('a value for a flag', () => expect(refused('demo --fresh=yes')).toContain('knows no --fresh=yes'));
  test('a word too many', () => expect(refused('start now')).toContain('"now" is too much'));
  test('a word too few', () => expect(refused('person password')).toContain('wants NAME@DOMAIN'));
});
