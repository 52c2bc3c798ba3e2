import { dmarc as askDmarc } from 'mailauth/lib/dmarc/index.js';
import { domainOf } from './authors.ts';
import type { Resolve } from './resolver.ts';

export interface Status {
  status?: { result?: string; header?: { from?: string } };
}

export type Dmarc = (Status & { policy?: string; p?: string }) | false;

/** What mailauth answers, as far as we look at it. */
export interface Result {
  headers: string;
  dkim?: {
    headerFrom?: string[];
    results?: (Status & { signingDomain?: string; id?: string })[];
  };
  spf?: (Status & { domain?: string }) | false;
  dmarc?: Dmarc;
  arc?: Status | false;
}

/**
 * What each author's domain says. mailauth says nothing of a message with authors of several domains, and RFC 9989 §5.3.1
 * leaves it to us: each is asked as if it were alone.
 */
export async function dmarcOfEach(
  authors: readonly string[],
  result: Result,
  resolve: Resolve,
): Promise<Map<string, Dmarc>> {
  const domains = [...new Set(authors.map((author) => domainOf(author) ?? ''))];
  if (domains.length < 2) return new Map([[domains[0] ?? '', result.dmarc ?? false]]);
  const { spf, dkim } = result;
  const passed = <One extends Status>(one: One) => one.status?.result === 'pass';
  const proofs = {
    spfDomains: spf && passed(spf) ? [spf.domain] : [],
    dkimDomains: (dkim?.results ?? [])
      .filter(passed)
      .map(({ id, signingDomain }) => ({ id, domain: signingDomain })),
    arcResult: result.arc,
    resolver: resolve,
    strict: true,
  };
  const ask = async (domain: string): Promise<[string, Dmarc]> => [
    domain,
    (await askDmarc({ ...proofs, headerFrom: [`x@${domain}`] } as never)) as Dmarc,
  ];
  return new Map(await Promise.all(domains.slice(0, 10).map(ask)));
}
