/** Payload's admin reads its language from this cookie: it gets the person's own, as the rest of the office has it. */
export const adminLanguage = (language: string) => ({
  name: 'payload-lng',
  value: language,
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  maxAge: 365 * 24 * 3600,
});
