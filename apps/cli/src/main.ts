import { join, resolve } from 'node:path';
import { runCommand } from './run-command.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

// A terminal that went away must not end what it started.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  // As deep from src as from dist.
  root: resolve(import.meta.dirname, '../../..'),
  officeChild: import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'office-child/main.ts')
    : join(import.meta.dirname, 'office-child.mjs'),
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
