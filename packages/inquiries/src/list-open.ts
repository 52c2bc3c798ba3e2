import { action, hasRole, type Rule } from '@kontor/core';
import { z } from 'zod';
import { answerable } from './answerable.ts';
import type { InquiryContext } from './context.ts';

const mostShown = 100;
const staff: Rule<unknown, InquiryContext> = hasRole('admin', 'editor', 'staff');

export interface OpenInquiry {
  id: string;
  name: string;
  email: string;
  /** The first of its words. */
  begins: string;
  /** Milliseconds since 1970. */
  receivedAt: number;
  dueAt: number;
  isOverdue: boolean;
  /** Null when nobody has taken it, or who took it has left. */
  owner: { id: string; name: string; isAway: boolean } | null;
  /** Ids of those who have to see to it now. */
  answerable: string[];
}

export interface OpenInquiries {
  /** The oldest first. */
  inquiries: OpenInquiry[];
  /** How many there are in all. */
  total: number;
  /** Who works here and can be given one. */
  colleagues: { id: string; name: string }[];
}

/** The questions nobody has answered. */
export const listOpenInquiries = action({
  name: 'inquiries.list-open',
  quiet: true,
  input: z.object({}),
  can: staff,
  async run(context: InquiryContext): Promise<OpenInquiries> {
    const where = { state: 'open' };
    const [rows, total, colleagues] = await Promise.all([
      context.bulk.find('inquiries', where, { sort: 'receivedAt', limit: mostShown }),
      context.bulk.count('inquiries', where),
      context.colleagues(),
    ]);
    const inquiries = rows.map((row): OpenInquiry => {
      const owner = colleagues.find(({ id, disabled }) => id === row['owner'] && !disabled);
      const receivedAt = Number(row['receivedAt']);
      // Those of before there was a due time get theirs at the next look (remind.ts).
      const dueAt = Number(row['dueAt'] ?? receivedAt);
      return {
        id: row.id,
        name: String(row['name']),
        email: String(row['email']),
        begins: String(row['text']).slice(0, 300),
        receivedAt,
        dueAt,
        isOverdue: dueAt <= context.clock.now(),
        owner: owner ? { id: owner.id, name: owner.name, isAway: owner.away } : null,
        answerable: answerable(owner?.id ?? null, colleagues).map(({ id }) => id),
      };
    });
    const present = colleagues.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }));
    return { inquiries, total, colleagues: present };
  },
});
