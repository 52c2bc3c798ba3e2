import { remindOverdue } from '@kontor/inquiries';
import type { Office } from '@kontor/suite';

const minute = 60_000;

/** Looks at its start and every minute for questions that have waited a working day, and tells those who have to see to them. */
export function remindEveryMinute(office: Office): { stop(): void } {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const told = await remindOverdue(office);
      if (told > 0) office.log.event('inquiries.reminded', { told });
    } catch (error) {
      office.log.warn('inquiries.remind-failed', { why: (error as Error).message });
    } finally {
      isLooking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), minute);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
