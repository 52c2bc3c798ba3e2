export interface Address {
  name: string;
  address: string;
}

export type Check = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror' | 'policy';

/** What was found out about where a message comes from, when it came in. */
export interface Verdict {
  spf: Check;
  dkim: { domain: string; result: Check }[];
  dmarc: Check;
  arc: Check;
  /** Domain of the From header; what the verdict speaks about. */
  from: string;
  /** The one thing a reader needs: is the From domain proven, disproven, unproven, or could it not be checked. */
  summary: 'pass' | 'fail' | 'none' | 'error' | 'internal';
}

export interface AttachmentInfo {
  /** Position among the message's attachments, from 0. */
  part: number;
  name: string;
  type: string;
  /** Bytes, decoded. */
  size: number;
  inline: boolean;
  cid?: string;
}

export type FolderRole = 'inbox' | 'archive' | 'sent' | 'drafts' | 'junk' | 'trash';

export interface FolderView {
  id: string;
  name: string;
  role: FolderRole | null;
  unread: number;
  total: number;
}

export interface MailboxView {
  id: string;
  address: string;
  name: string;
  kind: 'personal' | 'shared';
  folders: FolderView[];
}

export interface ConversationRow {
  thread: string;
  subject: string;
  participants: Address[];
  preview: string;
  /** ISO 8601 instant of the newest message. */
  date: string;
  count: number;
  unread: boolean;
  starred: boolean;
  attachments: boolean;
  /** Id of the draft, where it is one that is still being written. */
  draft?: string;
}

export interface ConversationPage {
  rows: ConversationRow[];
  /** Give it as `after` for the next page; null at the end. */
  next: string | null;
}

export interface MessageView {
  id: string;
  folder: string;
  from: Address[];
  to: Address[];
  cc: Address[];
  replyTo: Address[];
  date: string;
  subject: string;
  seen: boolean;
  flagged: boolean;
  verdict: Verdict | null;
  hasHtml: boolean;
  text: string;
  /** True where the conversation is so long that not all of this text came along. */
  cut: boolean;
  attachments: AttachmentInfo[];
}

export interface ConversationView {
  thread: string;
  subject: string;
  messages: MessageView[];
}
