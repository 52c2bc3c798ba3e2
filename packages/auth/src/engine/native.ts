import type { Clock } from '@kontor/core';
import type { MayComeIn, Policy, Session, SessionStore, Sessions } from '#port.ts';
import { hashToken, looksLikeToken, newToken } from '#token.ts';

export interface EngineParts {
  store: SessionStore;
  mayComeIn: MayComeIn;
  clock: Clock;
  policy: Policy;
}

/** Our own engine: the same rows and rules as Lucia's, so that leaving Lucia is one line. */
export function nativeSessions({ store, mayComeIn, clock, policy }: EngineParts): Sessions {
  return {
    async open(who) {
      const token = newToken();
      const now = clock.now();
      const session: Session = {
        id: hashToken(token),
        ...who,
        createdAt: now,
        expiresAt: now + policy.idleMs,
      };
      await store.insert(session);
      return { token, session };
    },
    async check(token) {
      if (!looksLikeToken(token)) return null;
      const session = await store.find(hashToken(token));
      if (!session) return null;
      const now = clock.now();
      const over = now >= session.expiresAt || now >= session.createdAt + policy.absoluteMs;
      if (over || !(await mayComeIn(session.person))) {
        await store.remove(session.id);
        return null;
      }
      // Renewed once half of the idle time is over: not a write on each request.
      if (now < session.expiresAt - policy.idleMs / 2) return { session, renewed: false };
      const expiresAt = now + policy.idleMs;
      await store.renew(session.id, expiresAt);
      return { session: { ...session, expiresAt }, renewed: true };
    },
    close: (id) => store.remove(id),
    closeAll: (person, { except } = {}) => store.removeOf(person, except),
    async list(person) {
      const now = clock.now();
      return (await store.listOf(person)).filter((session) => session.expiresAt > now);
    },
  };
}
