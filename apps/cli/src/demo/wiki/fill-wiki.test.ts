import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { findPersonByEmail } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { allPageIds, exportMarkdown, listSpaces, openAttachment, readPage } from '@kontor/wiki';
import { attachmentAddress } from '@kontor/wiki/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../people.ts';
import { setUpPeople } from '../set-up.ts';
import type { DemoPage } from './demo-page.ts';
import { demoSpaces, fillWiki } from './fill-wiki.ts';

let dir: string;
let office: Office;
let ids: string[];
const inside: Caller = { via: 'system', person: null };

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-demo-wiki-'));
  const config = loadConfig({ KONTOR_DATA: dir });
  await migrate(config);
  office = await openOffice(config, { log: createLog({ part: 'test', level: 'error' }) });
  await setUpPeople(office);
  await fillWiki(office);
  ids = [];
  for await (const id of allPageIds(office)) ids.push(id);
});
afterAll(async () => {
  await office?.close();
  await rm(dir, { recursive: true, force: true });
});

const all = (pages: readonly DemoPage[]): DemoPage[] =>
  pages.flatMap((page) => [page, ...all(page.below ?? [])]);
const written = demoSpaces.flatMap(({ pages }) => all(pages));
const callerOf = async (localPart: string): Promise<Caller> => ({
  via: 'web',
  person: await findPersonByEmail(office.payload, addressOf(localPart)),
});

test('every page is there as it was written, once, and nothing of it is lost as Markdown', async () => {
  const texts = await Promise.all(ids.map((page) => exportMarkdown.perform(office, { page }, inside)));
  const titles = texts.map(({ markdown }) => /^# (.*)$/m.exec(markdown)?.[1]);
  expect(titles.sort()).toEqual(written.map(({ text }) => /^# (.*)$/m.exec(text)?.[1]).sort());
  expect(texts.flatMap(({ losses }) => losses)).toEqual([]);
});

test('what was put right later is put right', async () => {
  const texts = await Promise.all(ids.map((page) => exportMarkdown.perform(office, { page }, inside)));
  const whole = texts.map(({ markdown }) => markdown).join('\n');
  const later = written.flatMap((page) => page.later ?? []);
  expect(later.filter(({ to }) => !whole.includes(to))).toEqual([]);
});

test('files hang on their pages and are shown or linked there', async () => {
  const files: string[] = [];
  for (const page of ids) {
    const { document, attachments } = await readPage.perform(office, { page }, inside);
    for (const { id, filename } of attachments) {
      expect(JSON.stringify(document)).toContain(attachmentAddress(id));
      const { size, open } = await openAttachment.perform(office, { attachment: id }, inside);
      expect(size).toBeGreaterThan(500);
      expect(await buffer(open())).toHaveLength(size);
      files.push(filename);
    }
  }
  expect(files.sort()).toEqual(written.flatMap(({ files: given = [] }) => given).sort());
});

test('the workshop does not see what the office writes down', async () => {
  const namesFor = async (localPart: string) =>
    (await listSpaces.perform(office, {}, await callerOf(localPart))).map(({ name }) => name);
  expect(await namesFor('tom')).toEqual(['Workshop', 'On site']);
  expect(await namesFor('layla')).toEqual(['Workshop', 'Office', 'On site']);
});

test('a second filling changes nothing', async () => {
  const count = () =>
    Promise.all(
      ['wiki-spaces', 'wiki-rights', 'wiki-pages', 'wiki-versions', 'wiki-attachments', 'wiki-asides'].map(
        (slug) => office.bulk.count(slug, {}),
      ),
    );
  const before = await count();
  await fillWiki(office);
  expect(await count()).toEqual(before);
});
