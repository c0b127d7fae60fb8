import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/launch-options';

export default defineConfig({
  testDir: 'e2e',
  // Playwright empties its output folder, and `npm test` keeps its own reports in the parent folder.
  outputDir: 'test-results/playwright',
  globalSetup: ['./e2e/prepare.mjs', './e2e/make-beginnings.ts'],
  // No test depends on another, so a worker can take the next test from any file.
  fullyParallel: true,
  // Tests mostly wait for the pause after which a text is saved: three workers fill that time on two cores.
  workers: Math.min(6, availableParallelism() + 1),
  forbidOnly: true,
  retries: 0,
  // A busy machine may slow a test down but must never fail it.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // One line per test; `npm test` keeps a report and prints the slowest.
  reporter: 'list',
  use: {
    // Parts without a role or text of their own are marked `data-part`, the name of their component.
    testIdAttribute: 'data-part',
    // Traces cost a fifth of the time: docs/testing.md says how to get one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(),
  },
});
