import { actions as inquiryActions } from '@kontor/inquiries';
import { actions as mailboxActions } from '@kontor/mailbox';
import { actions as peopleActions } from '@kontor/people';

/** Everything that can be asked for; suites that must not forget one are generated from this list. */
export const allActions = [...peopleActions, ...mailboxActions, ...inquiryActions];
