import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';

/**
 * Whether the registry that npm is set to can be reached. Without a network npm asks for minutes, once for every
 * package; with `--offline` it takes what its cache holds or says at once that it cannot.
 */
export async function registryAnswers(npm, options, patienceMs = 10_000) {
  const [command, ...args] = npm;
  const asked = [...args, 'config', 'get', 'registry', 'https-proxy', 'proxy', '--no-workspaces'];
  const { stdout, status } = spawnSync(command, asked, { ...options, encoding: 'utf8' });
  if (status !== 0) return true;
  const setting = (name) => new RegExp(`^${name}=(.+)$`, 'm').exec(stdout)?.[1].trim();
  const given = ['https-proxy', 'proxy', 'registry'].map(setting).find((one) => one && one !== 'null');
  return given && URL.canParse(given) ? connects(new URL(given), patienceMs) : true;
}

function connects({ hostname, port, protocol }, patienceMs) {
  const fallback = protocol === 'https:' ? 443 : 80;
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || fallback });
    const end = (isThere) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isThere);
    };
    const timer = setTimeout(() => end(false), patienceMs);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
