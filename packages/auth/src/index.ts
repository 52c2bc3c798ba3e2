import { tokensCollection } from './one-time-token.ts';
import { sessionsCollection } from './session-store.ts';
import { throttlesCollection } from './throttle.ts';

export {
  blankCookieLine,
  type CookieSettings,
  cookieLine,
  cookieName,
  cookieSettings,
  readCookie,
} from './cookie.ts';
export { luciaSessions } from './engine/lucia.ts';
export { nativeSessions } from './engine/native.ts';
export { createOneTimeTokens, type OneTimeTokens } from './one-time-token.ts';
export {
  hashPassword,
  maxLength,
  minLength,
  type PasswordRating,
  ratePassword,
  verifyPassword,
} from './password.ts';
export { type Checked, type MayComeIn, type Policy, policy, type Session, type Sessions } from './port.ts';
export { createSessionStore } from './session-store.ts';
export { type Allowance, createThrottle, type Permission, type Throttle } from './throttle.ts';

export const collections = [sessionsCollection, throttlesCollection, tokensCollection];
