import { createSessionStore } from '@kontor/auth';
import { newId } from '@kontor/core';
import { pruneSending } from '@kontor/delivery';
import type { Office } from './office.ts';

const day = 24 * 60 * 60 * 1000;
/** Live screens ask for everything anew when they come back, and the site's content is made anew after a gap. */
const keptChanges = 30 * day;

type Parts = Pick<Office, 'bulk' | 'changes' | 'claims' | 'clock' | 'throttle' | 'tokens'>;

/** Once a day, by one of all processes: forgets what has run out, which strangers could otherwise make grow without end. */
export async function tidyIfDue(office: Parts): Promise<{ changes: number } | null> {
  const { bulk, changes, claims, clock, throttle, tokens } = office;
  if (!(await claims.take('suite.tidy', newId(clock.now()), day))) return null;
  await throttle.prune();
  await tokens.prune();
  await pruneSending(office);
  await createSessionStore(bulk).removeExpired(clock.now());
  return { changes: await changes.prune(keptChanges) };
}
