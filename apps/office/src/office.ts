import { createLog } from '@kontor/log';
import { type Office, openOffice } from '@kontor/suite';
import { readConfig } from './office.config.ts';

let opened: Promise<Office> | undefined;

/** The one office of this process, opened at the first request that needs it; a failed opening is tried again. */
export function getOffice(): Promise<Office> {
  if (opened) return opened;
  const config = readConfig();
  opened = openOffice(config, { log: createLog({ part: 'office', level: config.logLevel }) });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
