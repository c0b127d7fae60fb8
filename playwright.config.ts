import { defineConfig } from '@playwright/test';
import { QUIET_CHROMIUM } from './lib/quiet-chromium';

/** Chromium as `npm test` found it. */
const executablePath = process.env.CHROMIUM_PATH || undefined;

export default defineConfig({
  testDir: 'e2e',
  // Playwright empties its folder, and `npm test` keeps its own reports beside it.
  outputDir: 'test-results/playwright',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : 'line',
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: QUIET_CHROMIUM,
    },
  },
});
