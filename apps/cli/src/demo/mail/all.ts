import { abroad } from './abroad.ts';
import { customers } from './customers.ts';
import type { DemoMail } from './demo-mail.ts';
import { office } from './office.ts';
import { suppliers } from './suppliers.ts';

const day = 86_400_000;

/** When a mail was written, for a demo made at `now`. Never later than a minute before. */
export function writtenAt({ when }: Pick<DemoMail, 'when'>, now: number): number {
  const [days = '', time = ''] = when.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (days === '0') return now - (hours * 60 + minutes) * 60_000;
  const midnight = Math.floor((now - Number(days) * day) / day) * day;
  return Math.min(midnight + (hours * 60 + minutes) * 60_000, now - 60_000);
}

/** Every mail of the demo, the oldest first: an answer comes after what it answers. */
export const mailsByDate = (now: number): DemoMail[] =>
  [...customers, ...suppliers, ...abroad, ...office].sort(
    (one, other) => writtenAt(one, now) - writtenAt(other, now),
  );

/** Up to here everybody has read their mail; the rest is new. */
export const isNew = (mail: DemoMail, now: number): boolean => writtenAt(mail, now) > now - 2.5 * day;
