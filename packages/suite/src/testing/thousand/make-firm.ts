import { idOf } from '@kontor/core';
import type { Row } from '@kontor/data';
import { folderId, openMailbox } from '@kontor/mailbox';
import type { Office } from '#office.ts';
import type { Chance } from './chance.ts';
import { type KnownFirm, noFirm, type Thing } from './known-firm.ts';

export const size = {
  persons: 1000,
  groups: 60,
  spaces: 40,
  pages: 600,
  /** Persons who have a mailbox with a mail in it. */
  mailboxes: 400,
  sharedMailboxes: 12,
  mailsInShared: 20,
  numbers: 40,
};

const list = (length: number): number[] => Array.from({ length }, (_, at) => at);
/** Told apart by their first four digits, and by no letter, so that nothing is found for being alike. */
const numberOf = (at: number): string => `${1000 + (at % size.numbers) * 7}${at % 10}`;

/** A firm of a thousand: rows as the actions write them, put in at once, and what is known of them. */
export async function makeFirm(office: Office, chance: Chance): Promise<KnownFirm> {
  const firm = noFirm();
  let marks = 0;
  const mark = () => `q${++marks}q`;
  const made = { office, chance, firm, mark };
  const groups = list(size.groups).map((at) => idOf(`group ${at}`));
  await insert(
    office,
    'groups',
    groups.map((id, at) => ({ id, name: `Group ${at}` })),
  );
  await makePersons(made, groups);
  await Promise.all([makeWiki(made, groups), makeMail(made, groups)]);
  return firm;
}

interface Making {
  office: Office;
  chance: Chance;
  firm: KnownFirm;
  mark(): string;
}

/** In parts at once: a server that is asked for one row after the other takes long. */
const insert = (office: Office, into: string, rows: Row[]) =>
  Promise.all(
    list(Math.ceil(rows.length / 100)).map((at) =>
      office.bulk.write([{ op: 'insert', into, rows: rows.slice(at * 100, at * 100 + 100) }]),
    ),
  );

async function makePersons({ office, chance, firm }: Making, groups: string[]): Promise<void> {
  const rows = list(size.persons).map((at) => {
    const role = at % 50 === 7 ? 'admin' : at % 5 === 0 ? 'editor' : 'staff';
    const id = idOf(`person ${at}`);
    firm.persons.set(id, { role, groups: new Set(chance.some(groups, chance.below(4))) });
    const email = `person${at}@brightwater.example`;
    return { id, name: `Person ${at}`, email, role, language: 'en', timeZone: 'UTC', disabled: false };
  });
  await insert(office, 'persons', rows);
  const joined = [...firm.persons].filter(([, person]) => person.groups.size > 0);
  await Promise.all(
    joined.map(async ([id, person]) => {
      const data = { groups: [...person.groups] };
      await office.payload.db.updateOne({ collection: 'persons', id, data, returning: false });
    }),
  );
}

async function makeWiki({ office, chance, firm, mark }: Making, groups: string[]): Promise<void> {
  const spaces = list(size.spaces).map((at) => {
    const id = idOf(`space ${at}`);
    const open = new Set([
      ...chance.some(groups, 1 + chance.below(3)),
      ...(at % 20 === 3 ? ['everyone'] : []),
    ]);
    firm.spaces.set(id, { mark: mark(), open });
    const name = `Space ${firm.spaces.get(id)?.mark}`;
    return { id, name, slug: `space-${at}`, about: '', rank: `a${at}5`, moves: 0, lastMove: null };
  });
  const rights = [...firm.spaces].flatMap(([space, { open }]) =>
    [...open].map((group) => ({ id: `${space}.${group}`, space, group, may: chance.one(['read', 'write']) })),
  );
  const wiki = list(size.pages).map((at) => {
    const [id, number] = [idOf(`page ${at}`), numberOf(at)];
    const space = idOf(`space ${at % size.spaces}`);
    // Every second one hangs below the page that came into its space before it.
    const parent = at >= size.spaces && chance.below(2) === 0 ? idOf(`page ${at - size.spaces}`) : null;
    firm.pages.set(id, { space, parent, trashedWith: null });
    const page: Thing = { kind: 'page', id, number, mark: mark(), home: space };
    const file: Thing = { kind: 'file', id: idOf(`file ${at}`), number, mark: mark(), home: id };
    firm.things.push(page, ...(at % 4 === 0 ? [file] : []));
    return { page, file, hasFile: at % 4 === 0, parent };
  });
  const now = office.clock.now();
  const times = { createdAt: now, changedAt: now, trashedAt: null, trashedWith: null };
  const pages = wiki.map(({ page: { id, home: space, number, mark }, parent }, at): Row => {
    const title = `Order ${number} ${mark}`;
    return { id, space, parent, rank: `a${at}5`, moved: 0, title, version: 1, author: null, ...times };
  });
  const versions = wiki.map(({ page: { id, number, mark } }): Row => {
    const text = `What ${mark} says of ${number}.`;
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    const title = `Order ${number} ${mark}`;
    return { id: `${id}.1`, page: id, number: 1, title, document, author: null, at: now, restores: null };
  });
  const files = await Promise.all(
    wiki
      .filter(({ hasFile }) => hasFile)
      .map(async ({ file: { id, home: page, number, mark } }): Promise<Row> => {
        const stored = await office.blobs.write(Buffer.from(`Sheet ${mark} of ${number}.`));
        const filename = `Sheet ${number} ${mark}.txt`;
        const kept = { type: 'text/plain', blob: stored.hash, size: stored.size };
        return { id, page, filename, author: null, at: now, ...kept };
      }),
  );
  await Promise.all([
    insert(office, 'wiki-spaces', spaces),
    insert(office, 'wiki-rights', rights),
    insert(office, 'wiki-pages', pages),
    insert(office, 'wiki-versions', versions),
    insert(office, 'wiki-attachments', files),
  ]);
}

