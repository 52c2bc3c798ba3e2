import { defineConfig } from 'vitest/config';

/** What is measured against a clock or a score runs with nothing beside it, after everything else. */
const alone = ['tests/load/**/*.test.ts', 'tests/lighthouse/**/*.test.ts'];
const elsewhere = ['**/.next/**', '**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    // Many times what the slowest takes on an idle machine: CI has others on it.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    maxConcurrency: 2,
    globalSetup: ['tests/shared-mongod.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{apps,packages,tests}/**/*.test.ts'],
          exclude: [...elsewhere, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          exclude: elsewhere,
          maxWorkers: 1,
          // A machine may be busy once; what is slow is so again.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
