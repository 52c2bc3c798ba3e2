import { bundle } from '../../build/bundle.mjs';

// Two programs: the command, which is light because it runs for weeks, and the child that opens the office.
await bundle({
  entries: [
    { in: 'src/main.ts', out: 'kontor' },
    { in: 'src/office-child/main.ts', out: 'office-child' },
  ],
  outdir: 'dist',
});
