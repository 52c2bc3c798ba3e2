import type { AttachmentView, Saved } from '@kontor/wiki';
import { mostPage } from '#body/large-body.ts';
import { type Speak, speak } from '../texts/speak.ts';

/** The office answered with a problem in the reader's words, or (null) not at all. */
export class CallProblem extends Error {
  readonly shown: { title: string; hint: string } | null;

  constructor(shown: CallProblem['shown']) {
    super(shown?.title ?? 'no answer');
    this.shown = shown;
  }
}

/** Why the office did not do it, and what helps, in one piece. */
export const whyNot = (error: unknown, say: Speak): string =>
  error instanceof CallProblem && error.shown
    ? `${error.shown.title} ${error.shown.hint}`
    : say('edit.check-connection');

const json = { 'content-type': 'application/json' };

/** A deed of `wiki-data/change`; answers where one goes from there. */
export const change = (deed: Record<string, unknown>): Promise<{ goto: string }> =>
  ask('/wiki-data/change', { method: 'POST', headers: json, body: JSON.stringify(deed) });

export async function save(
  page: string,
  text: { base: number; title: string; document: unknown; aside?: string },
): Promise<Saved> {
  const body = JSON.stringify(text);
  // Whoever is hung up on while sending may not hear why.
  if (new Blob([body]).size > mostPage) throw new CallProblem(tooLarge());
  return ask(`/wiki-data/page/${page}`, { method: 'PUT', headers: json, body });
}

export const upload = (page: string, file: File): Promise<AttachmentView> =>
  ask(`/wiki-data/files/${page}?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(120_000) });
  } catch {
    throw new CallProblem(null);
  }
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as Answer;
  // Refused before it was read: as it came in, in no language of anybody (body/large-body.ts).
  if (answer.status === 413 && body === null) throw new CallProblem(tooLarge());
  const { title, hint } = (body ?? {}) as { title?: unknown; hint?: unknown };
  throw new CallProblem(typeof title === 'string' ? { title, hint: String(hint ?? '') } : null);
}

function tooLarge(): CallProblem['shown'] {
  const say = speak(document.documentElement.lang);
  return { title: say('call.too-large'), hint: say('call.make-smaller') };
}
