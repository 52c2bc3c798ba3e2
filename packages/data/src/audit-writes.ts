import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';

/** Somebody wrote through Payload's REST API or admin, where no action writes the audit line. */
export interface WrittenLine {
  /** "mailboxes.update" */
  action: string;
  /** Id of the person who wrote. */
  person: string;
  /** Id of the row; a global has none. */
  subject?: string;
}

const listeners = new WeakMap<Payload, (line: WrittenLine) => void>();

/** Tells of every such write to this Payload. */
export function onWritten(payload: Payload, tell: (line: WrittenLine) => void): void {
  listeners.set(payload, tell);
}

function tell(req: PayloadRequest, action: string, row?: { id: unknown }): void {
  // Our own code writes without a person; its actions have lines of their own.
  if (!req.user) return;
  const subject = row ? { subject: String(row.id) } : {};
  listeners.get(req.payload)?.({ action, person: String(req.user.id), ...subject });
}

export const auditChange: CollectionAfterChangeHook = ({ req, collection, operation, doc }) =>
  tell(req, `${collection.slug}.${operation}`, doc);

export const auditDelete: CollectionAfterDeleteHook = ({ req, collection, id }) =>
  tell(req, `${collection.slug}.delete`, { id });

export const auditGlobal: GlobalAfterChangeHook = ({ req, global }) => tell(req, `${global.slug}.update`);
