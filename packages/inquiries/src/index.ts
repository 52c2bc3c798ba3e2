import { inquiriesCollection } from './inquiries.ts';
import { receiveInquiry } from './receive-inquiry.ts';

export { type InquiryContext, inquiryFields, receiveInquiry } from './receive-inquiry.ts';

export const collections = [inquiriesCollection];
export const actions = [receiveInquiry];
