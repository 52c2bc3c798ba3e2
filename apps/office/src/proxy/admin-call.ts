import type { Person } from '@kontor/people';
import { mayOpenAdmin } from '../admin/may-open-admin.ts';
import { isAdminCall } from '../admin/server-functions.ts';
import type { Refusal } from './refusal.ts';

const broken: Refusal = { status: 400, text: 'The admin knows no such call. Nothing was done.' };

/**
 * What to answer to a call of Payload's admin that its screens do not make, or that comes from somebody who may not open
 * them; null where it is one of theirs. Payload and Next would answer 500.
 */
export async function refuseAdminCall(
  request: Request,
  caller: () => Promise<Person | null>,
): Promise<Refusal | null> {
  const isToAdmin = /^\/admin(\/|$)/.test(new URL(request.url).pathname);
  if (!isToAdmin || request.method === 'GET' || request.method === 'HEAD') return null;
  if (!mayOpenAdmin(await caller()))
    return { status: 403, text: 'Sign in as somebody who writes the website. Nothing was done.' };
  // Without script there is nothing to call there.
  if (!request.headers.has('next-action')) return broken;
  try {
    const sent: unknown = JSON.parse(await bodyOf(request.clone()));
    return Array.isArray(sent) && sent.length <= 2 && sent.every(isArgument) ? null : broken;
  } catch {
    return broken;
  }
}

/** What React sends: the arguments as JSON, or as the first field of a form that holds what JSON cannot. */
async function bodyOf(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^\s*multipart\/form-data/i.test(type)) return request.text();
  return String((await request.formData()).get('0') ?? '');
}

/** A call; or the language that its menu switches to, behind what the server itself bound to that action. */
const isArgument = (value: unknown): boolean =>
  isAdminCall(value) || (typeof value === 'string' && value.length < 5000);
