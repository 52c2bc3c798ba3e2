import { getOffice } from '#office.ts';
import { type SiteCalls, siteCalls } from './site-calls.ts';

let calls: Promise<SiteCalls> | undefined;

/** Made once per process: they remember nonces and the content last made. */
export function openedCalls(): Promise<SiteCalls> {
  calls ??= getOffice().then(siteCalls);
  calls.catch(() => {
    calls = undefined;
  });
  return calls;
}
