import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Caller, type FakeClock, fakeClock, type Role } from '@kontor/core';
import { createBlobStore } from '@kontor/data';
import { type EngineName, openTestDatabase, type TestDatabase } from '@kontor/data/testing';
import { collections } from '../collections.ts';
import type { WikiContext } from '../context.ts';
import type { DocumentJson } from '../document/types.ts';
import { addPage, addSpace, setRight } from '../index.ts';
import { markdownReader } from '../markdown/markdown-reader.ts';
import type { Right } from '../rights.ts';

export const by = (role: Role, id: string, ...groups: string[]): Caller => ({
  via: 'web',
  person: { id, role, groups },
});
export const admin = by('admin', 'grace');
export const stranger: Caller = { via: 'web', person: null };

export const saying = (...lines: string[]): DocumentJson => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

export interface TestWiki {
  context: WikiContext;
  database: TestDatabase;
  clock: FakeClock;
  /** A space with these rights by group. */
  space(rights?: Record<string, Right>): Promise<string>;
  page(space: string, title: string, parent?: string): Promise<string>;
  close(): Promise<void>;
}

let spaces = 0;

/** A wiki on a real engine, with the groups "readers", "writers" and "managers". */
export async function openWiki(engine: EngineName): Promise<TestWiki> {
  const groups = { slug: 'groups', fields: [{ name: 'id', type: 'text' as const, required: true }] };
  const database = await openTestDatabase({ engine, collections: [...collections, groups] });
  const dir = await mkdtemp(join(tmpdir(), 'kontor-wiki-'));
  const clock = fakeClock();
  const context: WikiContext = {
    bulk: database.bulk,
    blobs: createBlobStore({ dir }),
    clock,
    readMarkdown: markdownReader(undefined),
    audit: () => {},
  };
  const rows = ['readers', 'writers', 'managers'].map((id) => ({ id }));
  await database.bulk.write([{ op: 'insert', into: 'groups', rows }]);
  return {
    context,
    database,
    clock,
    async space(rights = {}) {
      spaces += 1;
      const { space } = await addSpace.perform(context, { name: `Space ${spaces}` }, admin);
      for (const [group, may] of Object.entries(rights))
        await setRight.perform(context, { space, group, may }, admin);
      return space;
    },
    async page(space, title, parent) {
      const input = { space, title, parent: parent ?? null, document: saying(title) };
      return (await addPage.perform(context, input, admin)).page;
    },
    async close() {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
