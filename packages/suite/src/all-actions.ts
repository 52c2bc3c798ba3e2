import { actions as deliveryActions } from '@kontor/delivery';
import { actions as inquiryActions } from '@kontor/inquiries';
import { actions as mailboxActions } from '@kontor/mailbox';
import { actions as peopleActions } from '@kontor/people';
import { actions as searchActions } from '@kontor/search';
import { actions as tunnelsActions } from '@kontor/tunnels';
import { actions as wikiActions } from '@kontor/wiki';

/** Everything that can be asked for; suites that must not forget one are generated from this list. */
export const allActions = [
  ...peopleActions,
  ...mailboxActions,
  ...deliveryActions,
  ...inquiryActions,
  ...wikiActions,
  ...searchActions,
  ...tunnelsActions,
];
