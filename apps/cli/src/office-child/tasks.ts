import { randomInt } from 'node:crypto';
import type { Config } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { lookAtDatabase } from '@kontor/data';
import type { Log } from '@kontor/log';
import { isSetUp, issueSetUpToken, readFirm, renewPassword } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
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
  loadDemo: async (context) => (await import('#demo/load-demo.ts')).loadDemo(context),
  database: (context) => within(context, (office) => lookAtDatabase(office.payload)),
};

export function perform({ task, input }: Question, context: Context): Promise<unknown> {
  return (tasks[task] as (context: Context, input: unknown) => Promise<unknown>)(context, input);
}

async function within<Out>({ config, log }: Context, work: (office: Office) => Promise<Out>): Promise<Out> {
  const office = await openOffice(config, { log });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

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
