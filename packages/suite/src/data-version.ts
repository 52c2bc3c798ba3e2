import { dataProblems } from '@kontor/data';
import type { Payload } from 'payload';
import { migrations as shipped } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** The migrations that a database still lacks. Throws data.newer-data when it has one that we do not know. */
export function pendingOf(ran: readonly string[], known: readonly Migration[] = shipped): Migration[] {
  const names = new Set(known.map(({ name }) => name));
  const newer = ran.find((name) => !names.has(name));
  if (newer !== undefined) dataProblems.raise('newer-data', { values: { migration: newer } });
  return known.filter(({ name }) => !ran.includes(name));
}

/** A part started on data of another version would misread it: it says so instead. */
export async function refuseOtherShape(payload: Payload): Promise<void> {
  const [missing] = pendingOf(await namesRun(payload));
  if (missing) dataProblems.raise('older-data', { values: { migration: missing.name } });
}

export const recordOfMigrations = 'payload-migrations';

export async function namesRun(payload: Payload): Promise<string[]> {
  try {
    const rows = await payload.db.find<{ name: string }>({
      collection: recordOfMigrations,
      pagination: false,
      limit: 0,
    });
    return rows.docs.map(({ name }) => name);
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

function isMissingTable(error: unknown): boolean {
  const { message = '', cause } = error as Error;
  return message.includes('no such table') || (cause !== undefined && isMissingTable(cause));
}
