import { z } from 'zod';

const oneLine = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));

/** As it was written so far: whether an address can be one is asked when it is sent, so that nothing typed is lost. */
const addressField = z.object({ name: oneLine(300), address: oneLine(320) });

export const mostRecipients = 200;
const recipients = z.array(addressField).max(mostRecipients, 'At most 200 addresses.').default([]);

export const draftField = z.string().regex(/^[0-9a-f-]{32,40}$/, 'Not a draft.');
export const messageField = z.string().min(1).max(160);

/** What a person writes. */
export const letterFields = {
  mailbox: z.string().min(1).max(80),
  to: recipients,
  cc: recipients,
  bcc: recipients,
  subject: oneLine(1000).default(''),
  text: z.string().max(200_000, 'At most 200,000 characters.').default(''),
};
