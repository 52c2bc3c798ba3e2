import { fakeClock } from '@kontor/core';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerable, type Colleague } from './answerable.ts';
import { answerOps, closeInquiry, collections, receiveInquiry, remindOverdue, takeInquiry } from './index.ts';
import { colleague, question, testContext } from './testing/context.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 9);
const site = { via: 'site', person: null } as const;

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe.each(testEngines())('reminding on %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections });
  });
  afterAll(() => database.close());

  test('200 questions in 30 days, with three absences and one who is let go: none is overdue in silence', async () => {
    const random = chance(7);
    const clock = fakeClock(monday);
    const day = () => Math.floor((clock.now() - monday) / (24 * hour));
    const isIn = (from: number, until: number) => day() >= from && day() < until;
    const staff = (): Colleague[] => [
      colleague('grace', { isAdmin: true, away: isIn(10, 17) }),
      colleague('omar', { isAdmin: true, away: isIn(12, 15) }),
      colleague('anna', { away: isIn(3, 9) }),
      colleague('ben', { disabled: day() >= 14 }),
      colleague('cleo'),
    ];
    const context = testContext(database, staff, clock);
    const asked = Array.from({ length: 200 }, () => monday + Math.floor(random() * 30 * 24) * hour).sort(
      (a, b) => a - b,
    );
    let received = 0;
    while (clock.now() < monday + 40 * 24 * hour) {
      for (; (asked[received] ?? Number.POSITIVE_INFINITY) <= clock.now(); received += 1)
        await receiveInquiry.perform(context, question(`${engine}-q${received}-`, asked[received]), site);
      await someWork(context, random, staff);
      await remindOverdue(context);
      await everyOverdueIsKnown(context, staff());
      clock.advance(hour);
    }
    expect(received).toBe(200);
    const reminders = context.posted.filter(({ key }) => key.startsWith('reminder-'));
    expect(reminders.length).toBeGreaterThan(20);
    // Each once: for a question and a person there is one mail.
    expect(new Set(reminders.map(({ key }) => key)).size).toBe(reminders.length);
    expect(await remindOverdue(context)).toBe(0);
  });

  async function someWork(
    context: ReturnType<typeof testContext>,
    random: () => number,
    staff: () => Colleague[],
  ): Promise<void> {
    const present = staff().filter(({ away, disabled }) => !away && !disabled);
    const open = await database.bulk.find('inquiries', { state: 'open' });
    for (const { id, owner, email } of open) {
      const one = present[Math.floor(random() * present.length)];
      const caller = { via: 'web', person: { id: one?.id ?? '', role: 'staff', groups: [] } } as const;
      const dice = random();
      if (dice < 0.02 && !owner) await takeInquiry.perform(context, { inquiry: id }, caller);
      else if (dice > 0.99 && owner && present.some((there) => there.id === owner))
        await database.bulk.write(
          await answerOps(context, {
            references: [`${id}@brightwater.example`],
            person: String(owner),
            recipients: [String(email)],
          }),
        );
      else if (dice > 0.995) await closeInquiry.perform(context, { inquiry: id }, caller);
    }
  }

  async function everyOverdueIsKnown(
    context: ReturnType<typeof testContext>,
    staff: Colleague[],
  ): Promise<void> {
    const overdue = { state: 'open', dueAt: { lte: context.clock.now() } };
    for (const { id, owner, reminded } of await database.bulk.find('inquiries', overdue)) {
      const whom = answerable((owner as string | null) ?? null, staff);
      expect(whom.length, id).toBeGreaterThan(0);
      expect(reminded, id).toEqual(expect.arrayContaining(whom.map((one) => one.id)));
      for (const one of whom)
        expect(context.posted.map(({ key }) => key)).toContain(`reminder-${id}-${one.id}`);
    }
  }

  test('two who look at once, and one who dies before noting it, send one mail', async () => {
    await database.bulk.write([{ op: 'delete', in: 'inquiries', where: {} }]);
    const context = testContext(database, () => [colleague('grace', { isAdmin: true })], fakeClock(monday));
    await receiveInquiry.perform(context, question(`${engine}-race`, monday), site);
    context.clock.advance(7 * hour);
    expect(await remindOverdue(context)).toBe(0);
    context.clock.advance(24 * hour);
    await Promise.all([remindOverdue(context), remindOverdue(context)]);
    await database.bulk.write([{ op: 'update', in: 'inquiries', where: {}, set: { reminded: null } }]);
    await remindOverdue(context);
    expect(context.posted.filter(({ key }) => key.startsWith('reminder-'))).toHaveLength(1);
  });

  test('admins are told who took a question and is on leave or gone', async () => {
    for (const state of [{ away: true }, { disabled: true }]) {
      await database.bulk.write([{ op: 'delete', in: 'inquiries', where: {} }]);
      const staff = [colleague('grace', { isAdmin: true }), colleague('anna')];
      const context = testContext(database, () => staff, fakeClock(monday));
      await receiveInquiry.perform(context, question(`${engine}-${Object.keys(state)}`, monday), site);
      const [row] = await database.bulk.find('inquiries', {});
      const anna = { via: 'web', person: { id: 'anna', role: 'staff', groups: [] } } as const;
      await takeInquiry.perform(context, { inquiry: row?.id ?? '' }, anna);
      staff[1] = colleague('anna', state);
      context.clock.advance(48 * hour);
      await remindOverdue(context);
      const [told] = context.posted.filter(({ key }) => key.startsWith('reminder-'));
      expect(told?.to).toBe('grace@brightwater.example');
      expect(told?.raw.toString().replace(/=\r\n/g, '')).toContain('Anna took this question and is not here');
    }
  });

  test('a question from before there were due times gets one', async () => {
    await database.bulk.write([{ op: 'update', in: 'inquiries', where: {}, set: { dueAt: null } }]);
    const context = testContext(database, () => [colleague('omar', { isAdmin: true })], fakeClock(monday));
    context.clock.advance(48 * hour);
    expect(await remindOverdue(context)).toBe(1);
  });
});

