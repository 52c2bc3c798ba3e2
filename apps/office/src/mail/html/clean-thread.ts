import { parentPort } from 'node:worker_threads';
import type { Asked, Cleaned } from './clean-apart.ts';
import { sanitizeMail } from './sanitize-mail.ts';

// A file of its own, because a thread is started from one.
parentPort?.on('message', ({ id, html, options }: Asked) => {
  const mail = sanitizeMail(html, options);
  parentPort?.postMessage({ id, mail } satisfies Cleaned);
});