async function makeMail({ office, chance, firm, mark }: Making, groups: string[]): Promise<void> {
  const persons = [...firm.persons.keys()];
  const own = list(size.mailboxes).map((at) => {
    const [id, owner] = [idOf(`mailbox ${at}`), persons[at] as string];
    firm.mailboxes.set(id, { mark: mark(), owner, members: new Set(), groups: new Set() });
    const name = `Mail ${firm.mailboxes.get(id)?.mark}`;
    return { id, address: `person${at}@brightwater.example`, name, kind: 'personal', owner };
  });
  for (const at of list(size.sharedMailboxes)) {
    const members = new Set(chance.some(persons, 5));
    const shared = { members, groups: new Set(chance.some(groups, 2)) };
    const known = { mark: mark(), owner: null, ...shared };
    const { id } = await openMailbox(office, {
      address: `shared${at}@brightwater.example`,
      name: `Team ${known.mark}`,
      kind: 'shared',
      members: [...members],
      groups: [...shared.groups],
    });
    firm.mailboxes.set(id, known);
  }
  const mails = [...firm.mailboxes].flatMap(([home, { owner }]) =>
    list(owner === null ? size.mailsInShared : 1).map((uid) => ({ home, uid: uid + 1 })),
  );
  const messages: Row[] = [];
  const placements: Row[] = [];
  for (const [at, { home, uid }] of mails.entries()) {
    const thing: Thing = { kind: 'mail', id: idOf(`mail ${at}`), number: numberOf(at), mark: mark(), home };
    firm.things.push(thing);
    const { message, placement } = mailRows(thing, uid, office.clock.now() - at * 1000);
    messages.push(message);
    placements.push(placement);
  }
  const folders = own.flatMap(({ id: mailbox }) =>
    (['inbox', 'trash'] as const).map((role, at) => {
      const id = folderId(mailbox, role);
      return { id, mailbox, name: role, role, parent: null, uidValidity: at + 1, subscribed: true };
    }),
  );
  await Promise.all([
    insert(office, 'mailboxes', own),
    insert(office, 'folders', folders),
    insert(office, 'messages', messages),
    insert(office, 'placements', placements),
  ]);
}

function mailRows({ id, home: mailbox, number, mark }: Thing, uid: number, date: number) {
  const from = [{ name: `Nora ${mark}`, address: 'nora@customer.example' }];
  const none = { to: [], cc: [], replyTo: [], references: [], attachments: [], dropped: [] };
  const kept = { blob: '0'.repeat(64), prefix: '', size: 1000, verdict: null, hasHtml: false };
  const words = {
    subject: `Question ${number} ${mark}`,
    text: `What ${mark} asks about ${number}.`,
    preview: '',
  };
  const message: Row = {
    id,
    mailbox,
    thread: id,
    internalDate: date,
    messageId: id,
    from,
    ...none,
    ...kept,
    ...words,
  };
  const flags = {
    seen: true,
    flagged: false,
    answered: false,
    draft: false,
    deleted: false,
    expunged: false,
  };
  const place = { folder: folderId(mailbox, 'inbox'), uid, modseq: uid, keywords: [], attachments: false };
  const placement: Row = { id, mailbox, message: id, thread: id, date, ...place, ...flags };
  return { message, placement };
}
