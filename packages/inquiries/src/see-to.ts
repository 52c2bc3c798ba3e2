import { action, type Caller, hasRole, type Rule } from '@kontor/core';
import { changeOp, type Row } from '@kontor/data';
import { z } from 'zod';
import type { InquiryContext } from './context.ts';
import { inquiryProblems } from './problems.ts';

const inquiryField = z.string().regex(/^[\w-]{16,64}$/, 'Not a question’s number.');
/** Whoever works here answers the firm's mail. */
const staff: Rule<unknown, InquiryContext> = hasRole('admin', 'editor', 'staff');

/** The caller sees to it from now on, unless somebody else does already. */
export const takeInquiry = action({
  name: 'inquiries.take',
  input: z.object({ inquiry: inquiryField }),
  about: ({ inquiry }) => inquiry,
  can: staff,
  async run(context: InquiryContext, { inquiry }, caller) {
    const me = idOf(caller);
    if (await changeOpen(context, { id: inquiry, owner: null }, { owner: me })) return;
    const { owner } = await openInquiry(context, inquiry);
    if (owner === me) return;
    const colleague = (await context.colleagues()).find(({ id }) => id === owner);
    // Who has left, or is away, holds nothing.
    if (colleague && !colleague.disabled && !colleague.away)
      inquiryProblems.raise('taken-meanwhile', { values: { name: colleague.name } });
    await changeOpen(context, { id: inquiry, owner }, { owner: me });
  },
});

/** Hands it to a colleague. */
export const giveInquiry = action({
  name: 'inquiries.give',
  input: z.object({ inquiry: inquiryField, to: z.string().min(1).max(80) }),
  about: ({ inquiry }) => inquiry,
  can: staff,
  async run(context: InquiryContext, { inquiry, to }) {
    const colleague = (await context.colleagues()).find(({ id }) => id === to);
    if (!colleague || colleague.disabled) return inquiryProblems.raise('no-such-colleague');
    await openInquiry(context, inquiry);
    await changeOpen(context, { id: inquiry }, { owner: to });
  },
});

/** It needs no answer: done by telephone, or no question at all. */
export const closeInquiry = action({
  name: 'inquiries.close',
  input: z.object({ inquiry: inquiryField }),
  about: ({ inquiry }) => inquiry,
  can: staff,
  async run(context: InquiryContext, { inquiry }) {
    await openInquiry(context, inquiry);
    await changeOpen(context, { id: inquiry }, { state: 'closed' });
  },
});

/** Takes a closing back. */
export const reopenInquiry = action({
  name: 'inquiries.reopen',
  input: z.object({ inquiry: inquiryField }),
  about: ({ inquiry }) => inquiry,
  can: staff,
  async run({ bulk, clock }: InquiryContext, { inquiry }) {
    await bulk.write([
      { op: 'update', in: 'inquiries', where: { id: inquiry, state: 'closed' }, set: { state: 'open' } },
      changeOp('inquiry.changed', inquiry, {}, clock.now()),
    ]);
  },
});

/** The open question with this key. Throws inquiries.no-such-inquiry or .no-open-question. */
async function openInquiry({ bulk }: InquiryContext, id: string): Promise<{ owner: string | null }> {
  const [row] = await bulk.find('inquiries', { id }, { limit: 1, select: ['state', 'owner'] });
  if (!row) return inquiryProblems.raise('no-such-inquiry');
  if (row['state'] !== 'open') return inquiryProblems.raise('no-open-question');
  return { owner: (row['owner'] as string | null | undefined) ?? null };
}

async function changeOpen(
  { bulk, clock }: InquiryContext,
  where: Pick<Row, 'id'> & { owner?: string | null },
  set: Record<string, unknown>,
): Promise<boolean> {
  const [changed] = await bulk.write([
    { op: 'update', in: 'inquiries', where: { ...where, state: 'open' }, set },
    changeOp('inquiry.changed', where.id, {}, clock.now()),
  ]);
  return (changed?.count ?? 0) > 0;
}

const idOf = (caller: Caller): string => caller.person?.id ?? '';
