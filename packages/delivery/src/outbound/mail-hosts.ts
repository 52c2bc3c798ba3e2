import type { Reason } from '#queue/outgoing.ts';
import type { Resolve } from '#resolver.ts';
import { isPrivateAddress } from './private-address.ts';

export interface MailHost {
  name: string;
  /** To be tried in this order. */
  addresses: string[];
}

export type MailHosts =
  | { ok: true; hosts: MailHost[] }
  /** `isFinal` when trying again changes nothing. */
  | { ok: false; isFinal: boolean; status: string; why: Reason; answer: string };

interface Options {
  resolve: Resolve;
  /** Our own name: mail for it must not come back to us. */
  hostname: string;
  allowPrivate: boolean;
  /** 0 to 1, for the order of hosts that are as good as each other. */
  chance(): number;
}

const mostHosts = 5;
const mostAddresses = 4;

/** The servers that take a domain's mail, best first (RFC 5321 §5.1, RFC 7505). */
export async function mailHosts(domain: string, options: Options): Promise<MailHosts> {
  const { resolve, hostname, chance } = options;
  const asked = await ask<{ exchange: string; priority: number }>(resolve, domain, 'MX');
  if (asked === 'later') return later(domain);
  if (asked === 'no-name') return no('5.1.2', 'no-such-domain', `${domain} does not exist`);
  if (asked.length === 0) return reachable(domain, [domain], options);
  const offers = asked
    .map(({ exchange, priority }) => ({ name: exchange.toLowerCase().replace(/\.$/, ''), priority }))
    .map((offer) => ({ ...offer, place: chance() }));
  // RFC 7505: a null MX.
  if (offers.every(({ name }) => name === ''))
    return no('5.1.10', 'takes-no-mail', `${domain} takes no mail`);
  const own = offers.find(({ name }) => name === hostname.toLowerCase());
  const better = offers.filter(({ name, priority }) => name !== '' && (!own || priority < own.priority));
  if (better.length === 0) return no('5.4.6', 'not-taken', `${domain} leads back to this server`);
  const names = better
    .sort((one, other) => one.priority - other.priority || one.place - other.place)
    .map(({ name }) => name);
  return reachable(domain, [...new Set(names)].slice(0, mostHosts), options);
}

async function reachable(domain: string, names: string[], options: Options): Promise<MailHosts> {
  const { resolve, allowPrivate } = options;
  const hosts: MailHost[] = [];
  let [isUnsure, isPrivate] = [false, false];
  for (const name of names) {
    const answers = await Promise.all([ask<string>(resolve, name, 'AAAA'), ask<string>(resolve, name, 'A')]);
    const [six = [], four = []] = answers.map((answer) => (typeof answer === 'string' ? [] : answer));
    const found = inTurns(six, four);
    const addresses = found.filter((address) => allowPrivate || !isPrivateAddress(address));
    isUnsure ||= answers.includes('later');
    isPrivate ||= addresses.length < found.length;
    if (addresses.length > 0) hosts.push({ name, addresses: addresses.slice(0, mostAddresses) });
  }
  if (hosts.length > 0) return { ok: true, hosts };
  if (isUnsure) return later(domain);
  return isPrivate
    ? no('5.4.4', 'takes-no-mail', `The mail server of ${domain} has a private address`)
    : no('5.4.4', 'takes-no-mail', `No mail server of ${domain} has an address`);
}

/** The families take turns (RFC 8305 §4): where one of them leads nowhere, the other is tried too. */
const inTurns = <Item>(one: readonly Item[], other: readonly Item[]): Item[] =>
  Array.from({ length: Math.max(one.length, other.length) }).flatMap((_, at) => [
    ...one.slice(at, at + 1),
    ...other.slice(at, at + 1),
  ]);

/** Records; none is an empty list. */
async function ask<Item>(
  resolve: Resolve,
  name: string,
  type: string,
): Promise<Item[] | 'no-name' | 'later'> {
  try {
    const records = await resolve(name, type);
    return Array.isArray(records) ? (records as Item[]) : [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENODATA') return [];
    return code === 'ENOTFOUND' ? 'no-name' : 'later';
  }
}

const later = (domain: string): MailHosts => ({
  ...{ ok: false, isFinal: false, status: '4.4.3', why: 'not-reached' },
  answer: `DNS does not tell where the mail of ${domain} goes`,
});

const no = (status: string, why: Reason, answer: string): MailHosts => ({
  ...{ ok: false, isFinal: true, status, why, answer },
});
