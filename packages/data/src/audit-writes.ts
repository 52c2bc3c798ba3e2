import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  Payload,
} from 'payload';

/** Somebody wrote through Payload's REST API or admin, where no action writes the audit line. */
export interface WrittenLine {
  /** "mailboxes.update" */
  action: string;
  /** Id of the person who wrote. */
  person: string;
}

const listeners = new WeakMap<Payload, (line: WrittenLine) => void>();

/** Tells of every such write to this Payload. */
export function onWritten(payload: Payload, tell: (line: WrittenLine) => void): void {
  listeners.set(payload, tell);
}

function tellOf(payload: Payload, person: unknown, action: string): void {
  // Our own code writes without a person; its actions have lines of their own.
  if (person !== undefined && person !== null) listeners.get(payload)?.({ action, person: String(person) });
}

export const auditChange: CollectionAfterChangeHook = ({ req, collection, operation }) =>
  tellOf(req.payload, req.user?.id, `${collection.slug}.${operation}`);

export const auditDelete: CollectionAfterDeleteHook = ({ req, collection }) =>
  tellOf(req.payload, req.user?.id, `${collection.slug}.delete`);

export const auditGlobal: GlobalAfterChangeHook = ({ req, global }) =>
  tellOf(req.payload, req.user?.id, `${global.slug}.update`);
