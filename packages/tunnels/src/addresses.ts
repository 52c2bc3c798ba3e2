import { containsCidr, normalizeCidr, overlapCidr, parseCidr } from 'cidr-tools';
import { parseIp, stringifyIp } from 'ip-bigint';

/** All arithmetic of networks and addresses. Whatever comes in has been checked to be one (zod): the library is lenient. */

/** Without bits behind the prefix, and in the one spelling of RFC 5952. */
export const canonicalNetwork = (cidr: string): string => {
  const { prefix, version, start } = parseCidr(cidr);
  return `${stringifyIp({ number: start, version })}/${prefix}`;
};

export const canonicalAddress = (ip: string): string => stringifyIp(parseIp(ip));

export const familyOf = (cidr: string): 4 | 6 => parseCidr(cidr).version;

export const prefixOf = (cidr: string): number => Number(parseCidr(cidr).prefix);

export const overlap = (one: string | string[], other: string | string[]): boolean => overlapCidr(one, other);

export const contains = (outer: string | string[], inner: string): boolean =>
  containsCidr(typeof outer === 'string' ? outer : [...outer], normalizeCidr(inner));

/** The address that is that many behind the network's own; the server has the first. */
export function nthAddress(subnet: string, number: number): string {
  const { start, version } = parseCidr(subnet);
  return stringifyIp({ number: start + BigInt(number), version });
}

/** How many addresses there are for devices: without the network's own, the server's and, in IPv4, the broadcast. */
export function roomFor(subnets: readonly string[]): number {
  const rooms = subnets.map((subnet) => {
    const { start, end, version } = parseCidr(subnet);
    const last = end - start - (version === 4 ? 1n : 0n);
    return Number(last > 1_000_000n ? 1_000_000n : last) - 1;
  });
  return Math.max(0, Math.min(...rooms));
}

/** Whether an address is one that a device may have in that subnet. */
export function isDeviceAddress(subnet: string, ip: string): boolean {
  const { start, end, version } = parseCidr(subnet);
  const { number, version: own } = parseIp(ip);
  const last = version === 4 ? end - 1n : end;
  return own === version && number > start + 1n && number <= last;
}
