import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSecret, loadConfig, privateFolder } from '@kontor/config';
import { systemClock as clock } from '@kontor/core';
import { createLog } from '@kontor/log';
import { startSite } from './start-site.ts';
import type { View } from './view.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

const config = loadConfig(process.env);
const log = createLog({ part: 'site', level: config.logLevel });
log.event('part.starting');

// Built beside this file by scripts/build.mjs; a path in a variable keeps it out of this bundle.
const pages = new URL('./pages/server/entry.mjs', import.meta.url).href;
const { render } = (await import(pages)) as { render(view: View): Promise<string> };
const baseCss = readFileSync(new URL('./site.css', import.meta.url), 'utf8');

for (const dir of [config.dataDir, config.siteDir]) privateFolder(dir);
const officeHost = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
const site = await startSite({
  dir: config.siteDir,
  mediaDir: join(config.siteDir, 'media'),
  office: `http://${officeHost}:${config.ports.office}`,
  siteUrl: config.siteUrl,
  siteKey: ensureSecret(config, 'site'),
  formKey: ensureSecret(config, 'form'),
  baseCss,
  render,
  clock,
  log,
});
await site.listen(config.ports.site, config.host);
log.event('part.ready', { address: `http://${config.host}:${config.ports.site}` });

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    log.event('part.stopping', { signal });
    await site.stop();
    log.event('part.stopped');
    process.exit(0);
  });
}
