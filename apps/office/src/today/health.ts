import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface Health {
  /** When `doctor` looked, in milliseconds since 1970; null when nobody has lately. */
  at: number | null;
  wrong: Wrong[];
}

/** Something that does not work: a problem's code and values, and what the terminal says of it. */
export type Wrong = Omit<z.output<typeof finding>, 'state'>;

/** As the start command writes it (apps/cli, keep-health.ts). */
const finding = z.object({
  state: z.string(),
  says: z.string(),
  hint: z.string().default(''),
  code: z.string().default(''),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
const report = z.object({ at: z.number(), findings: z.array(finding) });
const stale = 60 * 60 * 1000;

/** What the start command's last look at this host found; a part cannot see the host as it can. */
export async function readHealth(file: string, now: number): Promise<Health> {
  try {
    const { at, findings } = report.parse(JSON.parse(await readFile(file, 'utf8')));
    if (now - at > stale) return { at: null, wrong: [] };
    const wrong = findings.filter(({ state }) => state === 'bad');
    return { at, wrong: wrong.map(({ state: _bad, ...rest }) => rest) };
  } catch {
    return { at: null, wrong: [] };
  }
}
