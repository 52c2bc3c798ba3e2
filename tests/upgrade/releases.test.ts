import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { listConversations, listMailboxes, openPart, openSource, readConversation } from '@kontor/mailbox';
import { findPersonByEmail, signIn } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { About } from './about.ts';

const releases = join(import.meta.dirname, 'releases');

test('there is a data folder of the first release', () => {
  expect(readdirSync(releases)).toContain('0.1');
});

describe.each(readdirSync(releases))('the data folder of release %s under this code', (version) => {
  const about = JSON.parse(readFileSync(join(releases, version, 'about.json'), 'utf8')) as About;
  let office: Office;
  let dir: string;
  let reader: Caller;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kontor-release-'));
    await cp(join(releases, version), dir, { recursive: true });
    await writeFile(join(dir, 'kontor.db'), gunzipSync(readFileSync(join(dir, 'kontor.db.gz'))));
    const config = loadConfig({ KONTOR_DATA: dir });
    await migrate(config);
    office = await openOffice(config, { log: createLog({ part: 'test', level: 'error' }) });
    const person = await findPersonByEmail(office.payload, about.mail.owner);
    if (!person) throw new Error(`${about.mail.owner} is gone`);
    const { id, role, groups } = person;
    reader = { via: 'web', person: { id, role, groups } };
  });
  afterAll(async () => {
    await office?.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('everybody signs in with the password they had', async () => {
    const here: Caller = { via: 'web', person: null, address: '192.0.2.1' };
    for (const [email, password] of Object.entries(about.passwords)) {
      const { session } = await signIn.perform(office, { email, password }, here);
      expect(session.person).not.toBe('');
    }
    expect(Object.keys(about.passwords)).toHaveLength(2);
  });

  test('the page is published in its languages, with its picture', async () => {
    for (const [locale, title] of Object.entries(about.titles)) {
      const { docs } = await office.payload.find({
        collection: 'pages' as never,
        locale: locale as never,
        depth: 1,
        where: { slug: { equals: 'home' } } as never,
      });
      expect(docs).toMatchObject([{ title, _status: 'published', layout: [{ blockType: 'hero' }] }]);
    }
    const { docs } = await office.payload.find({ collection: 'media' as never });
    const [picture] = docs as unknown as {
      alt: string;
      filename: string;
      sizes: { share: { filename: string } };
    }[];
    expect(picture?.alt).toBe(about.picture);
    const files = readdirSync(join(dir, 'media'));
    expect(files).toEqual(expect.arrayContaining([picture?.filename, picture?.sizes.share.filename]));
  });

  test('the mail lies where it was put, starred, whole to the byte, its attachment opens', async () => {
    const [own] = await listMailboxes.perform(office, {}, reader);
    const inbox = own?.folders.find(({ role }) => role === 'inbox');
    const archive = own?.folders.find(({ role }) => role === 'archive');
    expect([inbox?.total, archive?.total, archive?.unread]).toEqual([0, 1, 0]);
    const folder = archive?.id ?? '';
    const { rows } = await listConversations.perform(office, { folder }, reader);
    expect(rows).toMatchObject([{ subject: about.mail.subject, starred: true, attachments: true }]);
    const thread = rows[0]?.thread ?? '';
    const { messages } = await readConversation.perform(office, { folder, thread }, reader);
    const message = messages[0]?.id ?? '';
    const { content } = await openSource.perform(office, { message }, reader);
    expect((await text(content)).endsWith(about.mail.bytes)).toBe(true);
    const part = await openPart.perform(office, { message, part: 0 }, reader);
    expect(part.name).toBe(about.mail.attachment);
  });
});
