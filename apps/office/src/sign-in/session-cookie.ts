import { cookieName, cookieSettings, policy } from '@kontor/auth';

/** The cookie lives as long as a session can; that it is idle or ended is the server's to say. */
export const sessionCookie = (token: string, createdAt: number) => ({
  name: cookieName,
  value: token,
  ...cookieSettings(createdAt + policy.absoluteMs),
});
