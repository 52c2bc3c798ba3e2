import { bundle } from '../../build/bundle.mjs';

await bundle({
  entries: ['src/main.ts', 'src/writer-thread.ts'],
  outdir: 'dist',
  without: ['sharp', 'undici'],
});
