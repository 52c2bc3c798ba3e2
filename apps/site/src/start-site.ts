import { join } from 'node:path';
import type { Clock } from '@kontor/core';
import type { Log } from '@kontor/log';
import { createEdition, type Render } from './edition.ts';
import { createSiteServer } from './http/serve.ts';
import { deliverWaiting } from './inquiries/courier.ts';
import { questionQueue } from './inquiries/queue.ts';
import { rateLimit } from './inquiries/rate-limit.ts';
import { officeCalls } from './office/office-calls.ts';
import { repeat } from './repeat.ts';
import { snapshotDisk } from './snapshot/disk.ts';
import { createUpdates } from './snapshot/updates.ts';
import { emptySnapshot } from './view.ts';

export interface SiteOptions {
  /** The site's own disk. */
  dir: string;
  mediaDir: string;
  /** Address of the office for signed calls. */
  office: string;
  siteUrl: string;
  siteKey: Uint8Array;
  formKey: Uint8Array;
  baseCss: string;
  render: Render;
  clock: Clock;
  log: Log;
  pollMs?: number;
}

export interface RunningSite {
  /** The port listened on. */
  listen(port: number, host: string): Promise<number>;
  stop(): Promise<void>;
}

/** Serves the last good snapshot at once, and follows the office from then on. */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const { dir, mediaDir, siteUrl, siteKey, formKey, baseCss, render, clock, log, pollMs = 1_000 } = options;
  const making = { siteUrl, baseCss, render };
  const disk = snapshotDisk(dir);
  const kept = await disk.load();
  let edition = createEdition(kept?.snapshot ?? emptySnapshot, making);

  const office = officeCalls({ address: options.office, key: siteKey, clock });
  const updates = createUpdates(
    { office, disk, mediaDir, log, onUpdate: ({ snapshot }) => (edition = createEdition(snapshot, making)) },
    kept,
  );
  const queue = questionQueue(join(dir, 'questions'));
  // Deliveries one after another: two at once would only send the same question twice.
  let delivering: Promise<unknown> = Promise.resolve();
  const deliver = () => {
    const after = delivering.catch(() => {}).then(() => deliverWaiting({ queue, office, log }));
    delivering = after;
    return after;
  };

  const server = createSiteServer({
    edition: () => edition,
    desk: {
      queue,
      limit: rateLimit({ tries: 5, windowMs: 600_000, clock }),
      formKey,
      clock,
      log,
      render,
      onWaiting: () => void deliver().catch(() => {}),
    },
    mediaDir,
    siteKey,
    siteUrl,
    clock,
    log,
    onPublished: () => void updates.pull().catch(() => {}),
  });

  const ending = new AbortController();
  const { signal } = ending;
  const onFailure = (error: unknown) => log.warn('site.update-failed', { error: String(error) });
  const following = [
    repeat(() => updates.pull(), { everyMs: pollMs, atMostMs: 4_000, signal, onFailure }),
    repeat(deliver, { everyMs: pollMs, atMostMs: 30_000, signal, onFailure }),
  ];

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    async stop() {
      ending.abort();
      server.close();
      server.closeIdleConnections();
      await Promise.race([
        Promise.all(following),
        new Promise((resolve) => setTimeout(resolve, 3_000).unref()),
      ]);
      server.closeAllConnections();
    },
  };
}
