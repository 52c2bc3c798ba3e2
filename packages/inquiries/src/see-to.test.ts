import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Colleague } from './answerable.ts';
import {
  answerOps,
  closeInquiry,
  collections,
  giveInquiry,
  listOpenInquiries,
  receiveInquiry,
  reopenInquiry,
  takeInquiry,
  undeliveredOps,
} from './index.ts';
import { colleague, question, testContext } from './testing/context.ts';

const as = (id: string) => ({ via: 'web', person: { id, role: 'staff', groups: [] } }) as const;
/** Who asked, as they may be written to. */
const recipients = ['Nora@example.com'];
let number = 0;

describe.each(testEngines())('seeing to a question on %s', (engine) => {
  let database: TestDatabase;
  let staff: Colleague[];
  let inquiry: string;
  const context = () => testContext(database, () => staff);
  const row = async () => (await database.bulk.find('inquiries', { id: inquiry }))[0];
  const note = async (answer: Parameters<typeof answerOps>[1]) =>
    database.bulk.write(await answerOps(context(), answer));
  const listed = async () =>
    (await listOpenInquiries.perform(context(), {}, as('anna'))).inquiries.find(({ id }) => id === inquiry);

  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    staff = [colleague('grace', { isAdmin: true }), colleague('anna'), colleague('ben')];
    number += 1;
    const asked = question(`${engine}-${number}`);
    inquiry = asked.key;
    await receiveInquiry.perform(context(), asked, { via: 'site', person: null });
  });

  test('who takes it has it, and the next one is told who', async () => {
    await takeInquiry.perform(context(), { inquiry }, as('anna'));
    await takeInquiry.perform(context(), { inquiry }, as('anna'));
    await expect(takeInquiry.perform(context(), { inquiry }, as('ben'))).rejects.toThrow(/Anna took/);
    expect((await listed())?.owner).toEqual({ id: 'anna', name: 'Anna', isAway: false });
  });

  test('of ten who take it at once one has it', async () => {
    staff = Array.from({ length: 10 }, (_, index) => colleague(`p${index}`));
    const tries = staff.map(({ id }) => takeInquiry.perform(context(), { inquiry }, as(id)));
    const won = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
  });

  test.each([{ disabled: true }, { away: true }])(
    'what somebody holds who is %j can be taken',
    async (how) => {
      await takeInquiry.perform(context(), { inquiry }, as('anna'));
      staff = [colleague('grace', { isAdmin: true }), colleague('anna', how), colleague('ben')];
      expect((await listed())?.answerable).toEqual(['grace']);
      await takeInquiry.perform(context(), { inquiry }, as('ben'));
      expect((await row())?.['owner']).toBe('ben');
    },
  );

  test('it is handed to those who work here, and to nobody else', async () => {
    await giveInquiry.perform(context(), { inquiry, to: 'ben' }, as('anna'));
    expect((await row())?.['owner']).toBe('ben');
    staff = [colleague('ben', { disabled: true })];
    for (const to of ['ben', 'nobody'])
      await expect(giveInquiry.perform(context(), { inquiry, to }, as('anna'))).rejects.toThrow(
        /Nobody here/,
      );
  });

  test('answering it takes it, whoever had it', async () => {
    await takeInquiry.perform(context(), { inquiry }, as('anna'));
    const answer = { references: ['x@y.test', `${inquiry}@brightwater.example`], person: 'ben', recipients };
    await note(answer);
    await note({ ...answer, person: 'grace' });
    expect(await row()).toMatchObject({ state: 'answered', owner: 'ben' });
    expect(await listed()).toBeUndefined();
    await expect(takeInquiry.perform(context(), { inquiry }, as('anna'))).rejects.toThrow(
      /answered or closed/,
    );
  });

  test('to ask a colleague what to say is no answer', async () => {
    const references = [`${inquiry}@brightwater.example`];
    await note({ references, person: 'ben', recipients: ['anna@brightwater.example'] });
    expect(await row()).toMatchObject({ state: 'open', owner: null });
  });

  test('an answer that does not arrive is none, and it is still theirs who wrote it', async () => {
    const answer = { references: [`${inquiry}@brightwater.example`], person: 'ben', recipients };
    const undelivered = async (more: object) =>
      database.bulk.write(await undeliveredOps(context(), { ...answer, ...more }));
    await note(answer);
    await undelivered({ recipients: ['anna@brightwater.example'] });
    await undelivered({ person: 'grace' });
    expect((await row())?.['state']).toBe('answered');
    await undelivered({});
    await undelivered({});
    expect(await row()).toMatchObject({ state: 'open', owner: 'ben', answeredAt: null });
    expect((await listed())?.owner).toMatchObject({ id: 'ben' });
  });

  test('mails that answer something else change nothing', async () => {
    const references = ['', '@', inquiry, `${inquiry}@`, '__proto__@x', `${'x'.repeat(200)}@y`];
    await note({ references, person: 'ben', recipients });
    expect((await row())?.['state']).toBe('open');
  });

  test('it can be closed without an answer, and opened again', async () => {
    await closeInquiry.perform(context(), { inquiry }, as('anna'));
    expect(await listed()).toBeUndefined();
    await expect(closeInquiry.perform(context(), { inquiry }, as('ben'))).rejects.toThrow();
    await reopenInquiry.perform(context(), { inquiry }, as('anna'));
    expect(await listed()).toMatchObject({ begins: 'Do you repair box sashes?', owner: null });
  });

  test('a stranger sees and takes nothing; what is not there is said', async () => {
    const stranger = { via: 'web', person: null } as const;
    for (const one of [takeInquiry, closeInquiry, reopenInquiry])
      await expect(one.perform(context(), { inquiry }, stranger)).rejects.toThrow(/signed-in/);
    await expect(listOpenInquiries.perform(context(), {}, stranger)).rejects.toThrow(/signed-in/);
    const missing = { inquiry: 'n'.repeat(43) };
    await expect(takeInquiry.perform(context(), missing, as('anna'))).rejects.toThrow(/not there/);
  });
});