test.each<[string, object | null, RegExp]>([
  ['who took it', { name: 'Anna', isReader: true }, /^You took this question/m],
  [
    'admins, when who took it is not there',
    { name: 'Anna', isReader: false },
    /^Anna took this question and is not here/m,
  ],
  ['admins, when nobody took it', null, /^Nobody has taken this question/m],
])('the reminder tells %s how it stands', async (_whom, owner, says) => {
  const { reminderMessage } = await import('./reminder.ts');
  const asked = { id: 'k'.repeat(43), name: 'Nora', text: 'Hello', receivedAt: monday, owner } as never;
  const firm = { name: 'Brightwater', domain: 'brightwater.example' };
  const where = { firm, officeUrl: 'https://office.test', timeZone: 'Europe/London', at: monday };
  const readIn = async (language: string) => {
    const raw = (await reminderMessage(asked, colleague('grace', { language }), where)).toString();
    const [head = '', body = ''] = raw.split('\r\n\r\n');
    const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
    return isBase64 ? Buffer.from(body, 'base64').toString() : raw.replace(/=\r\n/g, '');
  };
  expect(await readIn('en')).toMatch(says);
  for (const language of ['ar', 'de', 'ru'])
    expect((await readIn(language)).includes('Anna')).toBe(says.source.startsWith('^Anna'));
});

test('the reminder speaks the reader’s language and carries nothing a visitor could forge', async () => {
  const { reminderMessage } = await import('./reminder.ts');
  const asked = {
    id: 'k'.repeat(43),
    name: 'Nora\r\nBcc: x@y.test <boss@nordbank.example>',
    text: 'Hello\r\nBcc: z@y.test',
    receivedAt: monday,
    owner: null,
  };
  const firm = { name: 'Brightwater', domain: 'brightwater.example' };
  const where = { firm, officeUrl: 'https://office.test', timeZone: 'Europe/London', at: monday };
  for (const language of ['en', 'ar', 'de', 'ru', 'xx']) {
    const raw = (await reminderMessage(asked, colleague('grace', { language }), where)).toString();
    const [head = ''] = raw.split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
  }
});
