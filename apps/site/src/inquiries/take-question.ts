import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@kontor/core';
import type { Log } from '@kontor/log';
import type { Edition, Render } from '#edition.ts';
import { readBody } from '#http/read-body.ts';
import { sendForm } from '#http/send-page.ts';
import { visitorAddress } from '#http/visitor-address.ts';
import { emptyForm, type FormState, pathOf } from '#view.ts';
import type { QuestionQueue } from './queue.ts';
import type { RateLimit } from './rate-limit.ts';
import { keyOf, readForm, typed } from './read-form.ts';
import { checkToken, makeToken } from './token.ts';

/** 5,000 characters of four bytes, escaped for a form, and the rest with room to spare. */
const largestBody = 96_000;

export interface QuestionDesk {
  queue: QuestionQueue;
  limit: RateLimit;
  formKey: Uint8Array;
  clock: Clock;
  log: Log;
  render: Render;
  /** Told that a question waits, so that it is delivered at once. */
  onWaiting(): void;
}

/** A form comes in: thanked for only once it is on our own disk; otherwise shown again with what was typed. */
export async function takeQuestion(
  request: IncomingMessage,
  response: ServerResponse,
  { edition, pathname, desk }: { edition: Edition; pathname: string; desk: QuestionDesk },
): Promise<void> {
  const view = edition.view(pathname);
  const say = view.words.errors;
  const now = desk.clock.now();
  const again = async (status: number, form: Partial<FormState>) => {
    const token = makeToken(desk.formKey, now);
    const html = await desk.render({ ...view, form: { ...emptyForm, token, ...form } });
    sendForm(request, response, { html, status });
  };
  const thank = () => {
    const location = pathOf(edition.snapshot, view.locale, 'sent');
    response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
  };
  const refuse = (why: string) => desk.log.event('site.inquiry-refused', { why });

  if (!String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    return again(415, { problem: say.again });
  }
  const body = await readBody(request, largestBody);
  if (!body) return again(413, { problem: say.tooLarge });
  const form = new URLSearchParams(body.toString('utf8'));
  const values = typed(form);
  const token = form.get('token') ?? '';
  // A machine that fills every field hears the same thanks as everyone.
  if (form.get('website')) {
    refuse('trap');
    return thank();
  }
  const reading = readForm(form, view.words);
  const state = checkToken(desk.formKey, token, now);
  if (!reading.ok) {
    // The old token stays: its time counts from when the form was first seen.
    return again(422, { values, errors: reading.errors, ...(state === 'stale' ? {} : { token }) });
  }
  if (state === 'stale') return again(422, { values, problem: say.stale });
  if (state === 'too-soon') {
    refuse('too-soon');
    return again(422, { values, problem: say.again, token });
  }
  if (!desk.limit.take(visitorAddress(request))) {
    refuse('too-many');
    return again(429, { values, problem: say.tooMany, token });
  }
  const question = { ...reading.fields, language: view.locale, page: view.path, receivedAt: now };
  const key = keyOf(token, reading.fields);
  const isKept = await desk.queue.add({ ...question, key });
  if (!isKept) return again(503, { values, problem: say.full, token });
  desk.log.event('site.inquiry-queued', { inquiry: key, page: view.path, language: view.locale });
  desk.onWaiting();
  return thank();
}
