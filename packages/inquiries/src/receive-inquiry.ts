import { action } from '@kontor/core';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import type { InquiryContext } from './context.ts';
import { inquiryMessage } from './message.ts';
import { oneWorkingDayAfter } from './working-time.ts';

const oneLine = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${label} is too long.`)
    .regex(/^[^\p{Cc}]*$/u, `${label} holds characters that cannot be used.`);

/** What a visitor may fill in; the site checks the same before it keeps a question. */
export const inquiryFields = {
  name: oneLine('The name', 120).min(1, 'Enter your name.'),
  email: oneLine('The address', 254).pipe(
    z.email('Enter a mail address we can answer to, like you@example.com.'),
  ),
  phone: oneLine('The telephone number', 40).default(''),
  text: z.string().trim().min(1, 'Write your question.').max(5000, 'At most 5000 characters.'),
};

/** A question comes in from the site: written once by its key, and put before everyone in hello@. */
export const receiveInquiry = action({
  name: 'inquiries.receive',
  input: z.object({
    ...inquiryFields,
    key: z.string().regex(/^[\w-]{16,64}$/),
    language: z.string().regex(/^[a-z]{2,3}$/),
    page: z.string().max(300),
    receivedAt: z.number().int().positive(),
  }),
  can: (caller) => caller.via === 'site',
  async run(context: InquiryContext, inquiry) {
    const { key, ...fields } = inquiry;
    const firm = await context.firm();
    const dueAt = oneWorkingDayAfter(inquiry.receivedAt, await context.workingTime());
    const [written] = await context.bulk.write([
      { op: 'insert', into: 'inquiries', rows: [{ ...fields, id: key, state: 'open', owner: null, dueAt }] },
      changeOp('inquiry.received', key, {}, context.clock.now()),
    ]);
    // Also when the row was there: the call before may have ended between the two.
    const raw = await inquiryMessage(inquiry, firm);
    const address = `hello@${firm.domain}`;
    await context.post({ raw, to: address, mailFrom: address, key: `inquiry-${key}` });
    return { isNew: (written?.count ?? 0) > 0 };
  },
});
