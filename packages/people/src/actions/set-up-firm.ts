import { action } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { readFirm } from '#firm.ts';
import { peopleProblems } from '#problems.ts';
import { domainField, languageField, localPartField, personNameField, timeZoneField } from './fields.ts';
import { hashNewPassword, passwordField } from './new-password.ts';
import { addressTaken, personIdOf, writePerson } from './write-person.ts';

export const setUpPurpose = 'set-up';

/** True once there is an admin who can sign in. */
export async function isSetUp({ payload }: Pick<PeopleContext, 'payload'>): Promise<boolean> {
  return (await payload.db.findOne({ collection: 'persons', where: { role: { equals: 'admin' } } })) !== null;
}

/** Creates the firm, its domain, its first admin and the shared mailbox hello@. Works once, with the one-time token. */
export const setUpFirm = action({
  name: 'people.set-up-firm',
  input: z.object({
    token: z.string().min(1).max(200),
    firmName: z.string().trim().min(1, 'Enter the name of the firm.').max(120, 'At most 120 characters.'),
    domain: domainField,
    languages: z.array(languageField).min(1, 'Choose at least one language.').max(8, 'At most 8 languages.'),
    timeZone: timeZoneField,
    name: personNameField,
    localPart: localPartField,
    password: passwordField,
  }),
  can: (caller) => caller.via === 'web' || caller.via === 'cli',
  async run(context: PeopleContext, input) {
    const { payload, tokens } = context;
    if (await isSetUp(context)) peopleProblems.raise('already-set-up');
    const hello = `hello@${input.domain}`;
    const { name, localPart, domain, timeZone } = input;
    if (`${localPart}@${domain}` === hello) addressTaken(hello);
    if (!(await tokens.isGood(setUpPurpose, input.token))) peopleProblems.raise('set-up-link-used');
    const personal = [input.firmName, input.name, input.localPart, input.domain];
    const passwordHash = await hashNewPassword(input.password, personal);
    if (!(await tokens.use(setUpPurpose, input.token))) peopleProblems.raise('set-up-link-used');
    try {
      await writeFirm(context, input);
      await ensureDomain(payload, input.domain);
      const owner = personIdOf(`${localPart}@${domain}`);
      await context.mail.openShared({ address: hello, name: input.firmName, owner });
      const [language = 'en'] = input.languages;
      return await writePerson(context, {
        name,
        localPart,
        domain,
        timeZone,
        language,
        passwordHash,
        role: 'admin',
        groups: [],
      });
    } catch (error) {
      await tokens.giveBack(setUpPurpose, input.token);
      throw error;
    }
  },
});

interface FirmInput {
  firmName: string;
  domain: string;
  languages: string[];
  timeZone: string;
}

async function writeFirm(
  { payload }: PeopleContext,
  { firmName, domain, languages, timeZone }: FirmInput,
): Promise<void> {
  const [defaultLanguage = 'en'] = languages;
  for (const locale of languages) {
    await payload.updateGlobal({
      slug: 'firm' as never,
      locale: locale as never,
      data: { name: firmName, domain, languages, defaultLanguage, timeZone } as never,
    });
  }
}

async function ensureDomain(payload: PeopleContext['payload'], name: string): Promise<void> {
  const present = await payload.db.findOne({ collection: 'domains', where: { name: { equals: name } } });
  if (!present) await payload.create({ collection: 'domains' as never, data: { name } as never });
}

/** A new one-time link's token, for the operator; earlier ones stop working. Refused once the firm is set up. */
export const issueSetUpToken = action({
  name: 'people.issue-set-up-token',
  input: z.object({}),
  can: (caller) => caller.via === 'cli',
  async run(context: PeopleContext) {
    if (await isSetUp(context)) peopleProblems.raise('already-set-up');
    return { token: await context.tokens.issue(setUpPurpose, 24 * 3_600_000) };
  },
});

export const requireFirm = async ({ payload }: Pick<PeopleContext, 'payload'>) =>
  (await readFirm(payload)) ?? peopleProblems.raise('not-set-up');
