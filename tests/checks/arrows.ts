// Runs dependency-cruiser with the rules of .dependency-cruiser.mjs. `checkArrows` is tested with planted imports.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { version as typescriptVersion } from 'typescript';
import { finish, root } from './tree.ts';

interface Cruise {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[];
  };
}

/** One line per forbidden import under the folders given; a cruise that saw nothing is itself a finding. */
export function checkArrows(folders: string[], cwd: string = root): string[] {
  // Under TypeScript 7 dependency-cruiser sees no modules and passes everything.
  if (!typescriptVersion.startsWith('6.'))
    return [`TypeScript ${typescriptVersion}: dependency-cruiser needs 6`];
  const { totalCruised, violations } = cruise(folders, cwd).summary;
  if (totalCruised === 0) return [`dependency-cruiser saw ${totalCruised} modules: it checked nothing`];
  return violations.map(
    ({ from, to, rule, cycle }) =>
      `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → ')}`,
  );
}

function cruise(folders: string[], cwd: string): Cruise {
  const args = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', ...folders];
  const answer = execFileSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  return JSON.parse(answer) as Cruise;
}

if (import.meta.main) finish(checkArrows(['apps', 'packages', 'tests']));
