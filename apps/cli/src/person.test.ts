import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '@kontor/log';
import { signIn } from '@kontor/people';
import { openOffice } from '@kontor/suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from './office-child/tasks.ts';
import { runCommand } from './run-command.ts';
import { openHouse, type World } from './world.ts';

const root = resolve(import.meta.dirname, '../../..');
const { prepareFirm } = (await import(join(root, 'tests/load/bench-firm.ts'))) as {
  prepareFirm(env: Record<string, string>): Promise<void>;
};

let said: string[];
const world: World = {
  environment: { PATH: process.env.PATH, KONTOR_DATA: mkdtempSync(join(tmpdir(), 'kontor-person-')) },
  root,
  officeChild: join(import.meta.dirname, 'office-child/main.ts'),
  say: (line) => void said.push(line),
  complain: (line) => void said.push(line),
};
const { config, settings } = openHouse(world);
const log = createLog({ part: 'test', destination: { write: () => undefined } });

/** The exit code and what was said. */
async function kontor(...line: string[]): Promise<[number, string]> {
  said = [];
  return [await runCommand(line, world), said.join('\n')];
}

async function enter(email: string, password: string): Promise<string> {
  const office = await openOffice(config, { log });
  const caller = { via: 'web', person: null, address: '127.0.0.1' } as const;
  const entering = signIn.perform(office, { email, password }, caller);
  const outcome = await entering.then(
    ({ person }) => `${person.name}, ${person.role}`,
    ({ code }) => code,
  );
  await office.close();
  return outcome;
}

beforeAll(() => prepareFirm(settings));
afterAll(() => rmSync(config.dataDir, { recursive: true, force: true }));

test('a person joins, gets a role, is let go and comes back, all at the terminal', async () => {
  const [code, words] = await kontor('person', 'add', 'Ada.Berg@y.test', 'Ada Berg');
  const password = /([a-z2-9]{4}-){3}[a-z2-9]{4}/.exec(words)?.[0] ?? '';
  expect([code, words]).toEqual([0, expect.stringContaining('ada.berg@y.test has joined')]);
  expect(await enter('ada.berg@y.test', password)).toBe('Ada Berg, staff');

  expect(await kontor('person', 'role', 'ada.berg@y.test', 'editor')).toEqual([
    0,
    'ada.berg@y.test is editor now.',
  ]);
  expect(await enter('ada.berg@y.test', password)).toBe('Ada Berg, editor');

  const [gone, receipt] = await kontor('person', 'disable', 'ada.berg@y.test');
  expect([gone, receipt]).toEqual([0, 'web sessions: shut\nwebsite: shut\ntunnels: shut']);
  expect(await enter('ada.berg@y.test', password)).toBe('people.wrong-password');

  expect((await kontor('person', 'enable', 'ada.berg@y.test'))[0]).toBe(0);
  expect(await enter('ada.berg@y.test', password)).toBe('Ada Berg, editor');
  expect(readFileSync(join(config.logsDir, 'kontor.log'), 'utf8')).not.toContain(password);
});

test.each([
  ['addPerson', { email: 'hello@y.test', name: 'Hello' }, 'The address hello@y.test is taken.'],
  ['addPerson', { email: 'ada@elsewhere.test', name: 'Ada' }, 'has an address at y.test'],
  ['addPerson', { email: 'ada', name: 'Ada' }, 'has an address at y.test'],
  ['addPerson', { email: 'a..b@y.test', name: 'Ada' }, 'Two dots in a row'],
  ['setRole', { email: 'grace@y.test', role: 'boss' }, 'Choose admin, editor or staff.'],
  ['setRole', { email: 'grace@y.test', role: 'staff' }, 'person role NAME@DOMAIN admin'],
  ['setRole', { email: 'nobody@y.test', role: 'staff' }, 'There is no such person.'],
  ['disablePerson', { email: 'nobody@y.test' }, 'There is no such person.'],
  ['disablePerson', { email: 'grace@y.test' }, 'This is the only admin.'],
] as const)('%s %j is refused in words: %s', async (task, input, why) => {
  const problem = await perform({ task, input }, { config, log, say: () => undefined }).catch(
    (raised) => raised,
  );
  expect(JSON.stringify(problem)).toContain(why);
});
