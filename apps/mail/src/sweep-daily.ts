import { sweepIfDue } from '@kontor/mailbox';
import { type Office, tidyIfDue } from '@kontor/suite';

const firstTry = 60_000;
const hour = 60 * 60 * 1000;

/** Looks every hour whether the day's sweep and tidying are still to be done; among all processes one does them. */
export function sweepDaily(office: Office): { stop(): void } {
  const sweep = (): void => {
    sweepIfDue(office).then(
      (swept) => {
        if (swept) office.log.event('mail.swept', { ...swept });
      },
      (error: Error) => office.log.warn('mail.sweep-failed', { why: error.message }),
    );
    tidyIfDue(office).then(
      (tidied) => {
        if (tidied) office.log.event('data.tidied', { ...tidied });
      },
      (error: Error) => office.log.warn('data.tidy-failed', { why: error.message }),
    );
  };
  const timers = [setTimeout(sweep, firstTry), setInterval(sweep, hour)];
  for (const timer of timers) timer.unref();
  return { stop: () => timers.forEach((timer) => void clearTimeout(timer)) };
}
