import { randomInt } from 'node:crypto';
import type { Config } from '@kontor/config';
import type { Caller, Role } from '@kontor/core';
import { lookAtDatabase } from '@kontor/data';
import type { Log } from '@kontor/log';
import {
  addPerson,
  disablePerson,
  enablePerson,
  findPersonByEmail,
  isSetUp,
  issueSetUpToken,
  readFirm,
  renewPassword,
  setRole,
} from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { cliProblems } from '#problems.ts';
import type { Question, TaskName, Tasks } from './protocol.ts';

interface Context {
  config: Config;
  log: Log;
  say(line: string): void;
}

type Perform = {
  [Name in TaskName]: (context: Context, input: Tasks[Name]['input']) => Promise<Tasks[Name]['outcome']>;
};

const operator: Caller = { via: 'cli', person: null };

const tasks: Perform = {
  async prepare(context) {
    const { ran } = await migrate(context.config);
    return within(context, async (office) => {
      if (!(await isSetUp(office))) {
        const { token } = await issueSetUpToken.perform(office, {}, operator);
        return { ran, setupToken: token };
      }
      return { ran, ...(await domainOf(office)) };
    });
  },
  migrate: ({ config }) => migrate(config),
  setupToken: (context) => within(context, (office) => issueSetUpToken.perform(office, {}, operator)),
  firm: (context) => within(context, domainOf),
  renewPassword: (context, { email }) =>
    within(context, async (office) => {
      const password = newPassword();
      await renewPassword.perform(office, { email, password }, operator);
      return { password };
    }),
  addPerson: (context, { email, name }) =>
    within(context, async (office) => {
      const password = newPassword();
      const [localPart = '', domain = ''] = splitAddress(email);
      const firm = await domainOf(office);
      if (firm.domain && domain !== firm.domain)
        return cliProblems.raise('other-domain', { values: { domain: firm.domain } });
      await addPerson.perform(office, { name, localPart, password }, operator);
      return { password };
    }),
  disablePerson: (context, { email }) =>
    within(context, async (office) => {
      const person = await personAt(office, email);
      return disablePerson.perform(office, { person }, operator);
    }),
  enablePerson: (context, { email }) =>
    within(context, async (office) => {
      await enablePerson.perform(office, { person: await personAt(office, email) }, operator);
      return {};
    }),
  setRole: (context, { email, role }) =>
    within(context, async (office) => {
      // What is no role is refused by the action.
      const input = { person: await personAt(office, email), role: role as Role };
      await setRole.perform(office, input, operator);
      return {};
    }),
  loadDemo: async (context) => (await import('#demo/load-demo.ts')).loadDemo(context),
  rebuildSearch: (context) =>
    within(context, ({ search }) =>
      search.rebuild({ onProgress: (records) => context.say(`${records} records read …`) }),
    ),
  database: (context) => within(context, (office) => lookAtDatabase(office.payload)),
};

export function perform({ task, input }: Question, context: Context): Promise<unknown> {
  return (tasks[task] as (context: Context, input: unknown) => Promise<unknown>)(context, input);
}

/** Beside this file, as source or built. */
const readThread = new URL(
  import.meta.url.endsWith('.ts') ? './read-thread.ts' : './read-thread.mjs',
  import.meta.url,
);

async function within<Out>({ config, log }: Context, work: (office: Office) => Promise<Out>): Promise<Out> {
  const office = await openOffice(config, { log, readThread });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

const splitAddress = (email: string): string[] => {
  const at = email.lastIndexOf('@');
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)];
};

/** The id of the person with this address; of nobody an id that nobody has. */
const personAt = async ({ payload }: Office, email: string): Promise<string> =>
  (await findPersonByEmail(payload, email))?.id ?? 'nobody';

async function domainOf({ payload }: Office): Promise<{ domain?: string }> {
  const firm = await readFirm(payload);
  return firm ? { domain: firm.domain } : {};
}

// No letters that are mistaken for others; 16 of 31 are 79 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups that can be read out and typed. */
function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
