import { ensureSecret } from '@kontor/config';
import { tellSite } from '@kontor/website';
import { getOffice } from './office.ts';

/** What the office does on its own from its first moment: it tells the site of each publish. */
export async function startOffice(): Promise<void> {
  const { config, changes, clock, log } = await getOffice();
  const siteHost = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const telling = tellSite({
    changes,
    clock,
    address: `http://${siteHost}:${config.ports.site}`,
    key: ensureSecret(config, 'site'),
    signal: new AbortController().signal,
  });
  telling.catch((error: Error) => log.error('part.failed', { why: error.message }));
  log.event('part.ready', { address: config.officeUrl });
}
