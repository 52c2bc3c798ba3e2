import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { type Caller, type FakeClock, fakeClock } from '@kontor/core';
import { startMongod, testEngines } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { findMailboxByAddress, listMailboxes } from '@kontor/mailbox';
import {
  addPerson,
  changePassword,
  disablePerson,
  enablePerson,
  issueSetUpToken,
  type Person,
  setRole,
  setUpFirm,
  signIn,
} from '@kontor/people';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate } from './migrate.ts';
import { type Office, openOffice } from './office.ts';
import { tidyIfDue } from './tidy.ts';

const cli: Caller = { via: 'cli', person: null };
const browser = (address: string): Caller => ({ via: 'web', person: null, address });
const as = ({ id, role, groups }: Person): Caller => ({ via: 'web', person: { id, role, groups } });
const password = 'river stone lantern 7';
const firm = {
  firmName: 'Brightwater Joinery',
  domain: 'brightwater.example',
  languages: ['en'],
  timeZone: 'Europe/London',
  name: 'Anna Berg',
  localPart: 'anna',
  password,
};

describe.each(testEngines())('people, on %s', (engine) => {
  let office: Office;
  let clock: FakeClock;
  let anna: Person;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kontor-people-'));
    const mongod = engine === 'mongodb' ? await startMongod() : undefined;
    const config = loadConfig({ KONTOR_DATA: dir, ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}) });
    await migrate(config);
    clock = fakeClock(Date.now());
    office = await openOffice(config, { clock, log: createLog({ part: 'test', level: 'error' }) });
    end = async () => {
      await office.close();
      await mongod?.stop();
      await rm(dir, { recursive: true, force: true });
    };
  }, 60_000);
  afterAll(() => end?.());

  /** The next person that is to be written is not. */
  const breakOff = () => {
    const create = office.payload.create.bind(office.payload);
    const spy = vi.spyOn(office.payload, 'create');
    spy.mockImplementation((async (asked: { collection: string }) => {
      if (asked.collection !== 'persons') return create(asked as never);
      spy.mockRestore();
      throw new Error('the machine went away');
    }) as never);
  };
  const join_ = (localPart: string) =>
    addPerson.perform(office, { name: 'Omar Haddad', localPart, password: 'copper kettle morning 3' }, cli);
  const enter = (email: string, tried: string, address: string) =>
    signIn.perform(office, { email, password: tried }, browser(address));

  test('a set-up that broke off can be done again, by one of two at once, and its admin reads hello@', async () => {
    const { token } = await issueSetUpToken.perform(office, {}, cli);
    breakOff();
    await expect(setUpFirm.perform(office, { ...firm, token }, browser('192.0.2.1'))).rejects.toThrow(
      'went away',
    );
    const tries = [1, 2].map((last) =>
      setUpFirm.perform(office, { ...firm, token }, browser(`192.0.2.${last}`)),
    );
    const outcomes = await Promise.allSettled(tries);
    const [done, ...more] = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(more).toEqual([]);
    if (!done) throw new Error('nobody was let through');
    anna = done;
    const boxes = await listMailboxes.perform(office, {}, as(anna));
    expect(boxes.map(({ address }) => address)).toEqual([
      'anna@brightwater.example',
      'hello@brightwater.example',
    ]);
  });

  test('a join that broke off can be done again, and the person has their mail', async () => {
    breakOff();
    await expect(join_('omar')).rejects.toThrow('went away');
    const omar = await join_('omar');
    expect(await listMailboxes.perform(office, {}, as(omar))).toMatchObject([{ address: omar.email }]);
  });

  test('nobody joins under an address that leads elsewhere', async () => {
    const hello = await findMailboxByAddress(office, 'hello@brightwater.example');
    await office.payload.create({
      collection: 'aliases' as never,
      data: { address: 'orders@brightwater.example', mailbox: hello?.id } as never,
    });
    for (const taken of ['hello', 'orders', 'anna'])
      await expect(join_(taken)).rejects.toMatchObject({ code: 'people.address-taken' });
  });

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
  }, 60_000);

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
