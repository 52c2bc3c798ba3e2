import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { issueSetUpToken, setUpFirm } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';

export const domain = 'y.test';
/** The shared mailbox that every firm has. */
export const recipient = `hello@${domain}`;

export const firmAdmin = { email: `grace@${domain}`, password: 'plane-chisel-mallet-7301' };

/** A firm with one admin and one published page, made through the actions, in the data folder that `env` names. */
export async function prepareFirm(
  env: Record<string, string>,
  { withPicture = false }: { withPicture?: boolean } = {},
): Promise<void> {
  const config = loadConfig(env);
  await migrate(config);
  const log = createLog({ part: 'bench', destination: { write: () => undefined } });
  const office = await openOffice(config, { log });
  const operator: Caller = { via: 'cli', person: null };
  try {
    const { token } = await issueSetUpToken.perform(office, {}, operator);
    const firm = { firmName: 'Brightwater Joinery', domain, languages: ['en'], timeZone: 'Europe/London' };
    const admin = { name: 'Grace Whitfield', localPart: 'grace', password: firmAdmin.password };
    await setUpFirm.perform(office, { token, ...firm, ...admin }, operator);
    const image = withPicture ? await uploadPicture(office) : null;
    const [hero, ...others] = homePage.layout;
    const data = { ...homePage, layout: [{ ...hero, ...(image ? { image } : {}) }, ...others] };
    await office.payload.create({ collection: 'pages' as never, data: data as never });
  } finally {
    await office.close();
  }
}

/** A picture drawn here; answers its id. */
async function uploadPicture({ payload }: Office): Promise<string> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#b98b56"/><path d="M0 900 1600 0" stroke="#5c3d1e" stroke-width="60"/></svg>';
  const data = Buffer.from(svg);
  const file = { data, name: 'staircase.svg', mimetype: 'image/svg+xml', size: data.length };
  const media = await payload.create({
    collection: 'media' as never,
    data: { alt: 'A staircase' } as never,
    file,
  });
  return String((media as { id: unknown }).id);
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
