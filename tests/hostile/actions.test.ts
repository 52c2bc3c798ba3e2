import { type Action, type Caller, Problem } from '@kontor/core';
import { saveDraft } from '@kontor/mailbox';
import { findPersonByEmail } from '@kontor/people';
import { allActions, type Office } from '@kontor/suite';
import { addAttachment, addPage, addSpace } from '@kontor/wiki';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileValues, leaks } from './hostile-values.ts';
import { type OpenFirm, openFirm } from './open-firm.ts';
import { draftOfSamples, openToAnyone, samples } from './samples.ts';

type AnyAction = Action<unknown, Office, unknown>;
const actions = allActions as unknown as AnyAction[];

let firm: OpenFirm;
let admin: Caller;
/** What the samples' "none" stands for: a folder, conversation, message, space, page and attachment that are there and that the admin may read. */
let real: Record<string, unknown>;
beforeAll(async () => {
  firm = await openFirm();
  const person = await findPersonByEmail(firm.office.payload, 'grace@y.test');
  if (!person) throw new Error('the firm has no admin');
  admin = { via: 'web', person: { id: person.id, role: 'admin', groups: [] }, address: '203.0.113.7' };
  const raw = Buffer.from(
    'From: n@x.test\r\nTo: hello@y.test\r\nSubject: Stairs\r\n\r\nDo you make them?\r\n',
  );
  await firm.office.post({ raw, to: 'hello@y.test', mailFrom: 'n@x.test', key: 'hostile-sample' });
  const [row] = await firm.office.bulk.find('placements', {}, { limit: 1 });
  const { space } = await addSpace.perform(firm.office, { name: 'Joints' }, admin);
  const { page } = await addPage.perform(firm.office, { space, title: 'Dovetails' }, admin);
  const file = { page, filename: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') };
  const { id: attachment } = await addAttachment.perform(firm.office, file, admin);
  const { folder, thread, message, mailbox } = (row ?? {}) as Record<string, unknown>;
  real = { folder, thread, message, mailbox, answers: message, space, page, attachment };
  const draft = { id: draftOfSamples, version: 0, mailbox: String(mailbox), text: 'Dear Nora,' };
  await saveDraft.perform(firm.office, draft, admin);
});
afterAll(() => firm.close());

const withReal = (sample: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(sample).map(([field, value]) => [field, value === 'none' ? real[field] : value]),
  );

const stranger: Caller = { via: 'web', person: null, address: '203.0.113.9' };

/** How it ended: fine, or a problem that may be shown. Anything else is a bug and is thrown on. */
async function ask(action: AnyAction, input: unknown, caller: Caller): Promise<Problem | 'done'> {
  try {
    await action.perform(firm.office, input, caller);
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.kind, error.message).not.toBe('broken');
    expect(JSON.stringify(error)).not.toMatch(leaks);
    expect(error.hint).not.toBe('');
    return error;
  }
}

test('every action has a sample here, and every sample an action', () => {
  expect(Object.keys(samples).sort()).toEqual(actions.map(({ name }) => name).sort());
});

describe.each(actions.map((action) => [action.name, action] as const))('%s', (name, action) => {
  const sample = samples[name] ?? {};

  test('has a sample that is as it should be', () => {
    expect(action.input.safeParse(sample).error).toBeUndefined();
  });

  test('refuses a stranger', async () => {
    const outcome = await ask(action, withReal(sample), stranger);
    if (openToAnyone.includes(name)) return;
    expect(outcome).toBeInstanceOf(Problem);
    expect(['unauthenticated', 'forbidden']).toContain((outcome as Problem).kind);
  });

  test.each(hostileValues)('answers clearly when the whole input is %s', async (_what, value) => {
    await ask(action, value, admin);
    await ask(action, value, stranger);
  });

  test.each(Object.keys(sample))('answers clearly whatever "%s" is', async (field) => {
    for (const [, value] of hostileValues) await ask(action, { ...withReal(sample), [field]: value }, admin);
  });

  test('ignores fields nobody asked for', async () => {
    await ask(action, { ...sample, role: 'admin', id: 'x', __proto__: { role: 'admin' } }, stranger);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

test('nothing was lost on the way: the firm and its admin are as they were', async () => {
  expect(await firm.office.firm()).toMatchObject({ name: 'Brightwater Joinery', domain: 'y.test' });
  expect(await findPersonByEmail(firm.office.payload, 'grace@y.test')).toMatchObject({
    role: 'admin',
    disabled: false,
  });
  expect(await findPersonByEmail(firm.office.payload, 'mallory@another.test')).toBeNull();
});

test('the sample message is real: reading it works', async () => {
  const read = actions.find(({ name }) => name === 'mailbox.read-conversation');
  expect(read && (await ask(read, withReal({ folder: 'none', thread: 'none' }), admin))).toBe('done');
});

test('no password was logged', () => {
  expect(firm.logged.join('')).not.toContain('rebate-mitre-dovetail');
});
