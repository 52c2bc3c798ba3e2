import type { Caller } from '@kontor/core';
import type { Office } from '@kontor/suite';
import { listSpaces, readPage } from '@kontor/wiki';
import { pageAddress } from '../wiki-address.ts';

/** Where a page is now, as its title and its space are called. */
export async function pageAddressOf(
  office: Office,
  page: string,
  caller: Caller,
  what?: 'edit',
): Promise<string> {
  const { title, space } = await readPage.perform(office, { page }, caller);
  return pageAddress(await slugOfSpace(office, space, caller), { id: page, title }, what);
}

export async function slugOfSpace(office: Office, id: string, caller: Caller): Promise<string> {
  const spaces = await listSpaces.perform(office, {}, caller);
  return spaces.find((space) => space.id === id)?.slug ?? '';
}
