import type { MailContext } from '#context.ts';
import type { Address, ConversationRow } from '#types.ts';

const mostShown = 200;

/** A person's own drafts of a mailbox as rows of its Drafts folder, the last written first. */
export async function draftRows(
  { bulk }: Pick<MailContext, 'bulk'>,
  { mailbox, author }: { mailbox: string; author: string },
): Promise<ConversationRow[]> {
  const rows = await bulk.find(
    'drafts',
    { author, mailbox },
    { sort: '-updatedAt', limit: mostShown, select: ['to', 'cc', 'subject', 'preview', 'updatedAt'] },
  );
  if (rows.length === 0) return [];
  const of = { draft: { in: rows.map(({ id }) => id) }, removedAt: null };
  const uploads = await bulk.find('uploads', of, { select: ['draft'] });
  const carrying = new Set(uploads.map((upload) => String(upload['draft'])));
  return rows.map((row) => ({
    thread: `draft:${row.id}`,
    draft: row.id,
    subject: String(row['subject'] ?? ''),
    participants: [...peopleOf(row['to']), ...peopleOf(row['cc'])],
    preview: String(row['preview'] ?? ''),
    date: new Date(Number(row['updatedAt'])).toISOString(),
    count: 1,
    unread: false,
    starred: false,
    attachments: carrying.has(row.id),
  }));
}

const peopleOf = (value: unknown): Address[] => (Array.isArray(value) ? (value as Address[]) : []);

export const countDrafts = (
  { bulk }: Pick<MailContext, 'bulk'>,
  { mailbox, author }: { mailbox: string; author: string },
): Promise<number> => bulk.count('drafts', { author, mailbox });
