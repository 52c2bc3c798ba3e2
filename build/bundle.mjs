import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outside = [
  '@libsql/client',
  'drizzle-kit',
  'sharp',
  '@node-rs/argon2',
  'prettier',
  'esbuild',
  'tsx',
  'json-schema-to-typescript',
  'graphql',
  'pino-pretty',
  // Runs once, to make a certificate.
  'selfsigned',
];

/**
 * Bundles a daemon into one file: a third of the memory and of the start time of running the source.
 * What stays outside is either native or never used at run time. `without` names what a part loads and never uses: a
 * `no-….mjs` beside this file stands in for each.
 */
export async function bundle({ entries, outdir, without = [] }) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Identifiers stay: errors and models are told apart by name, and to restore names costs memory and time in each call.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: false,
    legalComments: 'none',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
    define: { 'process.env.NODE_ENV': '"production"' },
    // CommonJS modules inside the bundle call require().
    banner: {
      js: "import { createRequire as kontorRequire } from 'node:module'; const require = kontorRequire(import.meta.url);",
    },
    external: outside.filter((name) => !without.includes(name)),
    // The stock driver is imported by Payload's adapter and never called (docs/adr/0003).
    alias: {
      '@libsql/client': standIn('libsql'),
      // The same in one file: as modules it reads its data from beside itself.
      'css-tree': 'css-tree/dist/csstree.esm',
      ...Object.fromEntries(without.map((name) => [name, standIn(name)])),
    },
  });
}

const standIn = (name) => new URL(`./no-${name}.mjs`, import.meta.url).pathname;
