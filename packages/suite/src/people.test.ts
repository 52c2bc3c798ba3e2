import { type FakeClock, fakeClock } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import {
  addPerson,
  changePassword,
  disablePerson,
  enablePerson,
  findPerson,
  type Person,
  setRole,
  setUpFirm,
  signIn,
} from '@kontor/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { as, browser, cli, firm, openTestOffice, password } from './testing/open-test-office.ts';
import { tidyIfDue } from './tidy.ts';

describe.each(testEngines())('people, on %s', (engine) => {
  let office: Office;
  let logged: Record<string, unknown>[];
  let clock: FakeClock;
  let anna: Person;
  let end: () => Promise<void>;

  beforeAll(async () => {
    clock = fakeClock(Date.now());
    const opened = await openTestOffice(engine, clock);
    ({ office, logged, close: end } = opened);
    anna = await setUpFirm.perform(office, { ...firm, token: opened.token }, browser('192.0.2.1'));
    await join_('omar');
  });
  afterAll(() => end?.());

  const join_ = (localPart: string) =>
    addPerson.perform(office, { name: 'Omar Haddad', localPart, password: 'copper kettle morning 3' }, cli);
  const enter = (email: string, tried: string, address: string) =>
    signIn.perform(office, { email, password: tried }, browser(address));

  test('whoever guesses from one network shuts nobody out anywhere else', async () => {
    for (let index = 0; index < 40; index += 1)
      await expect(enter(anna.email, `guess ${index}`, '198.51.100.9')).rejects.toThrow();
    await expect(enter(anna.email, password, '198.51.100.9')).rejects.toMatchObject({
      code: 'people.too-many-attempts',
    });
    await enter(anna.email, password, '192.0.2.77');
  });

  test('a whole /64 is one network, whomever it guesses at', async () => {
    const codes = [];
    for (let index = 0; index < 40; index += 1) {
      const tried = enter(`nobody${index}@brightwater.example`, 'x', `2001:db8:5:5::${index.toString(16)}`);
      codes.push(await tried.catch((problem) => problem.code));
    }
    expect(codes.slice(0, 30)).toEqual(Array(30).fill('people.wrong-password'));
    expect(codes.slice(30)).toEqual(Array(10).fill('people.too-many-attempts'));
  });

  test('many networks at one person come to an end, and the person still gets in where they are known', async () => {
    const omar = 'omar@brightwater.example';
    await enter(omar, 'copper kettle morning 3', '192.0.2.80');
    const codes = new Set();
    for (let index = 0; index < 70; index += 1)
      codes.add(await enter(omar, 'x', `203.0.113.${index}`).catch((problem) => problem.code));
    expect(codes).toContain('people.too-many-attempts');
    await enter(omar, 'copper kettle morning 3', '192.0.2.80');
  });

  test('one’s own password is changed with the present one only, and not to one that is easy to guess', async () => {
    const change = (current: string, next: string) =>
      changePassword.perform(office, { current, password: next }, as(anna));
    await expect(change('not this one', 'orchard violin harbour 5')).rejects.toMatchObject({
      code: 'people.wrong-password',
    });
    for (const weak of ['password123', 'short', 'anna@brightwater.example'])
      await expect(change(password, weak)).rejects.toMatchObject({ code: 'people.weak-password' });
    await change(password, 'orchard violin harbour 5');
    await expect(enter(anna.email, password, '192.0.2.90')).rejects.toMatchObject({
      code: 'people.wrong-password',
    });
    await enter(anna.email, 'orchard violin harbour 5', '192.0.2.90');
  });

  test('there is always an admin; another one may take the place', async () => {
    const omar = await join_('omar2');
    const step = setRole.perform(office, { person: anna.id, role: 'staff' }, as(anna));
    await expect(step).rejects.toMatchObject({ code: 'people.last-admin' });
    await expect(setRole.perform(office, { person: omar.id, role: 'admin' }, as(omar))).rejects.toMatchObject(
      {
        code: 'action.not-allowed',
      },
    );
    await setRole.perform(office, { person: omar.id, role: 'admin' }, as(anna));
    await setRole.perform(office, { person: anna.id, role: 'staff' }, as({ ...omar, role: 'admin' }));
    await setRole.perform(office, { person: anna.id, role: 'admin' }, cli);
    await setRole.perform(office, { person: omar.id, role: 'staff' }, cli);
  });

  test('a group that is deleted has nobody in it any more', async () => {
    const [left, kept] = ['group-left', 'group-kept'];
    const rows = [left, kept].map((id) => ({ id, name: id }));
    await office.bulk.write([{ op: 'insert', into: 'groups', rows }]);
    await office.payload.update({
      collection: 'persons',
      id: anna.id,
      data: { groups: [left, kept] },
    } as never);
    await office.payload.delete({ collection: 'groups', id: left } as never);
    expect((await findPerson(office.payload, anna.id))?.groups).toEqual([kept]);
  });

  test('of two admins who let each other go, or step back, at the same moment, one stays', async () => {
    const omar = await join_('omar4');
    for (const [leave, back] of [
      [
        (id: string) => disablePerson.perform(office, { person: id }, cli),
        (id: string) => enablePerson.perform(office, { person: id }, cli),
      ],
      [
        (id: string) => setRole.perform(office, { person: id, role: 'staff' }, cli),
        (id: string) => setRole.perform(office, { person: id, role: 'admin' }, cli),
      ],
    ] as const) {
      await setRole.perform(office, { person: omar.id, role: 'admin' }, cli);
      const outcomes = await Promise.allSettled([leave(anna.id), leave(omar.id)]);
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect(refused).toContain('people.last-admin');
      const where = { and: [{ role: { equals: 'admin' } }, { disabled: { not_equals: true } }] };
      expect((await office.payload.db.count({ collection: 'persons', where })).totalDocs).toBeGreaterThan(0);
      for (const { id } of [anna, omar]) await back(id);
    }
    await setRole.perform(office, { person: omar.id, role: 'staff' }, cli);
  });

  test('the audit says whom it was about', async () => {
    const omar = await join_('omar5');
    await setRole.perform(office, { person: omar.id, role: 'editor' }, as(anna));
    await disablePerson.perform(office, { person: omar.id }, as(anna));
    await enablePerson.perform(office, { person: omar.id }, as(anna));
    const about = logged.filter(({ subject }) => subject === omar.id);
    expect(about.map(({ action, person }) => [action, person])).toEqual([
      ['people.set-role', anna.id],
      ['people.disable-person', anna.id],
      ['people.enable-person', anna.id],
    ]);
  });

  test('the website is told of who is let go and who comes back', async () => {
    const omar = await join_('omar3');
    const told = async () =>
      (await office.changes.read(0, 10_000)).filter(
        ({ kind, subject }) => kind === 'site.published' && subject === omar.id,
      ).length;
    const before = await told();
    await disablePerson.perform(office, { person: omar.id }, cli);
    expect(await told()).toBe(before + 1);
    await enablePerson.perform(office, { person: omar.id }, cli);
    expect(await told()).toBe(before + 2);
  });

  test('once a day what has run out is forgotten', async () => {
    const rows = (slug: string) => office.bulk.count(slug, {});
    await enter('stranger@brightwater.example', 'x', '192.0.2.200').catch(() => {});
    expect(await rows('throttles')).toBeGreaterThan(0);
    expect(await tidyIfDue(office)).not.toBeNull();
    expect(await tidyIfDue(office)).toBeNull();
    clock.advance(200 * 24 * 3_600_000);
    const newest = await office.changes.latest();
    expect((await tidyIfDue(office))?.changes).toBeGreaterThan(0);
    for (const slug of ['throttles', 'sessions', 'tokens']) expect(await rows(slug), slug).toBe(0);
    expect(await office.changes.latest()).toBe(newest);
  });
});
