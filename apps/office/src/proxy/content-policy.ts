/** Payload's admin writes style elements as it goes (its selects and its editor do); nothing else of ours may. */
export type Area = 'office' | 'admin';

export const areaOf = (path: string): Area => (/^\/(admin|api)(\/|$)/.test(path) ? 'admin' : 'office');

/** The Content-Security-Policy of a page: our own files, and of scripts only those this answer names by its nonce. */
export function contentPolicy(nonce: string, area: Area, { reloading = false } = {}): string {
  const ownStyles = area === 'admin' ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${reloading ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${ownStyles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${reloading ? ' ws:' : ''}`,
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer carries beside its policy. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-robots-tag': 'noindex',
};

/** For answers that are no page of ours: nothing in them runs, loads or is framed. */
export const barePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const bareHeaders: { key: string; value: string }[] = Object.entries({
  ...securityHeaders,
  'content-security-policy': barePolicy,
}).map(([key, value]) => ({ key, value }));
