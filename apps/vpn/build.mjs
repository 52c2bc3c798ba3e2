import { bundle } from '../../build/bundle.mjs';

await bundle({ entries: ['src/main.ts'], outdir: 'dist' });
