import type { Address } from '@kontor/mailbox';

/** Whether it can be an address at all; the office looks closer when it is sent. */
export const looksRight = ({ address }: Address): boolean =>
  address.length <= 254 &&
  /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/u.test(address);

export const spelled = ({ name, address }: Address): string =>
  name && address
    ? `${/[,;<>"@]/.test(name) ? `"${name.replace(/["\\]/g, '')}"` : name} <${address}>`
    : name || address;

/** Addresses as people write and paste them: "Nora Hale <nora@x.example>; b@y.example". What is none stays as it is. */
export function readAddresses(text: string): Address[] {
  return parts(text.slice(0, 20_000)).map(readOne).slice(0, 200);
}

/** Split at commas, semicolons and line ends, but not within quotes. */
function parts(text: string): string[] {
  const found: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && /[,;،؛\n\t]/.test(sign)) {
      found.push(part);
      part = '';
    } else part += sign;
  }
  return [...found, part].map((one) => one.trim()).filter((one) => one !== '');
}

function readOne(part: string): Address {
  const [, name = '', inside = ''] = /^(.*?)<([^<>]*)>$/.exec(part) ?? [];
  if (inside) return { name: name.replaceAll('"', '').trim(), address: inside.trim().toLowerCase() };
  const bare = part.replace(/^mailto:/i, '');
  return { name: '', address: bare.includes('@') ? bare.toLowerCase() : bare };
}

/** Letters as they are compared: "é" as "e", "İ" as "i". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The known people that fit what is typed: whose name, a word of it, or whose address begins so. */
export function fitting(known: readonly Address[], typed: string, taken: readonly Address[]): Address[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return [];
  const there = new Set(taken.map(({ address }) => address));
  const fits = ({ name, address }: Address): boolean =>
    address.startsWith(wanted) ||
    plain(name).startsWith(wanted) ||
    ` ${plain(name)}`.includes(` ${wanted}`) ||
    (wanted.length > 2 && address.slice(address.indexOf('@') + 1).startsWith(wanted));
  return known.filter((one) => !there.has(one.address) && fits(one)).slice(0, 8);
}
