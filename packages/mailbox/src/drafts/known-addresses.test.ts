import type { Caller } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listConversations } from '#actions/list-conversations.ts';
import { folderId } from '#mailboxes.ts';
import { anna, ben, eve, type OpenMailboxes, openMailboxes } from '#testing/open-mailboxes.ts';
import { knownAddresses } from './known-addresses.ts';

describe.each(testEngines())('whom mail goes to, on %s', (engine) => {
  let here: OpenMailboxes;
  beforeAll(async () => {
    here = await openMailboxes(engine);
    const { own, shared, deliver } = here;
    await deliver(own, ['From: Private <private@x.test>', 'Subject: x', '', 'x']);
    await deliver(own, ['From: anna@y.test', 'To: Nora <nora@x.test>', 'Subject: Sent', '', 'x'], 'sent');
    await deliver(shared, ['From: me@y.test', 'To: Client <client@x.test>', 'Subject: x', '', 'x'], 'sent');
  });
  afterAll(() => here?.close());
  const known = async (caller: Caller) =>
    (await knownAddresses.perform(here.context, {}, caller)).map(({ address }) => address);

  test('is known from the firm’s people and from mail one may read, never from what one may not', async () => {
    const hers = await known(anna);
    expect(hers).toEqual(expect.arrayContaining(['ben@y.test', 'private@x.test', 'client@x.test']));
    expect(hers).not.toContain('gone@y.test');
    expect(await known(ben)).toContain('client@x.test');
    expect(await known(ben)).not.toContain('private@x.test');
    expect(await known(eve)).toEqual(['anna@y.test', 'ben@y.test']);
  });

  test('begins with colleagues, and whom one wrote to goes before who wrote', async () => {
    expect(await known(anna)).toEqual([
      ...['anna@y.test', 'ben@y.test', 'hello@y.test'],
      ...['nora@x.test', 'client@x.test', 'private@x.test'],
    ]);
  });

  test('is what sent mail is listed by', async () => {
    const sent = { folder: folderId(here.own.id, 'sent') };
    const { rows } = await listConversations.perform(here.context, sent, anna);
    expect(rows.map(({ participants }) => participants)).toEqual([
      [{ name: 'Nora', address: 'nora@x.test' }],
    ]);
  });
});
