import type { CallingPerson } from '@kontor/core';
import type { Change, Row } from '@kontor/data';
import {
  type FoundRecord,
  hasWords,
  type SearchSource,
  type SearchText,
  type VisibleRecord,
} from '@kontor/search';
import type { MailContext } from './context.ts';
import { type Folder, foldersOf, type Mailbox, mailboxesOf } from './mailboxes.ts';
import type { Address, AttachmentInfo } from './types.ts';

type Parts = Pick<MailContext, 'payload' | 'bulk' | 'clock'>;

/** Placements that are looked through where there is no index, all folders of a person together. */
const mostLookedAt = 2000;
const fewestOfFolder = 50;
const batch = 500;

/** Mail, one record per message and one hit per conversation. What a person may see are the mailboxes they read. */
export function mailSearchSource(parts: Parts): SearchSource {
  const { bulk } = parts;
  return {
    kind: 'mail',
    follows: ['mail.arrived', 'mail.changed'],
    // A message never changes: after its arrival all that can become of it is that it is deleted for good.
    recordsOf: async (change) => (change.kind === 'mail.arrived' ? [change.subject] : goneOf(parts, change)),
    textsOf: (message) => textsOf(parts, message),
    async *all() {
      for (let last = ''; ; ) {
        const rows = await bulk.find(
          'messages',
          { id: { gt: last } },
          { sort: 'id', limit: batch, select: ['id'] },
        );
        yield* rows.map(({ id }) => id);
        last = rows.at(-1)?.id ?? '';
        if (rows.length < batch) return;
      }
    },
    scopesOf: async (person) => (await mailboxesOf(parts, person)).map(({ id }) => scopeOf(id)),
    async visible(person, found) {
      const seen = await visible(
        parts,
        person,
        found.map(({ record }) => record),
      );
      return found.map(({ record }) => seen.get(record) ?? null);
    },
    searchTitles: (person, words, limit) => searchTitles(parts, person, words, limit),
  };
}

const scopeOf = (mailbox: string): string => `mailbox:${mailbox}`;

/** Messages of a conversation that are in no folder any more. */
async function goneOf({ bulk }: Parts, { data, subject: thread }: Change): Promise<string[]> {
  const where = { mailbox: String(data['mailbox']), thread };
  const rows = await bulk.find('placements', where, { select: ['message', 'expunged'] });
  const there = new Set(rows.filter(({ expunged }) => expunged !== true).map(messageOf));
  return [...new Set(rows.map(messageOf))].filter((message) => !there.has(message));
}

async function textsOf({ bulk }: Parts, id: string): Promise<SearchText[]> {
  const [message] = await bulk.find('messages', { id }, { limit: 1, select: textColumns });
  if (!message || (await bulk.count('placements', { message: id, expunged: false })) === 0) return [];
  const people = [...addresses(message['from']), ...addresses(message['to']), ...addresses(message['cc'])];
  const files = ((message['attachments'] ?? []) as AttachmentInfo[]).filter(({ inline }) => !inline);
  const about = [
    people.map(({ name, address }) => `${name} ${address}`.trim()).join(', '),
    ...files.map(({ name }) => name),
  ];
  return [
    {
      topic: String(message['thread']),
      title: String(message['subject'] ?? ''),
      text: [unquoted(String(message['text'] ?? '')), ...about].join('\n\n'),
      scopes: [scopeOf(String(message['mailbox']))],
      date: dateOf(message),
    },
  ];
}

const textColumns = [
  ...['mailbox', 'thread', 'subject', 'from', 'to', 'cc', 'text', 'attachments', 'internalDate'],
];

