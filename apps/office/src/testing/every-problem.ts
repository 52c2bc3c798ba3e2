import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProblemCatalogue, ProblemEntry } from '@kontor/core';

const root = join(import.meta.dirname, '../../../..');
const makesProblems = /= problems\(\s*'/;

/** What the office may have to say: the packages' problems, and what the start command's look at the host finds. */
const sources = ['packages/*/src/**/*.ts', 'apps/cli/src/doctor/*.ts'];

/** Every catalogue there by looking for it, so that none has to be named: its entries by their codes. */
export async function everyProblem(): Promise<[code: string, entry: ProblemEntry][]> {
  const files = globSync(sources, { cwd: root }).filter(
    (path) => !/\.test\.ts$/.test(path) && makesProblems.test(readFileSync(join(root, path), 'utf8')),
  );
  const modules = await Promise.all(files.map((path) => import(join(root, path)) as Promise<object>));
  const catalogues = modules.flatMap((module) => Object.values(module).filter(isCatalogue));
  return catalogues.flatMap(({ entries, make }) =>
    Object.entries(entries).map(([name, entry]): [string, ProblemEntry] => [make(name).code, entry]),
  );
}

const isCatalogue = (value: unknown): value is ProblemCatalogue<string> =>
  typeof value === 'object' && value !== null && 'entries' in value && 'raise' in value;
