// Measures what is built and prints it beside its goal. Ratios are against peers measured in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { demoFigures } from './measure-demo.ts';
import { houseFigures } from './measure-house.ts';
import { queueFigures } from './measure-queue.ts';
import { searchFigures } from './measure-search.ts';
import { smtpFigures } from './measure-smtp.ts';

const measures = {
  house: houseFigures,
  smtp: smtpFigures,
  queue: queueFigures,
  search: searchFigures,
  demo: demoFigures,
};
const unknown = process.argv.slice(2).filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}.`,
  );
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'kontor-bench-'));
const wanted = process.argv.slice(2);
let failed = false;
console.log(`${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length === 0 || wanted.includes(name)) await print(name, measure);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function print(name: string, measure: (folder: string) => Promise<Figure[]>): Promise<void> {
  try {
    for (const { name: what, value, goal } of await measure(folder)) {
      const aim = goal ? `goal ${goal.says}: ${goal.met ? 'met' : 'NOT MET'}` : '';
      console.log(`${what.padEnd(38)} ${value.padEnd(42)} ${aim}`.trimEnd());
    }
  } catch (error) {
    failed = true;
    console.log(`${name}: could not be measured: ${(error as Error).message}`);
  }
}
