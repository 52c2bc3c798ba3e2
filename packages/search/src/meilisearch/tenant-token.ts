import { createHmac } from 'node:crypto';

interface Claims {
  /** The key that signs: its id and itself. */
  key: { uid: string; key: string };
  index: string;
  filter: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token (RFC 7519, HS256) with which Meilisearch answers from what the filter lets through, until it expires. */
export function tenantToken({ key, index, filter, expiresAt }: Claims): string {
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode({
    searchRules: { [index]: { filter } },
    apiKeyUid: key.uid,
    exp: Math.floor(expiresAt / 1000),
  });
  const signature = createHmac('sha256', key.key).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}

/** `scopes IN ["space:1", …]`; with no scopes, one that nothing has. */
export function scopeFilter(scopes: readonly string[]): string {
  const named = scopes.length > 0 ? scopes : ['nobody'];
  return `scopes IN [${named.map(quoted).join(', ')}]`;
}

export const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;
