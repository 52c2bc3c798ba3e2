import type { Address, Original } from '@kontor/mailbox';
import { exactDate } from '#dates/dates.ts';
import type { Speak } from '../texts/speak.ts';

interface Writer {
  say: Speak;
  timeZone: string;
  signature: string;
}

/** Characters of a quoted message that come along. */
const mostQuoted = 60_000;

/** What stands in a letter before a word is written: room, the signature, and below it what is answered or forwarded. */
export function firstText(
  kind: 'new' | 'reply' | 'forward',
  original: Original | null,
  writer: Writer,
): string {
  const { signature } = writer;
  // Programs take whatever follows "-- " for the signature (RFC 3676 §4.3): where a quote follows, it stands without.
  if (!original || kind === 'new') return signature ? `\n\n-- \n${signature}\n` : '';
  const signed = signature ? `\n\n${signature}` : '';
  const below = kind === 'reply' ? quoted(original, writer) : forwarded(original, writer);
  return `${signed}\n\n${below}\n`;
}

function quoted(original: Original, { say, timeZone }: Writer): string {
  const name = namesOf(original.writer);
  const intro = say('write.wrote', { date: dateOf(original, say, timeZone), name });
  const lines = bounded(original.text).split('\n');
  return [intro, ...lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))].join(
    '\n',
  );
}

function forwarded(original: Original, { say, timeZone }: Writer): string {
  const heads: [Parameters<Speak>[0], string][] = [
    ['message.from', spelledAll(original.from)],
    ['message.date', dateOf(original, say, timeZone)],
    ['write.subject', original.subject],
    ['message.to', spelledAll(original.to)],
    ['message.cc', spelledAll(original.cc)],
  ];
  const head = heads.filter(([, value]) => value !== '').map(([key, value]) => `${say(key)}: ${value}`);
  return [`---------- ${say('write.forwarded')} ----------`, ...head, '', bounded(original.text)].join('\n');
}

const dateOf = ({ date }: Original, say: Speak, timeZone: string): string =>
  exactDate(date, { language: say.language, timeZone, now: 0 });

function bounded(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trimEnd();
  return plain.length > mostQuoted ? `${plain.slice(0, mostQuoted)}\n[…]` : plain;
}

const spelled = ({ name, address }: Address): string => (name ? `${name} <${address}>` : address);
const spelledAll = (people: Address[]): string => people.slice(0, 20).map(spelled).join(', ');
const namesOf = (people: Address[]): string => (people[0] ? spelled(people[0]) : '?');
