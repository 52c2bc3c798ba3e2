import { type Caller, isRightToLeft } from '@kontor/core';
import { type AttachmentInfo, type MailContext, readHtml } from '@kontor/mailbox';
import { isPicture } from '../attachment-kinds.ts';
import { cleanMail } from '../html/clean-mail.ts';
import { frameDocument, frameHeaders } from '../html/frame-document.ts';
import { escapeText } from '../html/quotes.ts';
import type { SafeMail } from '../html/sanitize-mail.ts';
import { speak } from '../texts/speak.ts';

interface Asked {
  message: string;
  /** The reader has asked for pictures that lie elsewhere. */
  showRemote: boolean;
  language: string;
}

/** A foreign message's HTML as a document of its own, where nothing runs (ADR 0040). */
export async function frameAnswer(context: MailContext, asked: Asked, caller: Caller): Promise<Response> {
  const { message, showRemote, language } = asked;
  const say = speak(language);
  const { html, text, attachments } = await readHtml.perform(context, { message }, caller);
  const attached = picturesOf(message, attachments);
  const words = { showQuoted: say('message.quoted'), goesTo: say('message.goes-to') };
  const cleaned = await cleanMail(html ?? '', { words, attached, showRemote });
  const mail = cleaned ?? asText(text, say('message.only-text'));
  const dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  const document = frameDocument(mail, {
    lang: language,
    dir,
    title: say('message.frame', { name: '' }).trim(),
    showRemote,
  });
  return new Response(document, { headers: frameHeaders({ showRemote }) });
}

/** What stands in for a message that could not be cleaned in time. */
const asText = (text: string, sentence: string): SafeMail => ({
  body: `<p><em>${escapeText(sentence)}</em></p><pre>${escapeText(text)}</pre>`,
  css: '',
  remotePictures: 0,
  coloured: false,
  cut: false,
});

function picturesOf(message: string, attachments: AttachmentInfo[]): Map<string, string> {
  const pictures = attachments.filter(({ cid, type }) => cid && isPicture(type));
  const address = (part: number) => `/mail-data/part/${encodeURIComponent(message)}/${part}?show=picture`;
  return new Map(pictures.map(({ cid = '', part }) => [cid.replace(/^<|>$/g, ''), address(part)]));
}
