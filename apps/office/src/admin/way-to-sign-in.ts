const names = 'forgot|reset|unlock|verify|create-first-user';
const page = new RegExp(`^/admin/(?:(?:${names})|(?!collections/|globals/)[^/]+/verify)(?:/|$)`);

/**
 * Where those are led who ask for one of Payload's own pages around signing in, which are not Payload's to keep here,
 * however their letters are spelt; null for every other page.
 */
export function wayToSignIn({
  pathname,
  searchParams,
}: Pick<URL, 'pathname' | 'searchParams'>): string | null {
  const path = decoded(pathname);
  if (/^\/admin\/login(?:\/|$)/.test(path))
    return `/login?to=${encodeURIComponent(searchParams.get('redirect') ?? '/admin')}`;
  return page.test(path) ? '/login' : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
