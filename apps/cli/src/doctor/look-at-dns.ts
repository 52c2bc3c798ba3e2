import { Resolver } from 'node:dns/promises';
import { type Finding, good, note } from './finding.ts';

/** Without DNS mail comes in, but nobody can tell whether its sender is real. The root is asked: nobody's name. */
export async function lookAtDns(servers: readonly string[], timeoutMs = 1500): Promise<Finding> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers.length > 0) resolver.setServers([...servers]);
  try {
    await resolver.resolveNs('.');
    return good('DNS', 'answers');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return note(
      'DNS',
      `does not answer (${code}): senders of mail cannot be checked, and each mail waits for it`,
    );
  }
}
