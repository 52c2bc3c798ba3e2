/** A signed-in browser. The bearer token itself is kept nowhere: `id` is its SHA-256 (hex). */
export interface Session {
  id: string;
  person: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  expiresAt: number;
  /** What the browser calls itself, shortened; shown in the person's list of sessions. */
  device: string;
  address: string;
}

export interface Checked {
  session: Session;
  /** True when the session was given more time: the cookie must be set again. */
  renewed: boolean;
}

/** Everything the house knows of sessions. Two engines stand behind it, Lucia's and our own. */
export interface Sessions {
  open(who: {
    person: string;
    device: string;
    address: string;
  }): Promise<{ token: string; session: Session }>;
  /** Null when the token is unknown, over its idle or absolute time, or its person may not come in (any more). */
  check(token: string): Promise<Checked | null>;
  close(sessionId: string): Promise<void>;
  /** All of a person's sessions but one. Returns how many were ended. */
  closeAll(person: string, options?: { except?: string }): Promise<number>;
  list(person: string): Promise<Session[]>;
}

export interface SessionStore {
  insert(session: Session): Promise<void>;
  find(id: string): Promise<Session | null>;
  renew(id: string, expiresAt: number): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(person: string, except?: string): Promise<number>;
  listOf(person: string): Promise<Session[]>;
  removeExpired(now: number): Promise<void>;
}

export interface Policy {
  /** A session unused for this long ends. */
  idleMs: number;
  /** A session ends this long after it was opened, however much it is used. */
  absoluteMs: number;
}

export const policy: Policy = { idleMs: 7 * 24 * 3_600_000, absoluteMs: 30 * 24 * 3_600_000 };

/** Asked on each check, so that a lost event cannot leave a door open. */
export type MayComeIn = (person: string) => Promise<boolean>;
