import type { Address } from '@kontor/mailbox';

/** What a person is called where there is little room. */
export const nameOf = ({ name, address }: Address): string => name.trim() || address;

/** A name or a domain keeps its own order within a sentence of the other direction. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Everyone in a conversation, first names when they are several; `between` is the language's comma. */
export function namesOf(people: Address[], between: string): string {
  const [first] = people;
  if (people.length === 1 && first) return nameOf(first);
  return people
    .map((person) => nameOf(person).split(/[\s,]/)[0] ?? '')
    .filter(Boolean)
    .join(between);
}

/** One or two letters that stand for a name; the picture beside it says nothing more. */
export function initialsOf(person: Address | undefined): string {
  const words = (person ? nameOf(person) : '')
    .split(/[\s.@_-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters = [first, last].map((word) => [...word][0] ?? '').join('');
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u.test(letters)
    ? letters.toLocaleUpperCase()
    : ([...first][0] ?? '?');
}
