import { action } from '@kontor/core';
import type { Group, Match, Row } from '@kontor/data';
import { z } from 'zod';
import { folderReaders, type Place, placeOf } from '#access.ts';
import type { MailContext } from '#context.ts';
import { draftRows } from '#drafts/drafts-list.ts';
import { countUnread, seenMarks } from '#seen.ts';
import type { Address, ConversationPage, ConversationRow } from '#types.ts';

const cursorField = z
  .string()
  .max(200)
  .regex(/^\d{1,16}:[^:].{0,120}$/, 'Not a place in this list.')
  .transform((text) => ({
    latest: Number(text.slice(0, text.indexOf(':'))),
    key: text.slice(text.indexOf(':') + 1),
  }));

const filters = ['all', 'unread', 'starred'] as const;
type Filter = (typeof filters)[number];

/** Conversations of a folder, newest first, by keyset pages: a page costs the same wherever it lies. */
export const listConversations = action({
  name: 'mailbox.list-conversations',
  quiet: true,
  input: z.object({
    folder: z.string().max(80),
    after: cursorField.optional(),
    limit: z.number().int().min(1).max(100).default(50),
    filter: z.enum(filters).default('all'),
  }),
  can: folderReaders,
  async run(context: MailContext, { folder, after, limit, filter }, caller): Promise<ConversationPage> {
    const place = await placeOf(context, folder, caller);
    const groups = await (filter === 'unread' && place.mailbox.kind === 'shared'
      ? unmarkedGroups(context, place, { after, limit: limit + 1 })
      : context.bulk.groupLatest({ ...threadsOf(place), ...havingOf(filter), after, limit: limit + 1 }));
    const rows = await rowsOf(context, place, groups.slice(0, limit));
    const isTop = place.folder.role === 'drafts' && !after && filter === 'all';
    const drafts = isTop ? await draftRows(context, { mailbox: place.mailbox.id, author: place.person }) : [];
    return { rows: [...drafts, ...rows], next: groups.length > limit ? cursorOf(groups[limit - 1]) : null };
  },
});

const threadsOf = ({ folder }: Place) => ({
  from: 'placements',
  where: { folder: folder.id, expunged: false },
  by: 'thread',
  latest: 'date',
});

/** A shared mailbox keeps \Seen beside the placements: what is unread there is looked for in strides. */
async function unmarkedGroups(
  context: MailContext,
  place: Place,
  { after, limit }: { after: { latest: number; key: string } | undefined; limit: number },
): Promise<Group[]> {
  const groups: Group[] = [];
  let left = after ? Number.POSITIVE_INFINITY : await countUnread(context, place);
  for (let last = after; groups.length < limit && left > 0; ) {
    const found = await context.bulk.groupLatest({ ...threadsOf(place), after: last, limit: strideOfSearch });
    const unread = await unreadOf(context, place, found);
    groups.push(...unread.groups);
    left -= unread.placements;
    last = found.at(-1);
    if (found.length < strideOfSearch) break;
  }
  return groups.slice(0, limit);
}

const strideOfSearch = 500;

async function unreadOf(
  context: MailContext,
  { folder, person }: Place,
  groups: readonly Group[],
): Promise<{ groups: Group[]; placements: number }> {
  const there = { folder: folder.id, expunged: false, thread: { in: groups.map(({ key }) => key) } };
  const placements = await context.bulk.find('placements', there, { select: ['thread'] });
  const ids = placements.map(({ id }) => id);
  const seen = await seenMarks(context, folder.id, person, ids);
  const unread = placements.filter(({ id }) => !seen.has(id)).map((placement) => String(placement['thread']));
  const threads = new Set(unread);
  return { groups: groups.filter(({ key }) => threads.has(key)), placements: unread.length };
}

const cursorOf = (group: Group | undefined): string | null => (group ? `${group.latest}:${group.key}` : null);

function havingOf(filter: Filter): { having?: Match } {
  if (filter === 'starred') return { having: { flagged: true } };
  return filter === 'unread' ? { having: { seen: false } } : {};
}

async function rowsOf(
  context: MailContext,
  { folder, mailbox, person }: Place,
  groups: readonly Group[],
): Promise<ConversationRow[]> {
  if (groups.length === 0) return [];
  const { bulk } = context;
  const threads = groups.map(({ key }) => key);
  const placements = await bulk.find(
    'placements',
    { folder: folder.id, expunged: false, thread: { in: threads } },
    { sort: 'date', select: ['message', 'thread', 'seen', 'flagged', 'attachments'] },
  );
  const ids = placements.map((placement) => String(placement['message']));
  // In sent mail the other side is whom it went to.
  const side = folder.role === 'sent' ? 'to' : 'from';
  const columns = [side, 'subject', 'preview'];
  const found = await bulk.find('messages', { id: { in: ids } }, { select: columns });
  const messages = new Map(found.map((message) => [message.id, message]));
  const placed = placements.map(({ id }) => id);
  const seen = mailbox.kind === 'shared' ? await seenMarks(context, folder.id, person, placed) : null;
  const isUnread = ({ id, ...placement }: Row) => (seen ? !seen.has(id) : !placement['seen']);
  const byThread = Map.groupBy(placements, (placement) => String(placement['thread']));

  return groups.map(({ key, latest }) => {
    const those = byThread.get(key) ?? [];
    const mails = those
      .map((placement) => messages.get(String(placement['message'])))
      .filter((mail) => mail !== undefined);
    return {
      thread: key,
      subject: String(mails[0]?.['subject'] ?? ''),
      participants: participantsOf(mails, side),
      preview: String(mails.at(-1)?.['preview'] ?? ''),
      date: new Date(latest).toISOString(),
      count: those.length,
      unread: those.some(isUnread),
      starred: those.some((placement) => placement['flagged'] === true),
      attachments: those.some((placement) => placement['attachments'] === true),
    };
  });
}

/** A row has room for a few names; a message may have hundreds. */
const mostNamed = 20;

/** Who wrote or was written to, each once, in the order they first were. */
function participantsOf(messages: Row[], side: 'from' | 'to'): Address[] {
  const known = new Map<string, Address>();
  for (const message of messages) {
    for (const person of (message[side] ?? []) as Address[]) {
      if (known.size < mostNamed && !known.has(person.address)) known.set(person.address, person);
    }
  }
  return [...known.values()];
}
