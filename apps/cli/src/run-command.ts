import { exitCode, Problem } from '@kontor/core';
import { type Asked, parseArguments } from './arguments.ts';
import type { CommandName } from './commands.ts';
import { cliProblems } from './problems.ts';
import { openHouse, type World } from './world.ts';

/** Resolves to the exit code. */
type Run = (world: World, asked: Asked) => Promise<number>;

const startIt = async () => (await import('./start/start.ts')).start;

/** Each command's code is loaded when it is asked for: what runs for weeks carries nothing of the others. */
const runs: Record<CommandName, () => Promise<Run>> = {
  start: async () => {
    const start = await startIt();
    return (world) => start(world);
  },
  demo: async () => {
    const start = await startIt();
    return (world, { flags }) => start(world, { demo: true, fresh: flags.has('--fresh') });
  },
  dev: async () => {
    const start = await startIt();
    return (world, { flags }) => start(world, { demo: flags.has('--demo'), source: true });
  },
  status: async () => (await import('./status.ts')).status,
  doctor: async () => (await import('./doctor/doctor.ts')).doctor,
  'setup-link': async () => (await import('./setup-link.ts')).setupLink,
  'person add': async () => (await import('./person.ts')).personAdd,
  'person disable': async () => (await import('./person.ts')).personDisable,
  'person enable': async () => (await import('./person.ts')).personEnable,
  'person role': async () => (await import('./person.ts')).personRole,
  'person password': async () => (await import('./person-password.ts')).personPassword,
  'send-test-mail': async () => (await import('./send-test-mail.ts')).sendTestMail,
  migrate: async () => (await import('./migrate.ts')).migrateData,
  'search rebuild': async () => (await import('./search-rebuild.ts')).searchRebuild,
  help: async () => (await import('./help.ts')).help,
};

const misused = 2;

/** Runs one command line; resolves to the exit code. A failure is one plain sentence and what to do about it. */
export async function runCommand(line: readonly string[], world: World): Promise<number> {
  const parsed = parseArguments(line);
  if (!parsed.ok) {
    world.complain(`${parsed.says}\n${parsed.hint}`);
    return misused;
  }
  try {
    const run = await runs[parsed.asked.command.name]();
    return await run(world, parsed.asked);
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfSystem(error, world, parsed.asked);
    world.complain(`${problem.title}\n${problem.hint}`);
    for (const [field, says] of Object.entries(problem.fields ?? {})) world.complain(`  ${field}: ${says}`);
    return exitCode(problem.kind);
  }
}

/** What the operating system refused, in words; anything else is a bug and is thrown. */
function problemOfSystem(error: unknown, world: World, { command, flags }: Asked): Problem {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const demo = command.name === 'demo' || flags.has('--demo');
  const dir = (): string => openHouse(world, { demo }).config.dataDir;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return cliProblems.make('disk-full', { values: { dir: dir() } });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return cliProblems.make('folder-forbidden', { values: { dir: dir() } });
  if (syscall === 'mkdir' && (code === 'ENOTDIR' || code === 'EEXIST'))
    return cliProblems.make('no-folder', { values: { dir: dir() } });
  throw error;
}
