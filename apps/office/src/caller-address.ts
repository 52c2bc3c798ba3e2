/**
 * The asker's network address. Next writes the socket's address into X-Forwarded-For when there is none; before the
 * office stands at most one proxy of ours, whose own entry is the last (trusted-proxy.ts drops what others claim).
 */
export const callerAddress = (headers: Pick<Headers, 'get'>): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
