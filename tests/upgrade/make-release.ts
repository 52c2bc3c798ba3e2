import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { openSqlite } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { listConversations, markConversation, moveConversation } from '@kontor/mailbox';
import { addPerson, issueSetUpToken, type Person, setUpFirm } from '@kontor/people';
import { migrate, openOffice } from '@kontor/suite';
import type { About } from './about.ts';

/**
 * Makes the data folder of a release, small enough to be committed: `node tests/upgrade/make-release.ts 0.1`. Run it once,
 * at the release, and never again: what it made is what that version wrote. Secrets are left out.
 */
const [version] = process.argv.slice(2);
if (!version || !/^\d+\.\d+$/.test(version)) throw new Error('say which release: 0.1');

const folder = mkdtempSync(join(tmpdir(), 'kontor-release-'));
const target = join(import.meta.dirname, 'releases', version);
const config = loadConfig({ KONTOR_DATA: folder });
await migrate(config);
const log = createLog({ part: 'release', destination: { write: () => undefined } });
const office = await openOffice(config, { log });

const operator: Caller = { via: 'cli', person: null };
const as = ({ id, role, groups }: Person): Caller => ({ via: 'web', person: { id, role, groups } });
const passwords = { anna: 'river stone lantern 7', omar: 'copper kettle morning 3' };
const { token } = await issueSetUpToken.perform(office, {}, operator);
const anna = await setUpFirm.perform(
  office,
  {
    token,
    firmName: 'Brightwater Joinery',
    domain: 'brightwater.example',
    languages: ['en', 'ar'],
    timeZone: 'Europe/London',
    name: 'Anna Berg',
    localPart: 'anna',
    password: passwords.anna,
  },
  operator,
);
const omar = await addPerson.perform(
  office,
  { name: 'Omar Haddad', localPart: 'omar', password: passwords.omar },
  as(anna),
);

const { payload } = office;
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const data = Buffer.from(pixel, 'base64');
const picture = await payload.create({
  collection: 'media' as never,
  data: { alt: 'An oak stair' } as never,
  file: { data, mimetype: 'image/png', name: 'stair.png', size: data.length },
});
const { id: image } = picture as { id: string };
const hero = { blockType: 'hero', heading: 'Stairs, windows and kitchens', image };
const { id, layout } = (await payload.create({
  collection: 'pages' as never,
  data: { title: 'Brightwater Joinery', slug: 'home', _status: 'published', layout: [hero] } as never,
})) as unknown as { id: string; layout: object[] };
await payload.update({
  collection: 'pages' as never,
  id,
  locale: 'ar',
  data: {
    title: 'نجارة برايت ووتر',
    _status: 'published',
    layout: [{ ...layout[0], heading: 'سلالم ونوافذ ومطابخ', image }],
  } as never,
});

const drawing = Buffer.from('%PDF-1.4 the drawing of an oak stair').toString('base64');
const raw = [
  'From: =?utf-8?q?Zo=C3=AB?= <zoe@customer.example>',
  'To: omar@brightwater.example',
  'Subject: An oak stair',
  'Message-ID: <stair-1@customer.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'What does it cost?',
  '--b',
  'Content-Type: application/pdf; name=stair.pdf',
  'Content-Disposition: attachment; filename=stair.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  drawing,
  '--b--',
  '',
].join('\r\n');
const mail = { raw: Buffer.from(raw), to: omar.email, mailFrom: 'zoe@customer.example', key: 'stair-1' };
await office.post(mail);
const [mailbox] = await office.bulk.find('mailboxes', { address: omar.email });
const inbox = `${mailbox?.id}:inbox`;
const { rows } = await listConversations.perform(office, { folder: inbox }, as(omar));
const place = { folder: inbox, thread: rows[0]?.thread ?? '' };
await markConversation.perform(office, { ...place, seen: true, flagged: true }, as(omar));
await moveConversation.perform(office, { ...place, to: { role: 'archive' } }, as(omar));
await office.close();

const about: About = {
  version,
  passwords: { [anna.email]: passwords.anna, [omar.email]: passwords.omar },
  titles: { en: 'Brightwater Joinery', ar: 'نجارة برايت ووتر' },
  picture: 'An oak stair',
  mail: { owner: omar.email, subject: 'An oak stair', bytes: raw, attachment: 'stair.pdf' },
};
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const database = openSqlite(join(folder, 'kontor.db'));
database.run('VACUUM INTO ?', [join(folder, 'release.db')]);
database.close();
writeFileSync(join(target, 'kontor.db.gz'), gzipSync(readFileSync(join(folder, 'release.db')), { level: 9 }));
for (const name of ['blobs', 'media']) cpSync(join(folder, name), join(target, name), { recursive: true });
writeFileSync(join(target, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
process.exit(0);
