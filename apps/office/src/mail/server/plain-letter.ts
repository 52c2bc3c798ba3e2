import { type Caller, Problem } from '@kontor/core';
import { sendDraft } from '@kontor/delivery';
import { saveDraft } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { textOf, textsOf } from '#form/read-form.ts';
import { readAddresses } from '../letter/addresses.ts';
import { mailPath } from '../mail-address.ts';

/**
 * A letter from a plain form: saved first, so that nothing is lost, and then sent. Where that fails the draft opens again
 * with why.
 */
export async function sendPlainForm(office: Office, form: FormData, caller: Caller): Promise<Response> {
  const people = (name: string) => readAddresses(textsOf(form, name).join('\n'));
  const id = textOf(form, 'id');
  const letter = {
    id,
    version: Number(textOf(form, 'version')),
    mailbox: textOf(form, 'mailbox'),
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    subject: textOf(form, 'subject'),
    text: textOf(form, 'text').replace(/\r\n/g, '\n'),
    answers: textOf(form, 'answers') || null,
    forwards: textOf(form, 'forwards') || null,
  };
  const { version } = await saveDraft.perform(office, letter, caller);
  const mailbox = textOf(form, 'back');
  const draft = mailPath({ mailbox, folder: 'drafts', writing: { kind: 'draft', id } });
  if (textOf(form, 'deed') === 'keep') return lead(draft);
  try {
    await sendDraft.perform(office, { draft: id, version }, caller);
  } catch (error) {
    if (error instanceof Problem) return lead(`${draft}&refused=${encodeURIComponent(error.code)}`);
    throw error;
  }
  return lead(mailPath({ mailbox, folder: 'sent' }));
}

const lead = (location: string): Response => new Response(null, { status: 303, headers: { location } });
