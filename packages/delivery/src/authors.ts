import { domainToASCII } from 'node:url';
import type { HeaderField } from './inspect-message.ts';
import { deliveryProblems } from './problems.ts';

/** Each may name a domain that has to be asked. */
const mostAuthors = 10;

/** RFC 5322 §3.6: one From. With two, one may be shown and the other be checked. */
export function requireOneFrom(fields: readonly HeaderField[]): void {
  if (count(fields, 'from') !== 1) deliveryProblems.raise('unclear-author');
}

/**
 * What is shown as From must be what was checked, each an address with one domain, whichever parser reads it: a domain
 * that only a reader sees would be passed off without a word (RFC 9989 §5.3.1). Several authors need a Sender (RFC 5322
 * §3.6.2). `checked` is null where nothing could be.
 */
export function requireClearAuthors(
  fields: readonly HeaderField[],
  { shown, checked }: { shown: readonly string[]; checked: readonly string[] | null },
): void {
  const readable = shown.map(asciiAddress);
  const isClear =
    readable.length > 0 &&
    readable.length <= mostAuthors &&
    !readable.includes(null) &&
    (readable.length === 1 || count(fields, 'sender') === 1);
  const isSame =
    !checked || String(checked.map(asciiAddress).toSorted()) === String([...readable].toSorted());
  if (!isClear || !isSame) deliveryProblems.raise('unclear-author');
}

/** The domain of an address as DNS has it; null where there is none, or more than one. */
export function domainOf(address: string): string | null {
  const [local, domain, ...more] = address.split('@');
  if (!local || !domain || more.length > 0) return null;
  const ascii = domainToASCII(domain.replace(/\.$/, ''));
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(ascii) ? ascii : null;
}

function asciiAddress(address: string): string | null {
  const domain = domainOf(address);
  const [local = ''] = address.split('@');
  // Nothing that a parser may take for a list, a comment or the address's own end.
  return domain && /^(?:"[^"\\]*"|[^\s"(),:;<>[\]\\]+)$/.test(local) && local.length <= 255
    ? `${local.toLowerCase()}@${domain}`
    : null;
}

const count = (fields: readonly HeaderField[], name: string): number =>
  fields.filter((field) => field.name === name).length;
