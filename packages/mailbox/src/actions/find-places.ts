import { action } from '@kontor/core';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { mailboxesOf } from '#mailboxes.ts';

/** Where a message lies: enough to lead to its conversation. */
export interface MessagePlace {
  /** RFC 5322 §3.6.4, without its brackets. */
  messageId: string;
  /** Address of the mailbox. */
  mailbox: string;
  /** Folder id. */
  folder: string;
  thread: string;
}

/** Where messages lie among the mailboxes the caller reads, by Message-ID. Those that lie nowhere there are left out. */
export const findPlaces = action({
  name: 'mailbox.find-places',
  quiet: true,
  input: z.object({ messageIds: z.array(z.string().max(998)).max(100) }),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, { messageIds }, caller): Promise<MessagePlace[]> {
    if (!caller.person || messageIds.length === 0) return [];
    const { bulk } = context;
    const places: MessagePlace[] = [];
    for (const { id, address } of await mailboxesOf(context, caller.person)) {
      const messages = await bulk.find('messages', { mailbox: id, messageId: { in: messageIds } });
      if (messages.length === 0) continue;
      const placed = { message: { in: messages.map((message) => message.id) }, expunged: false };
      for (const { message, folder, thread } of await bulk.find('placements', placed)) {
        const messageId = String(messages.find((one) => one.id === message)?.['messageId']);
        places.push({ messageId, mailbox: address, folder: String(folder), thread: String(thread) });
      }
    }
    return places;
  },
});
