import { accessSync, constants } from 'node:fs';
import type { Config } from '@kontor/config';
import { missingPrograms } from '#host/find-programs.ts';
import type { RunCommand } from '#host/run-command.ts';
import type { Backend } from './backend.ts';
import { createConfigOnly } from './config-only.ts';
import { goLinks, kernelLinks } from './links.ts';
import { createLive } from './live.ts';

interface Options {
  config: Pick<Config, 'vpn' | 'demo'>;
  run: RunCommand;
  path: string;
  onDeath(name: string): void;
}

/** Finds what carries tunnels on this host by trying it, and says why when nothing does. */
export async function probeBackend({ config, run, path, onDeath }: Options): Promise<Backend> {
  const { vpn, demo } = config;
  // A demo touches nothing of the machine it is shown on.
  if (demo && vpn === 'auto') return createConfigOnly('demo');
  if (vpn === 'config-only') return createConfigOnly('chosen');
  const missing = missingPrograms(path, ['wg', 'ip', 'nft']);
  if (missing.length > 0) return createConfigOnly('tools-missing', missing.join(', '));
  const mayNot = await run('nft', ['list', 'tables']).then(
    () => null,
    (error: Error) => error.message,
  );
  if (mayNot !== null) return createConfigOnly('not-permitted', mayNot);
  const canForget = missingPrograms(path, ['conntrack']).length === 0;
  const kernel = vpn === 'wireguard-go' ? 'not wanted' : await tryKernel(run);
  if (kernel === null)
    return createLive({ run, makeLink: kernelLinks(run), canForget, about: live('kernel') });
  const go = vpn === 'kernel' ? 'not wanted' : tryGo(path);
  if (go === null)
    return createLive({
      run,
      makeLink: goLinks({ run, path, onDeath }),
      canForget,
      about: live('wireguard-go'),
    });
  return createConfigOnly('no-wireguard', `kernel: ${kernel}; wireguard-go: ${go}`);
}

const live = (name: 'kernel' | 'wireguard-go') => ({ name, why: null, detail: '' });

/** Null when it works. An interface is made and taken away at once: nothing else tells. */
async function tryKernel(run: RunCommand): Promise<string | null> {
  const name = `kontor-try${process.pid % 10_000}`;
  try {
    await run('ip', ['link', 'add', 'dev', name, 'type', 'wireguard']);
    await run('ip', ['link', 'delete', 'dev', name]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function tryGo(path: string): string | null {
  if (missingPrograms(path, ['wireguard-go']).length > 0) return 'not installed';
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
