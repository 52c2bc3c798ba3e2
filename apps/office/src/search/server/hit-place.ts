import type { Hit } from '@kontor/search';
import { mailPath } from '#mail/mail-address.ts';
import { speak } from '#mail/texts/speak.ts';

const roles = ['inbox', 'archive', 'sent', 'drafts', 'junk', 'trash'] as const;

/** Where a hit leads, and what stands beside it. */
export function placeOf({ kind, detail, place }: Hit, language: string): { href: string; detail: string[] } {
  if (kind !== 'mail') {
    const { space = '', page = '' } = place;
    return { href: `/wiki/${encodeURIComponent(space)}/${encodeURIComponent(page)}`, detail: [detail] };
  }
  const { mailbox = '', mailboxName = '', folder = '', folderName = '', thread = '' } = place;
  const role = roles.find((one) => one === folder);
  const folderShown = role ? speak(language)(`folder.${role}`) : folderName;
  return {
    href: mailPath({ mailbox, folder, thread }),
    detail: [detail, mailboxName, folderShown].filter(Boolean),
  };
}
