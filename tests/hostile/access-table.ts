/** Who may do what through Payload's REST API and admin: the whole table, so that a change of it is seen in a diff. */
export type Asker = 'stranger' | 'staff' | 'editor' | 'admin' | 'disabled';
export type Operation = 'create' | 'read' | 'update' | 'delete';
type Row = Record<Operation, readonly Asker[]>;

const nobody = [] as const;
const signedIn = ['staff', 'editor', 'admin'] as const;
const editors = ['editor', 'admin'] as const;
const admins = ['admin'] as const;

const closed: Row = { create: nobody, read: nobody, update: nobody, delete: nobody };
const content: Row = { create: editors, read: signedIn, update: editors, delete: editors };

export const collectionTable: Record<string, Row> = {
  // Other persons: one's own row is another line of the test.
  persons: { create: nobody, read: signedIn, update: admins, delete: nobody },
  groups: { create: admins, read: signedIn, update: admins, delete: admins },
  domains: { create: nobody, read: signedIn, update: nobody, delete: nobody },
  pages: content,
  posts: content,
  services: content,
  media: content,
  inquiries: { ...closed, read: signedIn },
  // Who shares a shared mailbox is an admin's to say, in the audit; nobody's own mailbox opens by that.
  mailboxes: { ...closed, read: admins, update: admins },
  aliases: { create: admins, read: admins, update: admins, delete: admins },
  folders: closed,
  messages: closed,
  placements: closed,
  marks: closed,
  'wiki-spaces': closed,
  'wiki-rights': closed,
  'wiki-pages': closed,
  'wiki-versions': closed,
  'wiki-asides': closed,
  'wiki-attachments': closed,
  drafts: closed,
  uploads: closed,
  dispatches: closed,
  outgoing: closed,
  // What the demo would have sent; nobody's mail is kept here in a real office.
  sink: { ...closed, read: admins },
  sessions: closed,
  throttles: closed,
  tokens: closed,
  changes: closed,
  claims: closed,
  networks: closed,
  devices: closed,
};

export const globalTable: Record<string, Pick<Row, 'read' | 'update'>> = {
  firm: { read: signedIn, update: admins },
  navigation: { read: signedIn, update: editors },
};
