import { changeOp, type Op } from '@kontor/data';
import type { InquiryContext } from './context.ts';

/** A mail that goes out, or did not get through. */
interface Answer {
  /** Message-IDs the mail answers, without brackets: In-Reply-To and References (RFC 5322 §3.6.4). */
  references: readonly string[];
  /** Id of who wrote it. */
  person: string;
  /** The addresses it goes to, or does not reach. */
  recipients: readonly string[];
}

type Context = Pick<InquiryContext, 'bulk' | 'clock'>;

const ofInquiry = /^([\w-]{16,64})@[^<>@]+$/;
const mostRead = 100;

/**
 * A mail goes out to whoever asked: the questions it answers are answered, and theirs who wrote it. Asking a colleague
 * answers nobody. Writing it twice changes nothing.
 */
export async function answerOps(context: Context, answer: Answer): Promise<Op[]> {
  const ids = await askedBy(context, answer, { state: 'open' });
  const set = { state: 'answered', owner: answer.person, answeredAt: context.clock.now() };
  return changed(context, ids, { state: 'open' }, set);
}

/** The answer did not reach whoever asked: they still wait, and it is still theirs who wrote it. */
export async function undeliveredOps(context: Context, answer: Answer): Promise<Op[]> {
  const where = { state: 'answered', owner: answer.person };
  return changed(context, await askedBy(context, answer, where), where, { state: 'open', answeredAt: null });
}

async function askedBy(
  { bulk }: Context,
  { references, recipients }: Answer,
  where: Record<string, string>,
): Promise<string[]> {
  const ids = references.slice(-mostRead).flatMap((id) => ofInquiry.exec(id)?.[1] ?? []);
  if (ids.length === 0) return [];
  const reached = new Set(recipients.map((address) => address.toLowerCase()));
  const rows = await bulk.find('inquiries', { ...where, id: { in: ids } }, { select: ['email'] });
  return rows.filter((row) => reached.has(String(row['email']).toLowerCase())).map(({ id }) => id);
}

const changed = ({ clock }: Context, ids: string[], where: Record<string, string>, set: object): Op[] =>
  ids.flatMap((id): Op[] => [
    { op: 'update', in: 'inquiries', where: { ...where, id }, set: { ...set } },
    changeOp('inquiry.changed', id, {}, clock.now()),
  ]);
