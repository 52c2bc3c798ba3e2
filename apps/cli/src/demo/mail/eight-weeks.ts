import type { Office } from '@kontor/suite';
import { readAndFile, setArrivalsBack } from './age-mails.ts';
import { isNew, mailsByDate } from './all.ts';
import { deliverMails, notYetThere } from './deliver.ts';

/** Eight weeks of mail: what is older comes, is read and filed; then comes what is new. Tells how many came. */
export async function liveEightWeeks(
  office: Office,
  now: number,
  say: (line: string) => void,
): Promise<number> {
  const mails = mailsByDate(now);
  const recent = mails.filter((mail) => isNew(mail, now));
  const older = mails.filter((mail) => !isNew(mail, now));
  let sent = 0;
  const onSent = () => {
    sent += 1;
    if (sent % 20 === 0) say(`${sent} of ${mails.length} mails delivered`);
  };
  await deliverMails(office, older, { now, onSent });
  await setArrivalsBack(office, now);
  // Cut off after the new ones had begun to come, they must not be taken for read.
  if ((await notYetThere(office, recent)).length === recent.length) await readAndFile(office);
  await deliverMails(office, recent, { now, onSent });
  await setArrivalsBack(office, now);
  return sent;
}
