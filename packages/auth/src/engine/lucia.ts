import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Session, SessionStore, Sessions } from '#port.ts';
import { hashToken, looksLikeToken, newToken } from '#token.ts';
import type { EngineParts } from './native.ts';

/** What Lucia hands back as a session's attributes; its global types stay in this file. */
type Attributes = Pick<Session, 'createdAt' | 'device' | 'address'>;

/**
 * Lucia 3.2.2 behind our port. Lucia would use the bearer token as the row's id and knows no absolute lifetime: the id
 * is the token's hash, and the age is checked here. It reads the time from `Date`, as `systemClock` does.
 */
export function luciaSessions({ store, mayComeIn, clock, policy }: EngineParts): Sessions {
  const lucia = new Lucia(adapterOver(store, mayComeIn), {
    sessionExpiresIn: new TimeSpan(policy.idleMs, 'ms'),
    getSessionAttributes: (attributes) => attributes as Attributes,
  });
  return {
    async open({ person, device, address }) {
      const token = newToken();
      const attributes: Attributes = { createdAt: clock.now(), device, address };
      const made = await lucia.createSession(person as never, attributes as never, {
        sessionId: hashToken(token),
      });
      return { token, session: { id: made.id, person, ...attributes, expiresAt: made.expiresAt.getTime() } };
    },
    async check(token) {
      if (!looksLikeToken(token)) return null;
      const id = hashToken(token);
      // Before Lucia could renew it: a session past its absolute age is not to be given more time.
      const row = await store.find(id);
      if (!row) return null;
      if (clock.now() >= row.createdAt + policy.absoluteMs) {
        await lucia.invalidateSession(id);
        return null;
      }
      const { session } = await lucia.validateSession(id);
      if (!session) return null;
      return { session: { ...row, expiresAt: session.expiresAt.getTime() }, renewed: session.fresh };
    },
    close: (id) => lucia.invalidateSession(id),
    closeAll: (person, { except } = {}) => store.removeOf(person, except),
    async list(person) {
      const live = new Set((await lucia.getUserSessions(person as never)).map(({ id }) => id));
      return (await store.listOf(person)).filter(({ id }) => live.has(id));
    },
  };
}

function adapterOver(store: SessionStore, mayComeIn: MayComeInOf): Adapter {
  return {
    async getSessionAndUser(id) {
      const session = await store.find(id);
      if (!session) return [null, null];
      // Without a user Lucia deletes the row: a disabled person's sessions end at once.
      if (!(await mayComeIn(session.person))) return [toLucia(session), null];
      return [toLucia(session), { id: session.person as never, attributes: {} as never }];
    },
    getUserSessions: async (person) => (await store.listOf(person as string)).map(toLucia),
    async setSession({ id, userId, expiresAt, attributes }) {
      const own = attributes as unknown as Attributes;
      await store.insert({ id, person: userId as string, expiresAt: expiresAt.getTime(), ...own });
    },
    updateSessionExpiration: (id, expiresAt) => store.renew(id, expiresAt.getTime()),
    deleteSession: (id) => store.remove(id),
    async deleteUserSessions(person) {
      await store.removeOf(person as string);
    },
    deleteExpiredSessions: () => store.removeExpired(Date.now()),
  };
}

type MayComeInOf = EngineParts['mayComeIn'];

const toLucia = ({ id, person, expiresAt, ...attributes }: Session): DatabaseSession => ({
  id,
  userId: person as never,
  expiresAt: new Date(expiresAt),
  attributes: attributes as never,
});
