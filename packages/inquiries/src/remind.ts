import type { Row } from '@kontor/data';
import { answerable, type Colleague } from './answerable.ts';
import type { InquiryContext } from './context.ts';
import { reminderMessage } from './reminder.ts';
import { oneWorkingDayAfter, type WorkingTime } from './working-time.ts';

const atOnce = 200;

export type ReminderContext = InquiryContext & { officeUrl: string };

/**
 * Tells by mail whoever has to see to a question that has waited for a working day: each person once for each question,
 * however many processes look and wherever one dies, because the mailbox files a key once. Resolves with how many were
 * told.
 */
export async function remindOverdue(context: ReminderContext): Promise<number> {
  await giveDueTimes(context);
  let told = 0;
  for (let after = ''; ; ) {
    const overdue = { state: 'open', dueAt: { lte: context.clock.now() }, id: { gt: after } };
    const rows = await context.bulk.find('inquiries', overdue, { sort: 'id', limit: atOnce });
    // Most looks find nothing, and ask no more than that.
    if (rows.length === 0) return told;
    const [colleagues, working] = await Promise.all([context.colleagues(), context.workingTime()]);
    for (const row of rows) told += await remindOf(context, row, colleagues, working);
    after = rows.at(-1)?.id ?? '';
  }
}

async function remindOf(
  context: ReminderContext,
  row: Row,
  colleagues: readonly Colleague[],
  { timeZone }: WorkingTime,
): Promise<number> {
  const reminded = (row['reminded'] ?? []) as string[];
  const owner = colleagues.find(({ id }) => id === row['owner']) ?? null;
  const missing = answerable(owner?.id ?? null, colleagues).filter(({ id }) => !reminded.includes(id));
  if (missing.length === 0) return 0;
  const firm = await context.firm();
  const at = context.clock.now();
  const asked = { id: row.id, name: String(row['name']), text: String(row['text']) };
  for (const one of missing) {
    const whose = owner && { name: owner.name, isReader: one === owner };
    const reminder = { ...asked, receivedAt: Number(row['receivedAt']), owner: whose };
    const raw = await reminderMessage(reminder, one, { firm, officeUrl: context.officeUrl, timeZone, at });
    const from = `hello@${firm.domain}`;
    await context.post({ raw, to: one.email, mailFrom: from, key: `reminder-${row.id}-${one.id}` });
  }
  const set = { reminded: [...reminded, ...missing.map(({ id }) => id)] };
  await context.bulk.write([{ op: 'update', in: 'inquiries', where: { id: row.id }, set }]);
  return missing.length;
}

/** Those that came before there was a due time get one. */
async function giveDueTimes({ bulk, workingTime }: InquiryContext): Promise<void> {
  const rows = await bulk.find('inquiries', { state: 'open', dueAt: null }, { limit: 1000 });
  if (rows.length === 0) return;
  const working = await workingTime();
  for (const { id, receivedAt } of rows) {
    const set = { dueAt: oneWorkingDayAfter(Number(receivedAt), working) };
    await bulk.write([{ op: 'update', in: 'inquiries', where: { id, dueAt: null }, set }]);
  }
}
