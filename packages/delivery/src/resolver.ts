import { Resolver } from 'node:dns/promises';

/** Answers as `dns.resolve` does; throws errors with a DNS `code`. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

/** Asks these servers ("address:port"), or the host's own when there are none. */
export function createResolver(servers: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  return (name, type) => resolver.resolve(name, type);
}
