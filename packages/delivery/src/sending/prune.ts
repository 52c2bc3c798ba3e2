import type { Op } from '@kontor/data';
import type { SendingContext } from './context.ts';

const kept = 30 * 24 * 60 * 60 * 1000;
const batch = 500;

/** Forgets what was done with a month ago. What still waits, because nobody sent for so long, is not done with. */
export async function pruneSending({ bulk, clock }: Pick<SendingContext, 'bulk' | 'clock'>): Promise<void> {
  const at = { lt: clock.now() - kept };
  const waiting = await bulk.find('outgoing', { state: 'waiting', at }, { select: ['dispatch'] });
  const needed = new Set(waiting.map(({ dispatch }) => String(dispatch)));
  const old = await bulk.find('dispatches', { state: { in: ['going', 'back'] }, at }, { select: ['state'] });
  const ids = old.map(({ id }) => id).filter((id) => !needed.has(id));
  await bulk.write([
    { op: 'delete', in: 'outgoing', where: { state: 'done', at } },
    ...batches(ids).map((some): Op => ({ op: 'delete', in: 'dispatches', where: { id: { in: some } } })),
    { op: 'delete', in: 'sink', where: { keptAt: { lt: new Date(at.lt).toISOString() } } },
  ]);
}

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch));

/** Which of these blobs are still to be sent: their copy in Sent may have been deleted. */
export async function blobsToSend(
  { bulk }: Pick<SendingContext, 'bulk'>,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await bulk.find('dispatches', { blob: { in: hashes } }, { select: ['blob'] });
  return new Set(rows.map(({ blob }) => String(blob)));
}
