import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { readCookie } from '@kontor/auth/cookie';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { endBodies } from './body/end-bodies.ts';
import { refuseLargeBodies } from './body/refuse-bodies.ts';
import { whoCalls } from './proxy/who-calls.ts';
import { readAddressesLiterally } from './readable-address.ts';
import { forgetBrokenStates } from './state-tree.ts';
import { setThreads } from './threads.ts';
import { believeOnlyOwnProxy } from './trusted-proxy.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

const config = loadConfig(process.env);
const log = createLog({ part: 'office', level: config.logLevel });
log.event('part.starting');

let server: Server | undefined;
subscribe('http.server.request.start', (message) => {
  server ??= (message as { server: Server }).server;
});
believeOnlyOwnProxy();
readAddressesLiterally();
forgetBrokenStates();
endBodies();
refuseLargeBodies(async ({ headers }) => (await whoCalls(readCookie(headers.cookie)))?.id ?? null);
setThreads({
  cleaning: new URL('./mail/html/clean-thread.mjs', import.meta.url),
  reading: new URL('./search/read-thread.mjs', import.meta.url),
  markdown: new URL('./wiki/markdown-thread.mjs', import.meta.url),
});

// Next would wait for every live stream to end; a stop takes two seconds at most.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.event('part.stopping', { signal });
    const leave = (): void => {
      log.event('part.stopped');
      process.exit(0);
    };
    if (!server) return leave();
    server.close(leave);
    server.closeIdleConnections();
    setTimeout(() => server?.closeAllConnections(), 2000).unref();
    setTimeout(leave, 2500).unref();
  });
}

// Next's standalone server reads where to listen from these two, and prints a greeting that is no log line.
process.env.PORT = String(config.ports.office);
process.env.HOSTNAME = config.host;
console.log = () => {};
await import(join(import.meta.dirname, '../.next/standalone/apps/office/server.js'));
