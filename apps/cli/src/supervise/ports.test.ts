import { createServer, type Server } from 'node:net';
import { loadConfig } from '@kontor/config';
import { freePort } from '@kontor/data/testing/free-port';
import { afterEach, expect, test } from 'vitest';
import { requirePorts } from './ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const occupy = (port: number) =>
  new Promise<void>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', resolve);
    servers.push(server);
  });

async function someConfig(extra: Record<string, string> = {}) {
  return loadConfig({
    KONTOR_SITE_PORT: String(await freePort()),
    KONTOR_OFFICE_PORT: String(await freePort()),
    KONTOR_SMTP_PORT: String(await freePort()),
    ...extra,
  });
}

test('free ports are fine', async () => {
  await requirePorts({ config: await someConfig() });
});

test('a port in use is named with the setting that changes it, all at once', async () => {
  const config = await someConfig();
  await occupy(config.ports.office);
  await occupy(config.ports.smtp);
  const refused = requirePorts({ config });
  await expect(refused).rejects.toMatchObject({ code: 'cli.ports-in-use' });
  await expect(refused).rejects.toThrow(`port ${config.ports.office} of office (KONTOR_OFFICE_PORT)`);
  await expect(refused).rejects.toThrow(`port ${config.ports.smtp} of mail (KONTOR_SMTP_PORT)`);
  await expect(refused).rejects.not.toThrow('KONTOR_SITE_PORT');
});

test('a port that becomes free in time is waited for', async () => {
  const config = await someConfig();
  await occupy(config.ports.site);
  setTimeout(() => servers[0]?.close(), 150);
  await requirePorts({ config }, 5000);
});

test('an address of another machine is told by its setting', async () => {
  const config = await someConfig({ KONTOR_HOST: '192.0.2.1' });
  await expect(requirePorts({ config })).rejects.toThrow('no network address 192.0.2.1 (KONTOR_HOST)');
});
