import type { Caller } from '@kontor/core';
import { addPerson, findPersonByEmail, isSetUp, issueSetUpToken, setUpFirm } from '@kontor/people';
import type { Office } from '@kontor/suite';
import { demoPasswords } from './passwords.ts';
import { addressOf, domain, groups, persons } from './people.ts';
import { firm } from './site/firm.ts';

const operator: Caller = { via: 'cli', person: null };

/** The firm, its groups, its eight people and its shared mailboxes, through the actions an admin would use. */
export async function setUpPeople(office: Office): Promise<void> {
  const { payload, config, mail } = office;
  const passwords = demoPasswords(config);
  const passwordOf = (localPart: string) => passwords[addressOf(localPart)] ?? '';
  const [first, ...others] = persons;
  if (first && !(await isSetUp(office))) {
    const { token } = await issueSetUpToken.perform(office, {}, operator);
    const { name, localPart } = first;
    const admin = { name, localPart, password: passwordOf(localPart) };
    const { timeZone } = firm;
    await setUpFirm.perform(
      office,
      { token, firmName: firm.name.en, domain, languages: ['en', 'ar'], timeZone, ...admin },
      operator,
    );
  }
  const groupIds = await openGroups(office);
  const idsOf = (names: readonly string[]) => names.map((name) => groupIds.get(name) ?? '');
  const admin = first && (await findPersonByEmail(payload, addressOf(first.localPart)));
  if (admin) {
    const data = { groups: idsOf(first.groups) } as never;
    await payload.update({ collection: 'persons' as never, id: admin.id, data, depth: 0 });
  }
  for (const { name, localPart, role, language, timeZone, groups: names } of others) {
    if (await findPersonByEmail(payload, addressOf(localPart))) continue;
    const input = {
      name,
      localPart,
      role,
      language,
      timeZone,
      groups: idsOf(names),
      password: passwordOf(localPart),
    };
    await addPerson.perform(office, input, operator);
  }
  await mail.openShared({ address: addressOf('workshop'), name: 'Workshop', groups: idsOf(['Workshop']) });
  const ofOffice = {
    where: { address: { equals: addressOf('hello') } },
    data: { name: 'Hello', groups: idsOf(['Office']) },
  };
  await payload.update({
    collection: 'mailboxes' as never,
    ...(ofOffice as object as { where: never; data: never }),
  });
  await openAlias(office, 'info', 'hello');
}

async function openGroups({ payload }: Office): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of groups) {
    const present = await payload.db.findOne({ collection: 'groups', where: { name: { equals: name } } });
    const group =
      present ?? (await payload.create({ collection: 'groups' as never, data: { name } as never }));
    ids.set(name, (group as { id: string }).id);
  }
  return ids;
}

async function openAlias({ payload }: Office, from: string, to: string): Promise<void> {
  const address = addressOf(from);
  if (await payload.db.findOne({ collection: 'aliases', where: { address: { equals: address } } })) return;
  const mailbox = await payload.db.findOne<{ id: string }>({
    collection: 'mailboxes',
    where: { address: { equals: addressOf(to) } },
  });
  await payload.create({ collection: 'aliases' as never, data: { address, mailbox: mailbox?.id } as never });
}

/** What the site says of the firm and of each person; the portraits are there already. */
export async function describeFirm({ payload }: Office, pictures: Map<string, string>): Promise<void> {
  const { phone, accent, typeface, currency } = firm;
  for (const language of ['en', 'ar'] as const) {
    const words = { name: firm.name[language], address: firm.address[language], hours: firm.hours[language] };
    const data = { ...words, ...(language === 'en' ? { phone, accent, typeface, currency } : {}) };
    await payload.updateGlobal({ slug: 'firm' as never, locale: language as never, data: data as never });
    const note = { note: firm.note[language] };
    await payload.updateGlobal({
      slug: 'navigation' as never,
      locale: language as never,
      data: note as never,
    });
  }
  for (const [index, { localPart, title, bio }] of persons.entries()) {
    const person = await findPersonByEmail(payload, addressOf(localPart));
    if (!person) continue;
    for (const language of ['en', 'ar'] as const) {
      const profile = {
        shown: true,
        order: (index + 1) * 10,
        title: title[language],
        bio: bio[language],
        photo: pictures.get(localPart),
      };
      await payload.update({
        collection: 'persons' as never,
        id: person.id,
        locale: language as never,
        data: { profile } as never,
        depth: 0,
      });
    }
  }
}
