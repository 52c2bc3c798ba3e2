import type { SendingContext } from './context.ts';
import { sendingProblems } from './problems.ts';

/** More than anybody writes by hand; a stolen password would write to thousands, and the firm's name would suffer for it. */
const mostPerHour = 500;
const hour = 60 * 60 * 1000;

/** Throws mail.too-fast when a person would write to more addresses within an hour. */
export async function brake(
  { bulk, clock }: Pick<SendingContext, 'bulk' | 'clock'>,
  person: string,
  recipients = 0,
): Promise<void> {
  const where = { person, at: { gte: clock.now() - hour }, state: { not: 'back' } };
  const sent = await bulk.find('dispatches', where, { select: ['recipients'] });
  const before = sent.reduce((sum, row) => sum + (row['recipients'] as string[]).length, 0);
  if (before + recipients > mostPerHour) sendingProblems.raise('too-fast', { values: { most: mostPerHour } });
}
