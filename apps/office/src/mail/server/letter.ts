import type { Caller } from '@kontor/core';
import { beginDraft, type Draft, readDraft } from '@kontor/mailbox';
import { readSignature } from '@kontor/people';
import type { Office } from '@kontor/suite';
import type { Letter, LetterFile, Writing } from '../letter/letter-data.ts';
import { firstText } from '../letter/letter-text.ts';
import { speak } from '../texts/speak.ts';

export interface Writer {
  caller: Caller;
  language: string;
  timeZone: string;
}

/** A letter as it was kept, or as it begins: with the signature, and below it what is answered. Keeps nothing. */
export async function openLetter(
  office: Office,
  writing: Writing,
  { mailbox, caller, language, timeZone }: Writer & { mailbox?: string | undefined },
): Promise<Letter> {
  if (writing.kind === 'draft')
    return letterOf(await readDraft.perform(office, { draft: writing.id }, caller), 'draft');
  const asked = writing.kind === 'new' && mailbox ? { ...writing, mailbox } : writing;
  const { draft, original } = await beginDraft.perform(office, asked, caller);
  const signature = await readSignature(office.payload, language);
  const kind = writing.kind === 'reply-all' ? 'reply' : writing.kind;
  const text = firstText(kind, original, { say: speak(language), timeZone, signature });
  const carried = kind === 'forward' ? (original?.attachments ?? []) : [];
  return { ...letterOf({ ...draft, text }, writing.kind), carried };
}

function letterOf(draft: Draft, kind: Letter['kind']): Letter {
  const { id, version, mailbox, to, cc, bcc, subject, text, answers, forwards } = draft;
  const files = draft.attachments.map(({ blob: _blob, ...file }): LetterFile => file);
  const fields = { mailbox, to, cc, bcc, subject, text };
  return { id, version, kind, fields, answers, forwards, files, carried: [] };
}
