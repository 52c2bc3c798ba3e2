import { join } from 'node:path';
import { type Running, run } from './child.ts';
import { answers } from './ports.ts';

const main = join(import.meta.dirname, '../../apps/mail/dist/main.mjs');

/** Starts the built mail service, with the memory that the house gives it, and waits until its door answers. */
export async function startMailPart(env: Readonly<Record<string, string>>): Promise<Running> {
  const part = run(process.execPath, ['--max-semi-space-size=4', main], env);
  try {
    await answers(Number(env['KONTOR_SMTP_PORT']));
    return part;
  } catch (error) {
    await part.stop();
    throw new Error(`${(error as Error).message}\n${part.lastWords()}`);
  }
}
