import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/launch-options';

export default defineConfig({
  testDir: 'e2e',
  // Playwright empties its folder, and `npm test` keeps its own reports beside it.
  outputDir: 'test-results/playwright',
  globalSetup: ['./e2e/prepare.mjs', './e2e/make-beginnings.ts'],
  // No test needs what another one left, so that a worker takes the next test, whichever file it is in.
  fullyParallel: true,
  // Much of a test is waiting for the pause after which a text is saved: three fill it on two cores.
  workers: Math.min(6, availableParallelism() + 1),
  forbidOnly: true,
  retries: 0,
  // A busy machine may slow a test and never fail it.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // A line for each test; `npm test` keeps a report and prints the slowest.
  reporter: 'list',
  use: {
    // They cost a fifth of the time: docs/testing.md says how to get one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(),
  },
});
