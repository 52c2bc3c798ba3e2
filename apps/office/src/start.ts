import { ensureSecret } from '@kontor/config';
import { tellSite } from '@kontor/website';
import { getOffice } from './office.ts';

/** What the office does on its own from its first moment: it tells the site of each publish. */
export async function startOffice(): Promise<void> {
  const { config, changes, clock, log } = await getOffice();
  // Where Next asks itself for the page a form leads to; by number, gate.ts would send it to the name.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${config.ports.office}`;
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
