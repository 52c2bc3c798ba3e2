import { testEngines } from '@kontor/data/testing';
import { listMailboxes } from '@kontor/mailbox';
import { addPerson, type Person, setUpFirm } from '@kontor/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { as, browser, cli, firm, openTestOffice } from './testing/open-test-office.ts';

const omar = { name: 'Omar Haddad', localPart: 'omar', password: 'copper kettle morning 3' };

/** The next row of that collection cannot be written, as when the disk is full or the process dies. */
function failOnce({ payload }: Office, slug: string): void {
  const create = payload.create;
  payload.create = ((options: { collection: string }) => {
    if (options.collection !== slug) return create.call(payload, options as never);
    payload.create = create;
    return Promise.reject(new Error('the disk is full'));
  }) as typeof create;
}

describe.each(testEngines())('joining on %s', (engine) => {
  let office: Office;
  let admins: Person[];
  let refused: string[];
  /** Who set the firm up. */
  let grace: Person;
  let end: () => Promise<void>;
  const addressesOf = async (person: Person) =>
    (await listMailboxes.perform(office, {}, as(person))).map(({ address }) => address);

  beforeAll(async () => {
    const opened = await openTestOffice(engine);
    ({ office, close: end } = opened);
    const setUp = (who: { name: string; localPart: string }) =>
      setUpFirm.perform(office, { ...firm, ...who, token: opened.token }, browser('192.0.2.1'));
    failOnce(office, 'persons');
    await expect(setUp({ name: 'Anna Berg', localPart: 'anna' })).rejects.toThrow('the disk is full');
    const shared = setUp({ name: 'Hello', localPart: 'hello' });
    await expect(shared).rejects.toMatchObject({
      code: 'people.address-taken',
      fields: { localPart: expect.any(String) },
    });
    const grown = await Promise.allSettled([
      setUp({ name: 'Grace Whitfield', localPart: 'grace' }),
      setUp({ name: 'Marta Ek', localPart: 'marta' }),
    ]);
    admins = grown.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    refused = grown.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    [grace] = admins as [Person];
  });
  afterAll(() => end?.());

  test('of two who set up at once with one link one does', async () => {
    expect(admins).toHaveLength(1);
    expect(refused).toEqual(['people.set-up-link-used']);
    const { totalDocs } = await office.payload.count({ collection: 'persons' as never });
    expect(totalDocs).toBe(1);
  });

  test('a set-up that broke off gives its mail to whoever sets up in the end', async () => {
    expect(await addressesOf(grace)).toEqual([grace.email, 'hello@brightwater.example']);
  });

  test('whoever was to be there in the try that broke off can still join, with their mailbox', async () => {
    const anna = await addPerson.perform(
      office,
      { ...omar, name: 'Anna Berg', localPart: 'anna' },
      as(grace),
    );
    expect(await addressesOf(anna)).toEqual(['anna@brightwater.example']);
  });

  test('a join that broke off is done again, and the person has their mailbox', async () => {
    failOnce(office, 'persons');
    await expect(addPerson.perform(office, omar, as(grace))).rejects.toThrow('the disk is full');
    const joined = await addPerson.perform(office, omar, as(grace));
    expect(await addressesOf(joined)).toEqual(['omar@brightwater.example']);
  });

  test('two who add the same person at once add one, who has the mailbox', async () => {
    const input = { ...omar, name: 'Priya Raman', localPart: 'priya' };
    const both = await Promise.allSettled([
      addPerson.perform(office, input, as(grace)),
      addPerson.perform(office, input, cli),
    ]);
    const joined = both.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
    expect(joined).toHaveLength(1);
    expect(await addressesOf(joined[0] as Person)).toEqual(['priya@brightwater.example']);
  });

  test.each(['hello', 'info', 'priya'])('%s, an address in use, is nobody else’s', async (localPart) => {
    const { docs } = await office.payload.find({ collection: 'mailboxes' as never, limit: 1, depth: 0 });
    const alias = { address: 'info@brightwater.example', mailbox: (docs[0] as { id: string }).id };
    if (localPart === 'info')
      await office.payload.create({ collection: 'aliases' as never, data: alias as never });
    const join = addPerson.perform(office, { ...omar, localPart }, as(grace));
    await expect(join).rejects.toMatchObject({ code: 'people.address-taken' });
  });
});
