import { type Caller, Problem } from '@kontor/core';
import { sendingProblems } from '@kontor/delivery';
import {
  type ConversationPage,
  type ConversationView,
  listConversations,
  listMailboxes,
  readConversation,
} from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { sayProblem } from '#problems/say-problem.ts';
import { findPlace, folderKey, type Place } from '../mail-address.ts';
import type { MailScreenData, ShownProblem } from '../mail-screen-data.ts';
import { openLetter } from './letter.ts';

interface Reader {
  caller: Caller;
  me: string;
  language: string;
  timeZone: string;
}

/** Everything the first drawing of the mail screen needs, in one pass; null when the address names no folder here. */
export async function mailScreen(
  office: Office,
  asked: { place: Place; after: string | null; done: MailScreenData['done']; refused: string | null },
  reader: Reader,
): Promise<MailScreenData | null> {
  const { caller, me, language, timeZone } = reader;
  // Before the rows are read: what comes meanwhile is told again by the live stream.
  const changesSeen = await office.changes.latest();
  const mailboxes = await listMailboxes.perform(office, {}, caller);
  const now = office.clock.now();
  const { place: wanted, after, done } = asked;
  const data: MailScreenData = {
    place: wanted,
    mailboxes,
    mailbox: null,
    folder: null,
    page: { rows: [], next: null },
    conversation: null,
    problem: null,
    letter: null,
    letterProblem: null,
    done,
    me,
    language,
    timeZone,
    now,
    changesSeen,
  };
  if (mailboxes.length === 0) return data;
  const found = findPlace(mailboxes, wanted);
  if (!found) return null;
  const { mailbox, folder } = found;
  // The bare address is the first inbox; a mailbox alone is its folders, where the screen is narrow.
  const place = {
    ...wanted,
    mailbox: mailbox.address,
    folder: wanted.mailbox === null ? folderKey(folder) : wanted.folder,
  };
  const page = await pageOf(office, { folder: folder.id, filter: place.filter, after }, caller);
  const reading = place.thread
    ? await conversationOf(office, folder.id, place.thread, caller, language)
    : null;
  const writing = await letterOf(office, place, asked.refused, { ...reader, mailbox: mailbox.id });
  return { ...data, place, mailbox, folder, page, ...reading, ...writing };
}

async function letterOf(
  office: Office,
  { writing }: Place,
  refused: string | null,
  writer: Reader & { mailbox: string },
): Promise<Pick<MailScreenData, 'letter' | 'letterProblem'>> {
  if (!writing) return { letter: null, letterProblem: null };
  try {
    const letter = await openLetter(office, writing, writer);
    const problem = refusalOf(refused, writer.language);
    return { letter: problem ? { ...letter, problem } : letter, letterProblem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { letter: null, letterProblem: sayProblem(error, writer.language) };
  }
}

/** Why a plain form was not sent, by the code in the address. */
function refusalOf(code: string | null, language: string): ShownProblem | null {
  const known = Object.keys(sendingProblems.entries) as (keyof typeof sendingProblems.entries)[];
  const found = known.find((name) => `mail.${name}` === code);
  return found ? sayProblem(sendingProblems.make(found), language) : null;
}

/** A cursor that is none any more shows the list from its beginning. */
async function pageOf(
  office: Office,
  { folder, filter, after }: { folder: string; filter: Place['filter']; after: string | null },
  caller: Caller,
): Promise<ConversationPage> {
  const list = { folder, filter };
  try {
    return await listConversations.perform(office, after ? { ...list, after } : list, caller);
  } catch (error) {
    if (after && error instanceof Problem && error.kind === 'invalid')
      return listConversations.perform(office, list, caller);
    throw error;
  }
}

async function conversationOf(
  office: Office,
  folder: string,
  thread: string,
  caller: Caller,
  language: string,
): Promise<{ conversation: ConversationView | null; problem: ShownProblem | null }> {
  try {
    return {
      conversation: await readConversation.perform(office, { folder, thread }, caller),
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { conversation: null, problem: sayProblem(error, language) };
  }
}
