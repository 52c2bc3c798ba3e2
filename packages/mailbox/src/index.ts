import { listConversations } from './actions/list-conversations.ts';
import { listMailboxes } from './actions/list-mailboxes.ts';
import { markConversation } from './actions/mark-conversation.ts';
import { deleteConversation, moveConversation } from './actions/move-conversation.ts';
import { openPart, openSource, readHtml } from './actions/open-message.ts';
import { readConversation } from './actions/read-conversation.ts';

export { collections } from './collections.ts';
export type { MailContext } from './context.ts';
export {
  findMailbox,
  findMailboxByAddress,
  folderId,
  type Mailbox,
  mailboxesOf,
  openMailbox,
} from './mailboxes.ts';
export { messageBytes, type StoredBytes } from './message-bytes.ts';
export { type MessageSummary, readMessage } from './mime/read-message.ts';
export { type Delivery, deliveryOps } from './place-message.ts';
export { mailboxProblems } from './problems.ts';
export { findAlias, postmasterOf, type Recipient, resolveRecipient } from './recipients.ts';
export { type Swept, sweepBlobs, sweepIfDue } from './sweep-blobs.ts';
export type * from './types.ts';
export {
  deleteConversation,
  listConversations,
  listMailboxes,
  markConversation,
  moveConversation,
  openPart,
  openSource,
  readConversation,
  readHtml,
};

export const actions = [
  deleteConversation,
  listConversations,
  listMailboxes,
  markConversation,
  moveConversation,
  openPart,
  openSource,
  readConversation,
  readHtml,
];
