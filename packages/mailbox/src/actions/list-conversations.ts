import { action } from '@kontor/core';
import type { Group, Match, Row } from '@kontor/data';
import { z } from 'zod';
import { folderReaders, type Place, placeOf } from '#access.ts';
import type { MailContext } from '#context.ts';
import { seenMarks } from '#seen.ts';
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
    // A shared mailbox keeps \Seen beside the placements: what is unread there is looked for in strides.
    const byMarks = filter === 'unread' && place.mailbox.kind === 'shared';
    const groups: Group[] = [];
    const stride = byMarks ? Math.max(limit, strideOfSearch) : limit + 1;
    for (let last = after; groups.length <= limit; ) {
      const found = await context.bulk.groupLatest({
        from: 'placements',
        where: { folder, expunged: false },
        by: 'thread',
        latest: 'date',
        limit: stride,
        ...havingOf(filter, place),
        ...(last ? { after: last } : {}),
      });
      groups.push(...(byMarks ? await unreadOf(context, place, found) : found));
      last = found.at(-1);
      if (found.length < stride) break;
    }
    const rows = await rowsOf(context, place, groups.slice(0, limit));
    return { rows, next: groups.length > limit ? cursorOf(groups[limit - 1]) : null };
  },
});

const strideOfSearch = 500;

async function unreadOf(
  context: MailContext,
  { folder, person }: Place,
  groups: readonly Group[],
): Promise<Group[]> {
  const there = { folder: folder.id, expunged: false, thread: { in: groups.map(({ key }) => key) } };
  const placements = await context.bulk.find('placements', there, { select: ['thread'] });
  const ids = placements.map(({ id }) => id);
  const seen = await seenMarks(context, folder.id, person, ids);
  const unread = placements.filter(({ id }) => !seen.has(id)).map((placement) => String(placement['thread']));
  const threads = new Set(unread);
  return groups.filter(({ key }) => threads.has(key));
}

const cursorOf = (group: Group | undefined): string | null => (group ? `${group.latest}:${group.key}` : null);

function havingOf(filter: Filter, { mailbox }: Place): { having?: Match } {
  if (filter === 'starred') return { having: { flagged: true } };
  if (filter === 'unread' && mailbox.kind === 'personal') return { having: { seen: false } };
  return {};
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
  const columns = ['from', 'subject', 'preview'];
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
      participants: participantsOf(mails),
      preview: String(mails.at(-1)?.['preview'] ?? ''),
      date: new Date(latest).toISOString(),
      count: those.length,
      unread: those.some(isUnread),
      starred: those.some((placement) => placement['flagged'] === true),
      attachments: those.some((placement) => placement['attachments'] === true),
    };
  });
}

/** Who wrote, each once, in the order they first did. */
function participantsOf(messages: Row[]): Address[] {
  const known = new Map<string, Address>();
  for (const message of messages) {
    for (const from of (message['from'] ?? []) as Address[]) {
      if (!known.has(from.address)) known.set(from.address, from);
    }
  }
  return [...known.values()];
}
