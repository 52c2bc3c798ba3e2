import { Resolver } from 'node:dns/promises';
import { type Clock, systemClock } from '@kontor/core';

/** Answers as `dns.resolve` does; throws errors with a DNS `code`. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

/** Asks these servers ("address:port"), or the host's own when there are none. */
export function createResolver(servers: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  return remembering((name, type) => resolver.resolve(name, type), { clock: systemClock });
}

const answerMs = 60_000;
const failureMs = 10_000;
const maxRemembered = 5000;
/** Characters; a stranger's domain may answer with much more, and 5,000 such answers are not ours to keep. */
const longest = 4000;

/**
 * Mail comes in bursts from the same senders: the same question is asked once a minute, and a server that does not answer
 * is not waited for again and again.
 */
export function remembering(ask: Resolve, { clock }: { clock: Clock }): Resolve {
  const known = new Map<string, { answer: Promise<unknown>; until: number }>();
  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`;
    const now = clock.now();
    const present = known.get(key);
    if (present && present.until > now) return present.answer;
    const answer = ask(name, type);
    const entry = { answer, until: now + answerMs };
    answer.then(
      (records) => {
        if (JSON.stringify(records).length > longest && known.get(key) === entry) known.delete(key);
      },
      () => {
        entry.until = clock.now() + failureMs;
      },
    );
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.keys();
    if (known.size > maxRemembered && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
