import { mkdirSync } from 'node:fs';
import { type Config, ensureSecret } from '@kontor/config';
import { newId } from '@kontor/core';
import type { Log } from '@kontor/log';
import { makeKeys } from '@kontor/tunnels/keys';
import { probeBackend } from './backends/probe.ts';
import { searchPath } from './host/find-programs.ts';
import { createRunCommand } from './host/run-command.ts';
import { listenOn } from './listen.ts';
import { createReconciler } from './reconciler.ts';
import { serveState } from './serve-state.ts';
import { createStore } from './store.ts';

interface Options {
  config: Config;
  log: Log;
  /** The PATH of this process. */
  path: string;
  /** How often drift is looked for. */
  lookMs?: number;
}

export interface Vpn {
  /** Takes the tunnels down: a stop is a stop. What was desired stays on disk. */
  stop(): Promise<void>;
}

/** Brings the tunnels of before back first, then listens for what the office wants now. */
export async function startVpn({ config, log, path: given, lookMs = 10_000 }: Options): Promise<Vpn> {
  for (const dir of [config.vpnDir, config.runDir]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = searchPath(given);
  const run = createRunCommand({ path, fallbackDir: config.vpnDir });
  let isStopping = false;
  const lookNow = (): void => {
    if (!isStopping)
      reconciler.look().catch((error: Error) => log.error('vpn.problem', { why: error.message }));
  };
  const backend = await probeBackend({ config, run, path, onDeath: lookNow });
  log.event('vpn.backend', { ...backend.about });
  const reconciler = createReconciler({
    instance: newId(),
    backend,
    store: createStore(config.vpnDir),
    keyOf: (network) =>
      ensureSecret(config, `vpn-${network}`, () => makeKeys().privateKey)
        .toString('utf8')
        .trim(),
    log,
  });
  const server = serveState({ reconciler, log });
  await reconciler.restore();
  await listenOn(server, config.vpnSocket);
  const looking = setInterval(lookNow, lookMs);
  return {
    async stop() {
      isStopping = true;
      clearInterval(looking);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await closed;
      await reconciler.lowerAll();
    },
  };
}
