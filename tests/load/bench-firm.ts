import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { issueSetUpToken, setUpFirm } from '@kontor/people';
import { migrate, openOffice } from '@kontor/suite';

export const domain = 'y.test';
/** The shared mailbox that every firm has. */
export const recipient = `hello@${domain}`;

/** A firm with one admin and one published page, made through the actions, in the data folder that `env` names. */
export async function prepareFirm(env: Record<string, string>): Promise<void> {
  const config = loadConfig(env);
  await migrate(config);
  const log = createLog({ part: 'bench', destination: { write: () => undefined } });
  const office = await openOffice(config, { log });
  const operator: Caller = { via: 'cli', person: null };
  try {
    const { token } = await issueSetUpToken.perform(office, {}, operator);
    const firm = { firmName: 'Brightwater Joinery', domain, languages: ['en'], timeZone: 'Europe/London' };
    const admin = { name: 'Grace Whitfield', localPart: 'grace', password: 'plane-chisel-mallet-7301' };
    await setUpFirm.perform(office, { token, ...firm, ...admin }, operator);
    await office.payload.create({ collection: 'pages' as never, data: homePage as never });
  } finally {
    await office.close();
  }
}

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
});
const body = (...texts: string[]) => ({
  root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children: texts.map(paragraph) },
});
const homePage = {
  title: 'Brightwater Joinery',
  slug: 'home',
  _status: 'published',
  layout: [
    { blockType: 'hero', heading: 'Stairs, windows and kitchens, made in our own shop' },
    {
      blockType: 'text',
      body: body(...Array.from({ length: 12 }, (_, i) => `${i + 1}. We measure, we make, we fit.`)),
    },
    { blockType: 'contactForm', heading: 'Ask us' },
  ],
};
