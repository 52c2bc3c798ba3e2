import { testEngines } from '@kontor/data/testing';
import { receiveInquiry } from '@kontor/inquiries';
import {
  listConversations,
  listMailboxes,
  markConversation,
  moveConversation,
  readConversation,
} from '@kontor/mailbox';
import { addPerson, disablePerson, issueSetUpToken, type Person, setUpFirm, signIn } from '@kontor/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { as, browser, cli, firm, openTestOffice, password, site } from './testing/open-test-office.ts';

describe.each(testEngines())('a firm’s first day on %s', (engine) => {
  let office: Office;
  let anna: Person;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openTestOffice(engine);
    ({ office, close: end } = opened);
    anna = await setUpFirm.perform(office, { ...firm, token: opened.token }, browser('192.0.2.1'));
  });
  afterAll(() => end?.());

  test('it is set up once', async () => {
    await expect(issueSetUpToken.perform(office, {}, cli)).rejects.toMatchObject({
      code: 'people.already-set-up',
    });
    const again = setUpFirm.perform(office, { ...firm, token: 'x'.repeat(27) }, browser('192.0.2.1'));
    await expect(again).rejects.toMatchObject({ code: 'people.already-set-up' });
  });

  test('a question sent twice is one inquiry and one message in hello@, and can be read and filed', async () => {
    const inquiry = {
      key: 'a-key-of-the-site-0001',
      name: 'Zoë',
      email: 'zoe@customer.example',
      text: 'What does an oak door cost?',
      language: 'en',
      page: '/contact',
      receivedAt: Date.now(),
    };
    expect(await receiveInquiry.perform(office, inquiry, site)).toEqual({ isNew: true });
    expect(await receiveInquiry.perform(office, inquiry, site)).toEqual({ isNew: false });
    const arrived = (await office.changes.read(0)).filter(({ kind }) => kind === 'mail.arrived');
    expect(arrived).toHaveLength(1);
    const mailboxes = await listMailboxes.perform(office, {}, as(anna));
    const hello = mailboxes.find(({ address }) => address === 'hello@brightwater.example');
    const inbox = hello?.folders.find(({ role }) => role === 'inbox');
    expect(inbox).toMatchObject({ total: 1, unread: 1 });
    const folder = inbox?.id ?? '';
    const { rows } = await listConversations.perform(office, { folder }, as(anna));
    const thread = rows[0]?.thread ?? '';
    const { messages } = await readConversation.perform(office, { folder, thread }, as(anna));
    expect(messages[0]?.replyTo).toEqual([{ name: 'Zoë', address: 'zoe@customer.example' }]);
    expect(messages[0]?.text).toContain('What does an oak door cost?');
    await markConversation.perform(office, { folder, thread, seen: true, flagged: true }, as(anna));
    expect((await listConversations.perform(office, { folder }, as(anna))).rows[0]).toMatchObject({
      unread: false,
      starred: true,
    });
    const { undo } = await moveConversation.perform(
      office,
      { folder, thread, to: { role: 'archive' } },
      as(anna),
    );
    expect((await listConversations.perform(office, { folder }, as(anna))).rows).toEqual([]);
    await moveConversation.perform(office, undo, as(anna));
    expect((await listConversations.perform(office, { folder }, as(anna))).rows[0]).toMatchObject({
      thread,
      starred: true,
    });
  });

  test('nobody reads another person’s mailbox, not even an admin', async () => {
    const input = { name: 'Omar Haddad', localPart: 'omar', password: 'copper kettle morning 3' };
    const omar = await addPerson.perform(office, input, as(anna));
    const [own] = await listMailboxes.perform(office, {}, as(omar));
    const folder = own?.folders[0]?.id ?? '';
    const peek = listConversations.perform(office, { folder }, as(anna));
    await expect(peek).rejects.toMatchObject({ code: 'action.not-allowed' });
  });

  test('a person who is let go is out at once', async () => {
    const input = { name: 'Mia Lund', localPart: 'mia', password: 'seven quiet harbours' };
    const mia = await addPerson.perform(office, input, as(anna));
    const here = browser('192.0.2.7');
    const { token } = await signIn.perform(office, { email: mia.email, password: input.password }, here);
    expect(await office.sessions.check(token)).not.toBeNull();
    const { receipt } = await disablePerson.perform(office, { person: mia.id }, as(anna));
    expect(receipt.every(({ shut }) => shut)).toBe(true);
    expect(await office.sessions.check(token)).toBeNull();
    const back = signIn.perform(office, { email: mia.email, password: input.password }, here);
    await expect(back).rejects.toMatchObject({ code: 'people.wrong-password' });
  });

  test('guessing from elsewhere is slowed down and does not shut the person out where they are known', async () => {
    const home = browser('192.0.2.20');
    await signIn.perform(office, { email: anna.email, password }, home);
    const guess = (index: number) =>
      signIn.perform(
        office,
        { email: anna.email, password: `guess number ${index}` },
        browser('198.51.100.9'),
      );
    const outcomes = await Promise.allSettled(Array.from({ length: 14 }, (_, index) => guess(index)));
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'in'));
    expect(codes).not.toContain('in');
    expect(codes).toContain('people.too-many-attempts');
    const { session } = await signIn.perform(office, { email: anna.email, password }, home);
    expect(session.person).toBe(anna.id);
  });
});
