import type { Readable } from 'node:stream';
import type { Check, Verdict } from '@kontor/mailbox';
import { authenticate as mailauth } from 'mailauth';
import { type Dmarc, dmarcOfEach, type Result, type Status } from './author-dmarc.ts';
import type { Envelope, Peer } from './envelope.ts';
import type { Resolve } from './resolver.ts';

export interface Authentication {
  verdict: Verdict;
  /** Authentication-Results and Received-SPF, CRLF-ended lines (RFC 8601, RFC 7208 §9.1). */
  headers: string;
  /** What the From domain's owner asks for when DMARC fails. */
  policy: 'none' | 'quarantine' | 'reject';
  /** The addresses of From that all this is about; null where they could not be read. */
  authors: string[] | null;
}

interface Options {
  envelope: Envelope;
  peer: Peer;
  /** Our authserv-id. */
  hostname: string;
  resolve: Resolve;
  /** Milliseconds that all questions to DNS together may take. */
  patience?: number;
}

/** The other server waits for our answer meanwhile, and each of its signatures may name a domain that does not answer. */
const patienceMs = 20_000;

/** SPF, DKIM, DMARC and ARC of a message (RFCs 7208, 6376, 9989, 8617). Never throws: what cannot be checked is said so. */
export async function authenticate(message: Readable | Buffer, options: Options): Promise<Authentication> {
  const { envelope, peer, hostname, resolve, patience = patienceMs } = options;
  const asking = askUntil(resolve, patience);
  try {
    const result = (await mailauth(message, {
      ip: peer.ip,
      helo: peer.helo,
      sender: envelope.mailFrom,
      mta: hostname,
      resolver: asking.resolve as never,
      disableBimi: true,
      strict: true,
    })) as unknown as Result;
    const authors = result.dkim?.headerFrom ?? [];
    const dmarcs = await dmarcOfEach(authors, result, asking.resolve);
    return { ...verdictOf(result, dmarcs), headers: result.headers, authors };
  } catch {
    const verdict: Verdict = {
      spf: 'temperror',
      dkim: [],
      dmarc: 'temperror',
      arc: 'none',
      from: '',
      summary: 'error',
    };
    return {
      verdict,
      headers: `Authentication-Results: ${hostname}; none\r\n`,
      policy: 'none',
      authors: null,
    };
  } finally {
    asking.end();
  }
}

/** Whoever is not answered by then hears that DNS timed out, which becomes a temperror. */
function askUntil(resolve: Resolve, patience: number): { resolve: Resolve; end(): void } {
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => undefined);
  const tooLate = Object.assign(new Error('DNS is too slow'), { code: 'ETIMEOUT' });
  const deadline = setTimeout(() => late.reject(tooLate), patience);
  return {
    resolve: (name, type) => Promise.race([resolve(name, type), late.promise]),
    end: () => clearTimeout(deadline),
  };
}

const checks: readonly string[] = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'temperror',
  'permerror',
  'policy',
];
const toCheck = (result: string | undefined): Check =>
  result && checks.includes(result) ? (result as Check) : 'none';
const statusOf = (part: Status | false | undefined): Check => toCheck(part ? part.status?.result : undefined);

const worst: readonly Verdict['summary'][] = ['fail', 'error', 'none', 'pass'];

/** Of several authors, what is said is said of the one who is least proven. */
function verdictOf(
  { dkim, spf, arc }: Result,
  dmarcs: Map<string, Dmarc>,
): Pick<Authentication, 'verdict' | 'policy'> {
  const signatures = (dkim?.results ?? []).slice(0, 20).map(({ signingDomain = '', status }) => ({
    domain: signingDomain,
    result: toCheck(status?.result),
  }));
  const parts = {
    spf: statusOf(spf),
    dkim: signatures.filter(({ domain }) => domain !== ''),
    arc: statusOf(arc),
  };
  const [least] = [...dmarcs]
    .map(([from, answer]) => {
      const said = { ...parts, dmarc: statusOf(answer), from };
      return { verdict: { ...said, summary: summaryOf(said, from) }, policy: policyOf(answer) };
    })
    .toSorted(
      (a, b) =>
        worst.indexOf(a.verdict.summary) - worst.indexOf(b.verdict.summary) ||
        policies.indexOf(a.policy) - policies.indexOf(b.policy),
    );
  if (!least) throw new Error('nobody was asked');
  return least;
}

/** Without a DMARC record a passing signature of the very From domain still proves it. */
function summaryOf(
  { spf, dkim, dmarc }: Pick<Verdict, 'spf' | 'dkim' | 'dmarc'>,
  from: string,
): Verdict['summary'] {
  if (dmarc === 'pass') return 'pass';
  if (dmarc === 'fail') return 'fail';
  if (dmarc === 'temperror') return 'error';
  if (dkim.some(({ domain, result }) => result === 'pass' && domain.toLowerCase() === from)) return 'pass';
  const unsure = spf === 'temperror' || dkim.some(({ result }) => result === 'temperror');
  return unsure ? 'error' : 'none';
}

const policies: readonly Authentication['policy'][] = ['reject', 'quarantine', 'none'];

function policyOf(dmarc: Dmarc): Authentication['policy'] {
  const policy = dmarc ? (dmarc.policy ?? dmarc.p) : undefined;
  return policy === 'reject' || policy === 'quarantine' ? policy : 'none';
}