async function visible(
  parts: Parts,
  person: CallingPerson,
  ids: readonly string[],
): Promise<Map<string, VisibleRecord>> {
  if (ids.length === 0) return new Map();
  const mailboxes = new Map((await mailboxesOf(parts, person)).map((mailbox) => [mailbox.id, mailbox]));
  const there = { id: { in: ids }, mailbox: { in: [...mailboxes.keys()] } };
  const select = ['mailbox', 'thread', 'subject', 'from', 'internalDate'];
  const messages = await parts.bulk.find('messages', there, { select });
  const placed = await foldersOfMessages(
    parts,
    messages.map(({ id }) => id),
  );
  return new Map(
    messages.flatMap((message): [string, VisibleRecord][] => {
      const mailbox = mailboxes.get(String(message['mailbox']));
      const folder = placed.get(message.id);
      return mailbox && folder ? [[message.id, viewOf(message, mailbox, folder)]] : [];
    }),
  );
}

function viewOf(message: Row, mailbox: Mailbox, folder: Folder): VisibleRecord {
  const [sender] = addresses(message['from']);
  const { address, kind, name } = mailbox;
  return {
    title: String(message['subject'] ?? ''),
    detail: sender?.name || sender?.address || '',
    date: Number(message['internalDate']),
    place: {
      mailbox: address,
      mailboxName: kind === 'shared' ? name : '',
      folder: folder.role ?? folder.id,
      folderName: folder.role ? '' : folder.name,
      thread: String(message['thread']),
    },
  };
}

/** The folder in which a message is best read: one that is in the inbox and in the trash is in the inbox. */
async function foldersOfMessages({ bulk }: Parts, messages: string[]): Promise<Map<string, Folder>> {
  const where = { message: { in: messages }, expunged: false };
  const placements = await bulk.find('placements', where, { select: ['message', 'folder'] });
  const ids = [...new Set(placements.map(folderOf))];
  const rows = await bulk.find('folders', { id: { in: ids } });
  const folders = new Map(rows.map((row) => [row.id, row as unknown as Folder]));
  const best = new Map<string, Folder>();
  for (const placement of placements) {
    const folder = folders.get(folderOf(placement));
    const before = best.get(messageOf(placement));
    if (folder && (!before || rank(folder) < rank(before))) best.set(messageOf(placement), folder);
  }
  return best;
}

const rank = ({ role }: Folder): number =>
  role === 'trash' || role === 'junk' ? 2 : role === 'inbox' ? 0 : 1;

/** Newest first within each folder: bounded, whatever a mailbox holds. */
async function searchTitles(
  parts: Parts,
  person: CallingPerson,
  words: readonly string[],
  limit: number,
): Promise<FoundRecord[]> {
  const { bulk } = parts;
  const mailboxes = await mailboxesOf(parts, person);
  const folders = (await Promise.all(mailboxes.map(({ id }) => foldersOf(parts, id)))).flat();
  const share = Math.max(fewestOfFolder, Math.floor(mostLookedAt / Math.max(1, folders.length)));
  const found = new Map<string, Row>();
  for (const { id: folder } of folders) {
    const newest = { sort: '-date', limit: share, select: ['message'] };
    const placements = await bulk.find('placements', { folder, expunged: false }, newest);
    const where = { id: { in: placements.map(messageOf) } };
    const select = ['thread', 'subject', 'from', 'internalDate'];
    for (const message of await bulk.find('messages', where, { select })) {
      const people = addresses(message['from']).map(({ name, address }) => `${name} ${address}`);
      if (!hasWords([String(message['subject'] ?? ''), ...people].join(' '), words)) continue;
      const thread = String(message['thread']);
      const before = found.get(thread);
      if (!before || dateOf(before) < dateOf(message)) found.set(thread, message);
    }
  }
  const newestFirst = [...found.values()].sort((one, other) => dateOf(other) - dateOf(one));
  return newestFirst.slice(0, limit).map((row) => ({ record: row.id, topic: String(row['thread']) }));
}

/** Words of a mail that is answered are its own too, without the signs of quoting. */
const unquoted = (text: string): string => text.replace(/^[> ]*>/gm, '');

const addresses = (value: unknown): Address[] => (value ?? []) as Address[];
const messageOf = (row: Row): string => String(row['message']);
const folderOf = (row: Row): string => String(row['folder']);
const dateOf = (row: Row): number => Number(row['internalDate']);
