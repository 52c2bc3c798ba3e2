import { join } from 'node:path';
import type { Caller } from '@kontor/core';
import { listOpenInquiries, type OpenInquiries, type OpenInquiry } from '@kontor/inquiries';
import {
  type ConversationRow,
  findPlaces,
  listConversations,
  listMailboxes,
  type MailboxView,
} from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { type ListedDevice, listDevices } from '@kontor/tunnels';
import { listWaiting, type WaitingPage } from '@kontor/wiki';
import { mailPath } from '../mail/mail-address.ts';
import { pageAddress } from '../wiki/wiki-address.ts';
import { type Health, readHealth } from './health.ts';
import { type SiteDraft, siteDrafts } from './site-drafts.ts';

const mostShown = 5;

export interface Question extends OpenInquiry {
  /** Address of the conversation; null for who does not read that mailbox. */
  path: string | null;
}

export interface NewMail {
  mailbox: Pick<MailboxView, 'address' | 'name' | 'kind'>;
  unread: number;
  path: string;
  rows: (ConversationRow & { path: string })[];
}

export interface TodayData {
  questions: Question[];
  totalQuestions: number;
  colleagues: { id: string; name: string }[];
  mail: NewMail[];
  pages: (WaitingPage & { path: string })[];
  devices: Pick<ListedDevice, 'id' | 'name' | 'state'>[];
  siteDrafts: SiteDraft[];
  /** Null for those who are no admins. */
  health: Health | null;
  now: number;
}

/** Everything the first screen shows a person, asked for at once. */
export async function todayData(office: Office, caller: Caller): Promise<TodayData> {
  const role = caller.person?.role ?? 'staff';
  const mailboxes = await listMailboxes.perform(office, {}, caller);
  const [{ questions, total, colleagues }, mail, pages, { devices }, drafts, health] = await Promise.all([
    questionsOf(office, mailboxes, caller),
    newMailOf(office, mailboxes, caller),
    listWaiting.perform(office, {}, caller),
    listDevices.perform(office, { whose: 'mine' }, caller),
    role === 'staff' ? [] : siteDrafts(office.payload),
    role === 'admin' ? readHealth(join(office.config.runDir, 'health.json'), office.clock.now()) : null,
  ]);
  return {
    questions,
    totalQuestions: total,
    colleagues: colleagues.filter(({ id }) => id !== caller.person?.id),
    mail,
    pages: pages.map((page) => ({ ...page, path: pageAddress(page.space, page) })),
    devices: devices.map(({ id, name, state }) => ({ id, name, state })),
    siteDrafts: drafts,
    health,
    now: office.clock.now(),
  };
}

async function questionsOf(
  office: Office,
  mailboxes: MailboxView[],
  caller: Caller,
): Promise<Omit<OpenInquiries, 'inquiries'> & { questions: Question[] }> {
  const [{ inquiries, ...rest }, firm] = await Promise.all([
    listOpenInquiries.perform(office, {}, caller),
    office.firm(),
  ]);
  const messageId = ({ id }: OpenInquiry) => `${id}@${firm.domain}`;
  const places = await findPlaces.perform(office, { messageIds: inquiries.map(messageId) }, caller);
  const pathOf = (inquiry: OpenInquiry): string | null => {
    const place = places.find((one) => one.messageId === messageId(inquiry));
    const folder = mailboxes
      .find(({ address }) => address === place?.mailbox)
      ?.folders.find(({ id }) => id === place?.folder);
    if (!place || !folder) return null;
    return mailPath({ mailbox: place.mailbox, folder: folder.role ?? folder.id, thread: place.thread });
  };
  return { ...rest, questions: inquiries.map((one) => ({ ...one, path: pathOf(one) })) };
}

async function newMailOf(office: Office, mailboxes: MailboxView[], caller: Caller): Promise<NewMail[]> {
  const withNews = mailboxes.flatMap((mailbox) => {
    const inbox = mailbox.folders.find(({ role }) => role === 'inbox');
    return inbox && inbox.unread > 0 ? [{ mailbox, inbox }] : [];
  });
  return Promise.all(
    withNews.map(async ({ mailbox, inbox }) => {
      const { address, name, kind } = mailbox;
      const list = { folder: inbox.id, filter: 'unread', limit: mostShown } as const;
      const { rows } = await listConversations.perform(office, list, caller);
      return {
        mailbox: { address, name, kind },
        unread: inbox.unread,
        path: mailPath({ mailbox: address, folder: 'inbox' }),
        rows: rows.map((row) => ({
          ...row,
          path: mailPath({ mailbox: address, folder: 'inbox', thread: row.thread }),
        })),
      };
    }),
  );
}
