/**
 * The session's cookie. `__Host-` makes the browser refuse it with a Domain or over plain HTTP; browsers count
 * http://localhost as secure, which is how a local office works without a certificate.
 */
export const cookieName = '__Host-kontor';

export function readCookie(header: string | null | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return null;
}

export interface CookieSettings {
  httpOnly: true;
  secure: true;
  sameSite: 'lax';
  path: '/';
  expires: Date;
}

export const cookieSettings = (expiresAt: number): CookieSettings => ({
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  expires: new Date(expiresAt),
});

/** A Set-Cookie line (RFC 6265 §4.1), for where no framework writes it. */
export const cookieLine = (token: string, expiresAt: number): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; Secure; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}`;

export const blankCookieLine = (): string => cookieLine('', 0);
