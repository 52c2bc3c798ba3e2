/** A path of the office to go on to, or Today: never another host, however it is spelt. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  const base = 'http://office.invalid';
  try {
    const { origin, pathname, search } = new URL(wanted, base);
    const isOurs = origin === base && !pathname.startsWith('//') && !pathname.startsWith('/login');
    return isOurs ? `${pathname}${search}` : '/';
  } catch {
    return '/';
  }
}
