import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-steps-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a failed step stops the one running with it, and shows its program’s output', () => {
  const { said, status } = steps(`
    await steps.sideBySide(
      () => steps.run('Endless', (step) => step.node('-e', ['setInterval(() => {}, 1000)'])),
      async () => {
        await steps.run('Broken', (step) => step.node('-e', ['console.log("[1/2] fine"); console.log("a fault"); process.exit(3)']));
        await steps.run('Never', async () => {});
      },
    );`);
  expect(said).toMatch(/✗ Broken/);
  expect(said).toMatch(/– Stopped: Endless/);
  expect(said).not.toContain('Never');
  expect(said).toContain('a fault');
  expect(said).not.toContain('fine');
  expect(readFileSync(join(folder, 'broken.log'), 'utf8')).toBe('[1/2] fine\na fault\n');
  expect(status).toBe(1);
});

test('successful steps return their results and keep a log', () => {
  const { said, status } = steps(`
    const [a, b] = await steps.sideBySide(
      () => steps.run('One thing', (step) => step.node('-e', ['console.log("seen")'])),
      () => steps.run('Another', async () => 2),
    );
    console.log(a.trim(), b);`);
  expect(said).toMatch(/^→ One thing$/m);
  expect(said).toMatch(/^✓ One thing \(\d+\.\d s\)$/m);
  expect(said).toMatch(/^seen 2$/m);
  expect(readFileSync(join(folder, 'one-thing.log'), 'utf8')).toBe('seen\n');
  expect(status).toBe(0);
});

/** Runs steps in a separate process: stopping programs is final. */
function steps(work: string): { said: string; status: number | null } {
  const script = `
    import { groupPrograms } from './lib/cli/programs.mjs';
    import { exitWithReason } from './lib/cli/say.mjs';
    import { Steps } from './lib/cli/steps.mjs';
    groupPrograms();
    const steps = new Steps(${JSON.stringify(folder)});
    await exitWithReason(async () => { ${work} });`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return { said: stdout + stderr, status };
}
