import { type FakeClock, fakeClock } from '@kontor/core';
import type { TestDatabase } from '@kontor/data/testing';
import type { Colleague } from '../answerable.ts';
import type { ReminderContext } from '../remind.ts';

export const workingTime = {
  timeZone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};

export const colleague = (id: string, changes: Partial<Colleague> = {}): Colleague => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  email: `${id}@brightwater.example`,
  language: 'en',
  isAdmin: false,
  disabled: false,
  away: false,
  ...changes,
});

export interface Posted {
  to: string;
  key: string;
  raw: Buffer;
}

/** A context over a test database whose mail is kept in a list, once for each key as a mailbox does. */
export function testContext(
  database: TestDatabase,
  staff: () => Colleague[],
  clock: FakeClock = fakeClock(),
): ReminderContext & { posted: Posted[]; clock: FakeClock } {
  const posted: Posted[] = [];
  return {
    bulk: database.bulk,
    clock,
    posted,
    officeUrl: 'https://office.brightwater.example',
    audit: () => {},
    firm: async () => ({ name: 'Brightwater', domain: 'brightwater.example' }),
    workingTime: async () => workingTime,
    colleagues: async () => staff(),
    async post(message) {
      if (!posted.some(({ key }) => key === message.key)) posted.push(message);
    },
  };
}

export const question = (key: string, receivedAt = Date.UTC(2026, 10, 3, 9)) => ({
  key: key.padEnd(43, '-'),
  name: 'Nora Lind',
  email: 'nora@example.com',
  phone: '',
  text: 'Do you repair box sashes?',
  language: 'en',
  page: '/contact',
  receivedAt,
});
