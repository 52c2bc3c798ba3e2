import { newId } from '@kontor/core';
import type { MailContext } from './context.ts';
import type { MessageSummary } from './mime/read-message.ts';

type Links = Pick<MessageSummary, 'messageId' | 'inReplyTo' | 'references'>;

/**
 * The conversation a message belongs to: that of the newest message it refers to, or of one that was waiting for it
 * (RFC 5322 §3.6.4). Subjects are not compared: two customers who both write "Question" must not meet.
 */
export async function threadOf(
  { bulk, clock }: Pick<MailContext, 'bulk' | 'clock'>,
  mailbox: string,
  { messageId, inReplyTo, references }: Links,
): Promise<string> {
  const parents = [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references])];
  if (parents.length > 0) {
    const where = { mailbox, messageId: { in: parents } };
    const [parent] = await bulk.find('messages', where, {
      sort: '-internalDate',
      limit: 1,
      select: ['thread'],
    });
    if (parent) return String(parent['thread']);
  }
  if (messageId) {
    const [child] = await bulk.find(
      'messages',
      { mailbox, inReplyTo: messageId },
      { limit: 1, select: ['thread'] },
    );
    if (child) return String(child['thread']);
  }
  return newId(clock.now());
}
