import type { Person } from '@kontor/people';

type Who = (token: string) => Promise<Person | null>;

/** The office that is open hangs its answer on the process: to open one here would put all of Payload into it once more. */
const process_ = globalThis as { kontorWho?: Who };

export function tellWhoCalls(who: Who): void {
  process_.kontorWho = who;
}

/** Who stands behind a session's token, asked of the database; null for a stranger. */
export const whoCalls = async (token: string | null): Promise<Person | null> =>
  token ? ((await process_.kontorWho?.(token)) ?? null) : null;
