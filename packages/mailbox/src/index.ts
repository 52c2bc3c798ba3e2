import { findPlaces } from './actions/find-places.ts';
import { listConversations } from './actions/list-conversations.ts';
import { listMailboxes } from './actions/list-mailboxes.ts';
import { markConversation } from './actions/mark-conversation.ts';
import { deleteConversation, moveConversation } from './actions/move-conversation.ts';
import { openPart, openSource, readHtml } from './actions/open-message.ts';
import { readConversation } from './actions/read-conversation.ts';
import { attachFile, detachFile } from './drafts/attach-file.ts';
import { beginDraft } from './drafts/begin-draft.ts';
import { knownAddresses } from './drafts/known-addresses.ts';
import { discardDraft, readDraft } from './drafts/read-draft.ts';
import { saveDraft } from './drafts/save-draft.ts';

export type { MessagePlace } from './actions/find-places.ts';
export { collections } from './collections.ts';
export type { MailContext } from './context.ts';
export type { Beginning, Original } from './drafts/begin-draft.ts';
export {
  type Draft,
  type DraftAttachment,
  loadDraft,
  mostAttached,
  removeDraftOps,
  restoreDraftOps,
} from './drafts/draft.ts';
export type { SavedDraft } from './drafts/save-draft.ts';
export {
  findMailbox,
  findMailboxByAddress,
  folderId,
  type Mailbox,
  mailboxesOf,
  mayRead,
  openMailbox,
} from './mailboxes.ts';
export { messageBytes, type StoredBytes } from './message-bytes.ts';
export { type MessageSummary, readMessage } from './mime/read-message.ts';
export { type Delivery, deliveryOps } from './place-message.ts';
export { mailboxProblems } from './problems.ts';
export { findAlias, postmasterOf, type Recipient, resolveRecipient } from './recipients.ts';
export { mailSearchSource } from './search-source.ts';
export { seenOps } from './seen.ts';
export { type Swept, sweepBlobs, sweepIfDue } from './sweep-blobs.ts';
export type * from './types.ts';
export {
  attachFile,
  beginDraft,
  deleteConversation,
  detachFile,
  discardDraft,
  findPlaces,
  knownAddresses,
  listConversations,
  listMailboxes,
  markConversation,
  moveConversation,
  openPart,
  openSource,
  readConversation,
  readDraft,
  readHtml,
  saveDraft,
};

export const actions = [
  attachFile,
  beginDraft,
  discardDraft,
  detachFile,
  knownAddresses,
  readDraft,
  saveDraft,
  deleteConversation,
  findPlaces,
  listConversations,
  listMailboxes,
  markConversation,
  moveConversation,
  openPart,
  openSource,
  readConversation,
  readHtml,
];
