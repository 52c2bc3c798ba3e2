import { type Clock, signatureHeader, signCall } from '@kontor/core';
import type { Changes } from '@kontor/data';

interface Options {
  changes: Pick<Changes, 'latest' | 'follow'>;
  /** Of the site, like http://127.0.0.1:4321 */
  address: string;
  key: Uint8Array;
  clock: Clock;
  signal: AbortSignal;
  /** So many milliseconds a site has for its answer. */
  patienceMs?: number;
}

const path = '/internal/changed';

/** Tells the site of each publish. A site that does not answer asks by itself, so a lost call loses nothing. */
export async function tellSite(options: Options): Promise<void> {
  const { changes, address, key, clock, signal, patienceMs = 2_000 } = options;
  const after = await changes.latest();
  await changes.follow({
    after,
    signal,
    async onChanges(found) {
      const last = found.findLast(({ kind }) => kind === 'site.published');
      if (!last) return;
      const body = JSON.stringify({ seq: last.seq });
      const headers = {
        'content-type': 'application/json',
        [signatureHeader]: signCall(key, { method: 'POST', path, body }, clock.now()),
      };
      const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
      await fetch(`${address}${path}`, { method: 'POST', body, headers, signal: patience }).catch(() => {});
    },
  });
}
