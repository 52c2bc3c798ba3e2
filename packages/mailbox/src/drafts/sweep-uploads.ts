import type { Row } from '@kontor/data';
import type { MailContext } from '#context.ts';

const page = 500;

/**
 * Takes the files off drafts that are sent or thrown away, if they were added before then (ms): for a day they come back
 * with the draft, then they are gone.
 */
export async function sweepUploads(
  { bulk, clock }: Pick<MailContext, 'bulk' | 'clock'>,
  before: number,
): Promise<void> {
  await bulk.write([{ op: 'delete', in: 'uploads', where: { removedAt: { lt: before } } }]);
  const mark = (rows: readonly Row[], removedAt: number | null) =>
    bulk.write([
      { op: 'update', in: 'uploads', where: { id: { in: rows.map(({ id }) => id) } }, set: { removedAt } },
    ]);
  for (let after = ''; ; ) {
    const where = { removedAt: null, at: { lt: before }, id: { gt: after } };
    const rows = await bulk.find('uploads', where, { sort: 'id', limit: page, select: ['draft'] });
    const orphans = await withoutDraft(bulk, rows);
    if (orphans.length > 0) {
      await mark(orphans, clock.now());
      // A draft that came back in between, because its sending was undone, keeps them.
      const still = new Set((await withoutDraft(bulk, orphans)).map(({ id }) => id));
      const back = orphans.filter(({ id }) => !still.has(id));
      if (back.length > 0) await mark(back, null);
    }
    if (rows.length < page) return;
    after = rows.at(-1)?.id ?? '';
  }
}

async function withoutDraft(bulk: MailContext['bulk'], uploads: readonly Row[]): Promise<Row[]> {
  const ids = [...new Set(uploads.map((row) => String(row['draft'])))];
  const there = new Set(
    (await bulk.find('drafts', { id: { in: ids } }, { select: ['id'] })).map(({ id }) => id),
  );
  return uploads.filter((row) => !there.has(String(row['draft'])));
}
