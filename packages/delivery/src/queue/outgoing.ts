import type { Row } from '@kontor/data';

/** Why a recipient did not get it, in the words that a person is told. */
export const reasons = [
  'no-such-address',
  'full',
  'too-large',
  'refused',
  'no-such-domain',
  'takes-no-mail',
  'cannot-spell',
  'not-reached',
  'sender-left',
  'not-taken',
] as const;
export type Reason = (typeof reasons)[number];

/** What became of a recipient, or of the last try. */
export interface Outcome {
  address: string;
  state: 'waiting' | 'sent' | 'failed';
  /** RFC 3463, "5.1.1"; empty before the first try. */
  status: string;
  /** What the other server said, or what was found out about it; harmless to show. */
  answer: string;
  why?: Reason;
}

/** What of a dispatch goes to one domain. */
export interface Outgoing {
  id: string;
  dispatch: string;
  domain: string;
  state: 'waiting' | 'done';
  due: number;
  holder: string | null;
  at: number;
  attempts: number;
  isDelayTold: boolean;
  recipients: Outcome[];
}

export const toOutgoing = (row: Row): Outgoing => row as unknown as Outgoing;

/** A process that has not said so for this long is taken to be dead. */
export const leaseMs = 60_000;

/** One line of at most 300 characters, whatever a server said. */
export const harmless = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 300);

/** What a reply says, as status and reason (RFC 3463 §3; without an enhanced code, RFC 5321 §4.2.3). */
export function readReply(code: number, answer: string): Pick<Outcome, 'status' | 'why' | 'answer'> {
  const kind = code >= 500 ? '5' : '4';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1];
  const status = enhanced?.startsWith(kind) ? enhanced : (byCode[code] ?? `${kind}.0.0`);
  return { status, why: reasonOf(status), answer: harmless(answer) };
}

const byCode: Record<number, string> = {
  450: '4.2.1',
  452: '4.2.2',
  550: '5.1.1',
  551: '5.1.6',
  552: '5.2.2',
  553: '5.1.3',
  554: '5.7.0',
};

function reasonOf(status: string): Reason {
  const [, subject, detail] = status.split('.').map(Number);
  if (subject === 1)
    return detail === 2 ? 'no-such-domain' : detail === 10 ? 'takes-no-mail' : 'no-such-address';
  if (subject === 2) return detail === 2 ? 'full' : detail === 3 ? 'too-large' : 'no-such-address';
  if (subject === 3 && detail === 4) return 'too-large';
  if (subject === 6 && detail === 7) return 'cannot-spell';
  return subject === 7 ? 'refused' : 'not-taken';
}
