import { join } from 'node:path';
import { loadConfig } from '@kontor/config';

// Next's standalone server reads where to listen from these two.
const config = loadConfig(process.env);
process.env['PORT'] = String(config.ports.office);
process.env['HOSTNAME'] = config.host;

const server = join(import.meta.dirname, '../.next/standalone/apps/office/server.js');
await import(server);
