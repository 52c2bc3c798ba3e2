import { loadConfig } from '@kontor/config';
import { Problem } from '@kontor/core';
import { migrate } from '@kontor/suite';
import { laterMigrations } from './later-version.ts';

/** The upgrade to a later version in a process of its own, which dies at the step named, or after so many milliseconds. */
const [until = ''] = process.argv.slice(2);
const die = (): void => void process.kill(process.pid, 'SIGKILL');
if (/^\d+$/.test(until)) setTimeout(die, Number(until));
const onStep = (step: string): void => {
  if (step === until) die();
};
try {
  await migrate(loadConfig(process.env), { migrations: laterMigrations, onStep });
} catch (error) {
  process.stdout.write(JSON.stringify(error instanceof Problem ? error.toJSON() : String(error)));
  process.exitCode = 1;
}
