import { actionProblems, type Caller } from '@kontor/core';
import { cutText } from '@kontor/core/cut-text';
import type { Office } from '@kontor/suite';
import {
  addPage,
  addSpace,
  changeSpace,
  deletePage,
  dropAside,
  importMarkdown,
  movePage,
  readPage,
  removeAttachment,
  restorePage,
  restoreVersion,
  setRight,
  trashPage,
} from '@kontor/wiki';
import { z } from 'zod';
import { speak } from '../texts/speak.ts';
import { spaceAddress } from '../wiki-address.ts';
import { changedRights } from './changed-rights.ts';
import { pageAddressOf, slugOfSpace } from './page-address-of.ts';

const id = z.string().min(1).max(64);
const orNull = z
  .string()
  .max(64)
  .nullish()
  .transform((value) => value || null);
const number = z.coerce.number().int();

const changeSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), space: id, parent: orNull }),
  z.object({ do: z.literal('move'), page: id, parent: orNull, before: orNull }),
  z.object({ do: z.enum(['trash', 'restore', 'delete']), page: id }),
  z.object({ do: z.literal('restore-version'), page: id, version: number, base: number }),
  z.object({ do: z.literal('drop-aside'), page: id, aside: id }),
  z.object({ do: z.literal('remove-file'), page: id, attachment: id }),
  z.object({ do: z.literal('add-space'), name: z.string(), about: z.string().default('') }),
  z.looseObject({
    do: z.literal('change-space'),
    space: id,
    name: z.string(),
    about: z.string().default(''),
  }),
  z.object({
    do: z.literal('import'),
    space: id,
    parent: orNull,
    filename: z.string().max(500),
    markdown: z.string(),
  }),
]);
type Change = z.output<typeof changeSchema>;

export const isForm = (request: Request): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(
    request.headers.get('content-type') ?? '',
  );

/** What was asked, by a script or by a plain form. Throws "invalid input" for anything else. */
export async function readChange(request: Request): Promise<Change> {
  const body: unknown = await (isForm(request)
    ? request.formData().then((form) => Object.fromEntries(form))
    : request.json()
  ).catch(() => null);
  const parsed = changeSchema.safeParse(body);
  if (!parsed.success) throw actionProblems.make('invalid-input');
  return parsed.data;
}

/** Does it by the wiki's actions; answers where one goes from there. */
export async function changeWiki(
  office: Office,
  change: Change,
  caller: Caller,
  language: string,
): Promise<{ goto: string }> {
  const addressOf = (page: string, what?: 'edit') => pageAddressOf(office, page, caller, what);
  switch (change.do) {
    case 'add': {
      const title = speak(language)('page.untitled');
      const { page } = await addPage.perform(office, { ...change, title }, caller);
      return { goto: await addressOf(page, 'edit') };
    }
    case 'import': {
      const fallbackTitle =
        cutText(change.filename.replace(/\.[^.]*$/, ''), 0, 200) || speak(language)('page.untitled');
      const { page, hasHtml } = await importMarkdown.perform(office, { ...change, fallbackTitle }, caller);
      return { goto: `${await addressOf(page)}${hasHtml ? '?html=1' : ''}` };
    }
    case 'move':
      await movePage.perform(office, change, caller);
      return { goto: await addressOf(change.page) };
    case 'restore-version': {
      const saved = await restoreVersion.perform(office, change, caller);
      return { goto: `${await addressOf(change.page)}${saved.saved ? '' : '?kept=1'}` };
    }
    case 'drop-aside':
      await dropAside.perform(office, change, caller);
      return { goto: await addressOf(change.page) };
    case 'remove-file':
      await removeAttachment.perform(office, change, caller);
      return { goto: await addressOf(change.page) };
    case 'add-space': {
      const { slug } = await addSpace.perform(office, change, caller);
      return { goto: spaceAddress(slug, 'settings') };
    }
    case 'change-space': {
      const { slug } = await changeSpace.perform(office, change, caller);
      for (const { group, may } of changedRights(change))
        await setRight.perform(office, { space: change.space, group, may: may as never }, caller);
      return { goto: `${spaceAddress(slug, 'settings')}?saved=1` };
    }
    default:
      return changePlace(office, change, caller, addressOf);
  }
}

async function changePlace(
  office: Office,
  { do: deed, page }: Extract<Change, { do: 'trash' | 'restore' | 'delete' }>,
  caller: Caller,
  addressOf: (page: string) => Promise<string>,
): Promise<{ goto: string }> {
  if (deed === 'restore') {
    await restorePage.perform(office, { page }, caller);
    return { goto: await addressOf(page) };
  }
  const { space } = await readPage.perform(office, { page }, caller);
  const slug = await slugOfSpace(office, space, caller);
  if (deed === 'trash') await trashPage.perform(office, { page }, caller);
  else await deletePage.perform(office, { page }, caller);
  return { goto: deed === 'trash' ? spaceAddress(slug) : spaceAddress(slug, 'trash') };
}
