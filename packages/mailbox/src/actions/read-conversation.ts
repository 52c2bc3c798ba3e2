import { action } from '@kontor/core';
import type { Row } from '@kontor/data';
import { z } from 'zod';
import { folderReaders, placeOf } from '#access.ts';
import { boundText } from '#bound-text.ts';
import type { MailContext } from '#context.ts';
import { mailboxProblems } from '#problems.ts';
import { seenMarks } from '#seen.ts';
import type { Address, AttachmentInfo, ConversationView, MessageView, Verdict } from '#types.ts';

export const conversationFields = { folder: z.string().max(80), thread: z.string().min(1).max(80) };

/** A conversation's messages in this folder, oldest first; at most the newest 200. */
export const readConversation = action({
  name: 'mailbox.read-conversation',
  quiet: true,
  input: z.object(conversationFields),
  can: folderReaders,
  async run(context: MailContext, { folder, thread }, caller): Promise<ConversationView> {
    const { mailbox, person } = await placeOf(context, folder, caller);
    const { bulk } = context;
    const placements = await bulk.find(
      'placements',
      { folder, thread, expunged: false },
      { sort: '-date', limit: 200 },
    );
    if (placements.length === 0) mailboxProblems.raise('no-such-conversation');
    placements.reverse();
    const ids = placements.map((placement) => String(placement['message']));
    const found = await bulk.find('messages', { id: { in: ids } });
    const rows = new Map(found.map((row) => [row.id, row]));
    const marks =
      mailbox.kind === 'shared'
        ? await seenMarks(
            context,
            folder,
            person,
            placements.map((placement) => placement.id),
          )
        : null;
    const messages = placements.flatMap((placement) => {
      const id = String(placement['message']);
      const row = rows.get(id);
      const seen = marks ? marks.has(placement.id) : placement['seen'] === true;
      return row ? [viewOf(row, { folder, seen, flagged: placement['flagged'] === true })] : [];
    });
    return { thread, subject: messages[0]?.subject ?? '', messages: boundText(messages) };
  },
});

function viewOf(row: Row, state: { folder: string; seen: boolean; flagged: boolean }): MessageView {
  return {
    ...state,
    id: row.id,
    from: list<Address>(row['from']),
    to: list<Address>(row['to']),
    cc: list<Address>(row['cc']),
    replyTo: list<Address>(row['replyTo']),
    date: new Date(Number(row['internalDate'])).toISOString(),
    subject: String(row['subject'] ?? ''),
    verdict: (row['verdict'] ?? null) as Verdict | null,
    hasHtml: row['hasHtml'] === true,
    text: String(row['text'] ?? ''),
    cut: false,
    attachments: list<AttachmentInfo>(row['attachments']),
  };
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
