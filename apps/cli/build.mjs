import { bundle } from '../../build/bundle.mjs';

// Two programs: the command, which is light because it runs for weeks, and the child that opens the office; and its thread.
await bundle({
  entries: [
    { in: 'src/main.ts', out: 'kontor' },
    { in: 'src/office-child/main.ts', out: 'office-child' },
    { in: 'src/office-child/read-thread.ts', out: 'read-thread' },
  ],
  outdir: 'dist',
});
