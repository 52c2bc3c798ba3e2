import { type Clock, signatureHeader, signCall } from '@kontor/core';

export interface OfficeAnswer {
  status: number;
  etag: string | null;
  bytes(): Promise<Buffer>;
}

/** Signed calls to the office. They throw when it does not answer; a status is for the caller to judge. */
export interface OfficeCalls {
  get(path: string, etag?: string): Promise<OfficeAnswer>;
  post(path: string, body: unknown): Promise<OfficeAnswer>;
}

interface Options {
  /** Like http://127.0.0.1:3000 */
  address: string;
  key: Uint8Array;
  clock: Clock;
  timeoutMs?: number;
}

export function officeCalls({ address, key, clock, timeoutMs = 10_000 }: Options): OfficeCalls {
  const call = async (method: string, path: string, body: string, headers: Record<string, string>) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { ...headers, [signatureHeader]: signCall(key, { method, path, body }, clock.now()) },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body ? { body } : {}),
    });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      bytes: async () => Buffer.from(await response.arrayBuffer()),
    };
  };
  return {
    get: (path, etag) => call('GET', path, '', etag ? { 'if-none-match': etag } : {}),
    post: (path, body) => call('POST', path, JSON.stringify(body), { 'content-type': 'application/json' }),
  };
}
