import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, type InquiryContext, receiveInquiry } from './index.ts';
import { question, testContext } from './testing/context.ts';

const site = { via: 'site', person: null } as const;
describe.each(testEngines())('receiving an inquiry on %s', (engine) => {
  let database: TestDatabase;
  let posted: { to: string; key: string; raw: Buffer }[] = [];
  const context = (): InquiryContext => ({
    ...testContext(database, () => []),
    post: async (message) => void posted.push(message),
  });
  const rows = (key: string) => database.bulk.find('inquiries', { id: key.padEnd(43, '-') });

  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections });
  });
  afterAll(() => database.close());

  test('writes it, tells of it, and posts it to hello@', async () => {
    posted = [];
    const seq = await database.changes.latest();
    const { isNew } = await receiveInquiry.perform(context(), question('first'), site);
    expect(isNew).toBe(true);
    expect(await rows('first')).toMatchObject([
      { name: 'Nora Lind', state: 'open', dueAt: Date.UTC(2026, 10, 3, 17) },
    ]);
    expect((await database.changes.read(seq)).map(({ kind }) => kind)).toEqual(['inquiry.received']);
    expect(posted).toMatchObject([
      { to: 'hello@brightwater.example', key: `inquiry-${question('first').key}` },
    ]);
  });

  test('the same key is one inquiry, and is posted under the same key again', async () => {
    posted = [];
    await receiveInquiry.perform(context(), question('twice'), site);
    const again = await receiveInquiry.perform(context(), question('twice'), site);
    expect(again.isNew).toBe(false);
    expect(await rows('twice')).toHaveLength(1);
    expect(new Set(posted.map(({ key }) => key)).size).toBe(1);
  });

  test('ten at once under one key are one inquiry', async () => {
    const tries = Array.from({ length: 10 }, () => receiveInquiry.perform(context(), question('race'), site));
    expect((await Promise.all(tries)).filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await rows('race')).toHaveLength(1);
  });

  test('when posting fails the next try posts it', async () => {
    posted = [];
    const broken = { ...context(), post: () => Promise.reject(new Error('no disk')) };
    await expect(receiveInquiry.perform(broken, question('retry'), site)).rejects.toThrow('no disk');
    await receiveInquiry.perform(context(), question('retry'), site);
    expect(posted).toHaveLength(1);
  });

  test.each(['web', 'smtp'] as const)('nobody but the site may hand one in (%s)', async (via) => {
    const admin = { id: 'x', role: 'admin', groups: [] } as const;
    const tried = receiveInquiry.perform(context(), question('forged'), { via, person: admin });
    await expect(tried).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await rows('forged')).toEqual([]);
  });

  test.each([
    ['name', { name: 'Nora\nBcc: x' }],
    ['email', { email: 'nora@example.com, x@example.com' }],
    ['text', { text: ' ' }],
    ['key', { key: '../../etc' }],
    ['language', { language: 'en"' }],
  ])('a wrong %s is named', async (field, changes) => {
    const tried = receiveInquiry.perform(context(), { ...question('wrong'), ...changes }, site);
    await expect(tried).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.any(String) } });
  });
});
