import { inquiriesCollection } from './inquiries.ts';
import { listOpenInquiries } from './list-open.ts';
import { receiveInquiry } from './receive-inquiry.ts';
import { closeInquiry, giveInquiry, reopenInquiry, takeInquiry } from './see-to.ts';

export { answerOps, undeliveredOps } from './answer-ops.ts';
export type { Colleague } from './answerable.ts';
export type { InquiryContext } from './context.ts';
export { listOpenInquiries, type OpenInquiries, type OpenInquiry } from './list-open.ts';
export { inquiryFields, receiveInquiry } from './receive-inquiry.ts';
export { remindOverdue } from './remind.ts';
export { closeInquiry, giveInquiry, reopenInquiry, takeInquiry } from './see-to.ts';
export type { WorkingTime } from './working-time.ts';

export const collections = [inquiriesCollection];
export const actions = [
  receiveInquiry,
  listOpenInquiries,
  takeInquiry,
  giveInquiry,
  closeInquiry,
  reopenInquiry,
];
