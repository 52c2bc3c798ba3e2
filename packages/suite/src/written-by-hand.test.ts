import { testEngines } from '@kontor/data/testing';
import { findMailboxByAddress, listMailboxes, type Mailbox } from '@kontor/mailbox';
import { addPerson, type Person, setUpFirm } from '@kontor/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { as, browser, firm, openTestOffice } from './testing/open-test-office.ts';

/** What an admin writes through Payload's admin or REST API, where no action stands between. */
describe.each(testEngines())('written by hand, on %s', (engine) => {
  let office: Office;
  let logged: Record<string, unknown>[];
  let anna: Person;
  let omar: Person;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openTestOffice(engine);
    ({ office, logged, close: end } = opened);
    anna = await setUpFirm.perform(office, { ...firm, token: opened.token }, browser('192.0.2.1'));
    const input = { name: 'Omar Haddad', localPart: 'omar', password: 'copper kettle morning 3' };
    omar = await addPerson.perform(office, input, as(anna));
  });
  afterAll(() => end?.());

  const byAnna = () => ({ overrideAccess: false, depth: 0, user: { ...anna, collection: 'persons' } });
  const write = (method: 'create' | 'update' | 'delete' | 'updateGlobal', asked: object) =>
    (office.payload[method] as (asked: object) => Promise<{ id: string }>)({ ...byAnna(), ...asked });
  const lines = () =>
    logged
      .filter(({ event, person }) => event === 'audit.action' && person === anna.id)
      .map(({ action, subject }) => [action, subject]);
  const boxOf = (localPart: string) =>
    findMailboxByAddress(office, `${localPart}@brightwater.example`) as Promise<Mailbox>;

  test('says in the audit who changed which row', async () => {
    const { id: group } = await write('create', { collection: 'groups', data: { name: 'Workshop' } });
    const hello = (await boxOf('hello')).id;
    await write('update', { collection: 'mailboxes', id: hello, data: { groups: [group] } });
    const data = { address: 'info@brightwater.example', mailbox: hello };
    const { id: alias } = await write('create', { collection: 'aliases', data });
    await write('delete', { collection: 'aliases', id: alias });
    await write('update', { collection: 'persons', id: omar.id, data: { name: 'Omar H.' } });
    await write('updateGlobal', { slug: 'firm', data: { phone: '01632 960148' } });
    expect(lines()).toEqual(
      expect.arrayContaining([
        ['groups.create', group],
        ['mailboxes.update', hello],
        ['aliases.create', alias],
        ['aliases.delete', alias],
        ['persons.update', omar.id],
        ['firm.update', undefined],
      ]),
    );
  });

  test('opens nobody’s own mailbox to another, one by one or all at once', async () => {
    const own = await boxOf('omar');
    const data = { members: [anna.id], owner: anna.id, kind: 'shared' };
    await write('update', { collection: 'mailboxes', id: own.id, data });
    await write('update', { collection: 'mailboxes', where: { address: { exists: true } }, data });
    expect(await boxOf('omar')).toEqual(own);
  });

  test('nor do members that came into its row past every rule', async () => {
    const { id } = await boxOf('omar');
    await office.payload.update({
      collection: 'mailboxes' as never,
      id,
      data: { members: [anna.id] } as never,
      depth: 0,
    });
    const read = (await listMailboxes.perform(office, {}, as(anna))).map(({ address }) => address);
    expect(read).toEqual(['anna@brightwater.example', 'hello@brightwater.example']);
  });

  test.each([
    ['persons', { timeZone: 'Mars/Nowhere' }],
    ['firm', { timeZone: 'Mars/Nowhere' }],
  ])('a time zone that is none is not taken for %s', async (slug, data) => {
    const written =
      slug === 'firm'
        ? write('updateGlobal', { slug, data })
        : write('update', { collection: slug, id: omar.id, data });
    await expect(written).rejects.toMatchObject({ status: 400 });
  });
});
