import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@kontor/data/testing/free-port';
import { type Running, run } from './child.ts';
import { answers } from './ports.ts';

export const missingForCaddy = (): string[] => (existsSync('/usr/bin/caddy') ? [] : ['Caddy']);

/** Debian's Caddy, serving this page as a file. */
export async function startStaticSite(
  folder: string,
  page: string,
): Promise<{ url: string; server: Running }> {
  const port = await freePort();
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'index.html'), page);
  const config = join(folder, 'Caddyfile');
  writeFileSync(config, caddyfile(port, files));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server = run('/usr/bin/caddy', ['run', '--config', config, '--adapter', 'caddyfile'], env);
  try {
    await answers(port);
  } catch (error) {
    await server.stop();
    throw new Error(`Caddy does not answer: ${server.lastWords()}`, { cause: error });
  }
  return { url: `http://127.0.0.1:${port}/`, server };
}

const caddyfile = (port: number, files: string) => `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	root * ${files}
	file_server
}
`;
