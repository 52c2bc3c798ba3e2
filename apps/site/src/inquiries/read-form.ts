import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Words } from '#words/index.ts';

export interface Question {
  key: string;
  name: string;
  email: string;
  phone: string;
  text: string;
  language: string;
  page: string;
  receivedAt: number;
}

export type Reading =
  | { ok: true; fields: Pick<Question, 'name' | 'email' | 'phone' | 'text'> }
  | { ok: false; errors: Record<string, string> };

/** What a visitor typed, for showing it again; cut so that a page never grows with it. */
export function typed(form: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of ['name', 'email', 'phone', 'text'])
    values[name] = (form.get(name) ?? '').slice(0, 20_000);
  return values;
}

const oneLine = /^[^\p{Cc}\u2028\u2029]*$/u;
const address = z.email().max(254);

/** The same limits as the office's own action, in the visitor's words. */
export function readForm(form: URLSearchParams, { errors: say }: Words): Reading {
  const value = (name: string) => (form.get(name) ?? '').trim();
  const fields = {
    name: value('name'),
    email: value('email'),
    phone: value('phone'),
    text: value('text').replace(/\r\n?/g, '\n'),
  };
  const errors: Record<string, string> = {};
  if (!fields.name || !oneLine.test(fields.name)) errors['name'] = say.name;
  else if (fields.name.length > 120) errors['name'] = say.nameLong;
  if (!address.safeParse(fields.email).success) errors['email'] = say.email;
  if (fields.phone.length > 40 || !oneLine.test(fields.phone)) errors['phone'] = say.phone;
  if (!fields.text) errors['text'] = say.text;
  else if (fields.text.length > 5000) errors['text'] = say.textLong;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, fields };
}

/** The same words sent twice from one form are one question; changed words are another. */
export function keyOf(token: string, fields: Record<string, string>): string {
  const words = JSON.stringify([token, fields['name'], fields['email'], fields['phone'], fields['text']]);
  return createHash('sha256').update(words).digest('base64url');
}
