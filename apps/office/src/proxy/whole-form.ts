import { isOwnCall } from './own-call.ts';
import type { Refusal } from './refusal.ts';

const broken: Refusal = {
  status: 400,
  text: 'This form arrived broken. Nothing was done: go back and send it again.',
};

/** What to answer to a form no page of ours sends, or that was cut off: Next would answer 500. Null where it is whole. */
export async function refuseBrokenForm(request: Request): Promise<Refusal | null> {
  const type = request.headers.get('content-type') ?? '';
  const isByScript = request.headers.has('next-action');
  const isForm = /^\s*multipart\/form-data/i.test(type);
  // The admin's scripts call its actions with more than forms (admin-call.ts); the office's pages do not.
  const isAdmins = /^\/admin(\/|$)/.test(new URL(request.url).pathname);
  if (isByScript && !isForm && !isAdmins) return broken;
  if (request.method !== 'POST' || !isForm) return null;
  try {
    const form = await request.clone().formData();
    return isAdmins || isOwnCall(form, isByScript) ? null : broken;
  } catch {
    return broken;
  }
}
