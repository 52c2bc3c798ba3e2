import { ensureSecret } from '@kontor/config';
import { findPerson } from '@kontor/people';
import { keepPushed } from '@kontor/tunnels';
import { tellSite } from '@kontor/website';
import { getOffice } from './office.ts';
import { tellWhoCalls } from './proxy/who-calls.ts';

/** What the office does on its own: it tells the site of each publish, search of each change, the VPN service of its state. */
export async function startOffice(): Promise<void> {
  const office = await getOffice();
  const { config, changes, clock, log, payload, search, sessions } = office;
  tellWhoCalls(async (token) => {
    const checked = await sessions.check(token);
    return checked && findPerson(payload, checked.session.person);
  });
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
  search
    .follow(new AbortController().signal)
    .catch((error: Error) => log.error('part.failed', { why: error.message }));
  const pushing = keepPushed({
    ...office,
    signal: new AbortController().signal,
    onState: (state) =>
      state.pushed ? log.event('tunnels.pushed') : log.warn('tunnels.push-failed', { why: state.why }),
  });
  pushing.catch((error: Error) => log.error('part.failed', { why: error.message }));
  log.event('part.ready', { address: config.officeUrl });
}
