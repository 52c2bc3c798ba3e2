import type { Caller } from '@kontor/core';
import { findPersonByEmail } from '@kontor/people';
import type { Office } from '@kontor/suite';
import {
  addAttachment,
  addSpace,
  everyone,
  importMarkdown,
  listSpaces,
  readPage,
  readTree,
  savePage,
  setRight,
  type TreeNode,
} from '@kontor/wiki';
import { attachmentAddress, type DocumentJson, type NodeJson } from '@kontor/wiki/document';
import { addressOf } from '../people.ts';
import type { DemoPage, DemoSpace } from './demo-page.ts';
import { wikiFile } from './files.ts';
import { fitting } from './fitting.ts';
import { office as officeSpace } from './office.ts';
import { workshop } from './workshop.ts';

export const demoSpaces: DemoSpace[] = [workshop, officeSpace, fitting];

/** Writes the wiki through its own actions and its own Markdown, in the names of those who wrote it. What is there stays. */
export async function fillWiki(office: Office): Promise<void> {
  const admin = await callerOf(office, 'grace');
  for (const { name, about, rights, pages } of demoSpaces) {
    const present = await listSpaces.perform(office, {}, admin);
    const there = present.find((one) => one.name === name)?.id;
    const space = there ?? (await addSpace.perform(office, { name, about }, admin)).space;
    for (const [group, may] of Object.entries(rights))
      await setRight.perform(office, { space, group: await groupId(office, group), may }, admin);
    await writePages(office, space, null, pages, await readTree.perform(office, { space }, admin));
  }
}

async function writePages(
  office: Office,
  space: string,
  parent: string | null,
  pages: readonly DemoPage[],
  there: readonly TreeNode[],
): Promise<void> {
  for (const page of pages) {
    const title = /^# (.*)$/m.exec(page.text)?.[1] ?? 'Page';
    const present = there.find((node) => node.title === title);
    const author = await callerOf(office, page.by);
    const input = { space, parent, fallbackTitle: title, markdown: page.text };
    const id = present?.id ?? (await importMarkdown.perform(office, input, author)).page;
    await attachFiles(office, id, page, author);
    await putRight(office, id, page);
    await writePages(office, space, id, page.below ?? [], present?.children ?? []);
  }
}

async function attachFiles(office: Office, page: string, { files = [] }: DemoPage, author: Caller) {
  if (files.length === 0) return;
  const { attachments } = await readPage.perform(office, { page }, author);
  const addresses = new Map(attachments.map(({ filename, id }) => [filename, attachmentAddress(id)]));
  for (const name of files) {
    if (addresses.has(name)) continue;
    const file = { page, filename: name, ...(await wikiFile(name)) };
    addresses.set(name, attachmentAddress((await addAttachment.perform(office, file, author)).id));
  }
  const lead = (value: unknown): unknown => addresses.get(String(value)) ?? value;
  await rewrite(office, page, author, (node) => ({
    ...node,
    ...(node.type === 'image' ? { attrs: { ...node.attrs, src: lead(node.attrs?.['src']) } } : {}),
    ...(node.marks
      ? {
          marks: node.marks.map((mark) =>
            mark.type === 'link'
              ? { ...mark, attrs: { ...mark.attrs, href: lead(mark.attrs?.['href']) } }
              : mark,
          ),
        }
      : {}),
  }));
}

async function putRight(office: Office, page: string, { later }: DemoPage): Promise<void> {
  if (!later) return;
  const { by, from, to } = later;
  await rewrite(office, page, await callerOf(office, by), (node) =>
    node.text === undefined ? node : { ...node, text: node.text.replace(from, to) },
  );
}

/** A next version of the page with every node changed; none where nothing changes. */
async function rewrite(office: Office, page: string, author: Caller, change: (node: NodeJson) => NodeJson) {
  const reading: Caller = { via: 'system', person: null };
  const { title, document, newest } = await readPage.perform(office, { page }, reading);
  const through = (node: NodeJson): NodeJson => {
    const changed = change(node);
    return node.content ? { ...changed, content: node.content.map(through) } : changed;
  };
  const input = { page, base: newest, title, document: through(document) as DocumentJson };
  await savePage.perform(office, input, author);
}

async function callerOf({ payload }: Office, localPart: string): Promise<Caller> {
  const person = await findPersonByEmail(payload, addressOf(localPart));
  if (!person) throw new Error(`the demo has no ${localPart}`);
  // Those who wrote for others had the right then; the demo's rights are as they are now.
  return { via: 'cli', person: { id: person.id, role: person.role, groups: person.groups } };
}

async function groupId({ bulk }: Office, name: string): Promise<string> {
  if (name === everyone) return everyone;
  const [group] = await bulk.find('groups', { name }, { limit: 1, select: ['name'] });
  return group?.id ?? name;
}
