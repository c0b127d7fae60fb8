import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const TESTS = [
  'lib/**/*.test.ts',
  'db/**/*.test.ts',
  'components/**/*.test.ts',
  'components/**/*.test.tsx',
  'tools/**/*.test.ts',
];

/** Test files that mock modules: only they need isolated modules. */
const MOCKING = globSync(TESTS).filter((file) => /\bvi\.(?:mock|doMock)\(/.test(readFileSync(file, 'utf8')));

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    // On two cores, Vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    watch: false,
    // A busy machine may slow a test down but must never fail it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'shared', include: TESTS, exclude: MOCKING, isolate: false } },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
