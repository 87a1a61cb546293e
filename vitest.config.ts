import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts'],
    // Tests that wait say for what, and have limits of their own; this is for a machine with more to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // A third of the time went into importing the same modules for each file; no test changes any.
    // A module under test/support is evaluated once for many files, so it may not register hooks when it is imported.
    isolate: false,
    // One core would lie idle otherwise, on machines with two.
    maxWorkers: '100%',
  },
});
