import { domainToASCII } from 'node:url';

/** RFC 5321 §4.5.3.1.1. */
const longestLocal = 64;
const longest = 254;
// RFC 5321 §4.1.2 dot-string, with RFC 6531's letters; a quoted one has not been seen in the wild and is a way to smuggle.
const dotString = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address as it goes on the wire, its domain as DNS has it (RFC 5890); null when it is none. */
export function wireAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1)).toLowerCase();
  const isAddress = dotString.test(local) && hostName.test(domain) && !isNumeric(domain);
  const whole = `${local}@${domain}`;
  return isAddress && Buffer.byteLength(local) <= longestLocal && Buffer.byteLength(whole) <= longest
    ? whole
    : null;
}

/** "127.0.0.1" and "0x7f.1" (which URLs read as it) are no domains. */
const isNumeric = (domain: string): boolean => /(^|\.)\d+$/.test(domain);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
