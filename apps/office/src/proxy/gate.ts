export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: Pick<Headers, 'get'>;
}

export type Judgement =
  | { pass: true }
  | { pass: false; redirect: string }
  | { pass: false; status: number; text: string };

const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);
const refuse = (status: number, text: string): Judgement => ({ pass: false, status, text });

/**
 * What is refused before anything is looked up: names that are not ours, plain HTTP from elsewhere, and requests that
 * another page makes with a person's cookie.
 */
export function judge(asked: Asked, officeUrl: string): Judgement {
  const host = asked.headers.get('host') ?? '';
  const office = new URL(officeUrl);
  // A name that is not ours may be another page's, pointed at us (DNS rebinding).
  if (!local.test(host) && host.toLowerCase() !== office.host) {
    return refuse(421, `This office is at ${officeUrl}.`);
  }
  if (!isPrivate(asked, host)) {
    return refuse(403, 'This office answers over HTTPS only. Put a proxy with a certificate before it.');
  }
  const fromOutside = fromAnotherPage(asked, host);
  if (fromOutside) return fromOutside;
  // The site lives on 127.0.0.1: the office's cookie must not, since cookies ignore ports.
  if (isSafe(asked.method) && /^127\./.test(host) && local.test(office.host)) {
    return { pass: false, redirect: `${officeUrl}${asked.path}` };
  }
  return { pass: true };
}

function isPrivate({ headers }: Asked, host: string): boolean {
  return local.test(host) || headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

/** Fetch Metadata where the browser sends it, else Origin (ASVS 5.0, 3.5.1). */
function fromAnotherPage({ method, headers }: Asked, host: string): Judgement | null {
  const site = headers.get('sec-fetch-site');
  const isNavigation =
    headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') !== 'object';
  if (isSafe(method)) {
    if (!site || site === 'same-origin' || site === 'none' || isNavigation) return null;
    return refuse(403, 'Another page asked for this.');
  }
  if (site)
    return site === 'same-origin' ? null : refuse(403, 'This was sent from another page. Nothing was done.');
  const origin = headers.get('origin');
  if (origin)
    return isOurs(origin, host) ? null : refuse(403, 'This was sent from another page. Nothing was done.');
  // Whoever sends neither is no browser; with a cookie it must say where it comes from.
  return headers.get('cookie') ? refuse(403, 'Say where this comes from, by the header Origin.') : null;
}

function isOurs(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}
