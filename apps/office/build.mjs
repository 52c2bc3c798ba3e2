import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../build/bundle.mjs';
import { shareChunks } from './scripts/share-chunks.ts';

const here = import.meta.dirname;
const bin = join(here, '../../node_modules/.bin');
// Next imports every route to look at it, and the config makes its secrets where KONTOR_DATA says.
const data = mkdtempSync(join(tmpdir(), 'kontor-build-'));
const env = { ...process.env, KONTOR_DATA: data, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
const run = (...args) => execFileSync(join(bin, 'node'), args, { cwd: here, env, stdio: 'inherit' });

try {
  run('scripts/make-import-map.ts');
  run(join(bin, 'next'), 'build');
  const standalone = join(here, '.next/standalone/apps/office');
  // The config reads its folders at run time, which Next takes for the whole workspace and copies the source along.
  for (const name of readdirSync(standalone)) {
    if (!['.next', 'server.js', 'package.json'].includes(name))
      rmSync(join(standalone, name), { recursive: true });
  }
  shareChunks(join(standalone, '.next/server/chunks'));
  cpSync(join(here, '.next/static'), join(standalone, '.next/static'), { recursive: true });
  await bundle({
    entries: [
      'src/main.ts',
      'src/mail/html/clean-thread.ts',
      'src/search/read-thread.ts',
      'src/wiki/markdown-thread.ts',
    ],
    outdir: 'dist',
  });
} finally {
  rmSync(data, { recursive: true, force: true });
}
