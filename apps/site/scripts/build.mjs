import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as buildPages } from 'astro';
import { build } from 'esbuild';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(at('dist'), { recursive: true, force: true });
await buildPages({ root: at('.'), logLevel: 'warn' });
await build({
  entryPoints: [at('src/theme/site.css')],
  outfile: at('dist/site.css'),
  bundle: true,
  minify: true,
  target: 'esnext',
  logLevel: 'warning',
});
await build({
  entryPoints: { main: at('src/main.ts') },
  outdir: at('dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  // CommonJS packages inside the bundle ask for `require`.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning',
});
