import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { environment } from './environment';
import { readSettings } from './read-settings';

const NAMES = ['PORT', 'SITE_URL', 'DATA_DIR', 'TRUST_PROXY', 'BROADSIDE_FOLDER', 'EXTRA', 'BASE'];
const require = createRequire(import.meta.url);
/** The loader that Next itself uses for such files, in the state of a server process. */
const ofNext: { loadEnvConfig(folder: string, isDev: boolean, log: object): void } = createRequire(
  require.resolve('next/package.json'),
)('@next/env');
const startedIn = process.cwd();
let root: string;
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'broadside-settings-')));
  before = { ...process.env };
  for (const name of NAMES) delete process.env[name];
  process.chdir(root);
});

afterEach(() => {
  process.chdir(startedIn);
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  Reflect.deleteProperty(globalThis, 'broadsideSettings');
  rmSync(root, { recursive: true, force: true });
});

test('.env applies to server and pages alike, even after the working folder changed', async () => {
  writeFileSync(join(root, '.env'), 'DATA_DIR=./words\nSITE_URL="https://example.org"\n');
  mkdirSync(join(root, 'build'));
  const settings = readSettings();
  expect(settings).toMatchObject({ dataDir: join(root, 'words'), siteUrl: 'https://example.org' });

  process.chdir('build');
  // As in another bundle of the same process.
  vi.resetModules();
  const pages = await import('./environment');
  expect(pages.environment()).toEqual(settings);
  expect(environment()).toEqual(settings);
});

test('a process started from another folder has the same settings', async () => {
  writeFileSync(join(root, '.env'), 'DATA_DIR=./words\nPORT=4000\n');
  mkdirSync(join(root, 'build'));
  const settings = readSettings();

  Reflect.deleteProperty(globalThis, 'broadsideSettings');
  process.chdir('build');
  vi.resetModules();
  const child = await import('./read-settings');
  expect(child.readSettings()).toEqual(settings);
});

test('the environment overrides .env, even with an empty value', () => {
  writeFileSync(join(root, '.env'), 'PORT=4000\nSITE_URL=https://file.example\nTRUST_PROXY=true\n');
  Object.assign(process.env, { SITE_URL: 'https://real.example', TRUST_PROXY: '' });
  expect(readSettings()).toMatchObject({ port: 4000, siteUrl: 'https://real.example', trustProxy: false });
});

test('Next finds .env already loaded, and does not apply its own rules', () => {
  writeFileSync(join(root, '.env'), `BASE=/other\nDATA_DIR=${root}/a$BASE\n`);
  const { dataDir } = readSettings();
  expect(dataDir).toBe(`${root}/a$BASE`);

  ofNext.loadEnvConfig(root, false, { info: () => undefined, error: console.error });
  expect(process.env.DATA_DIR).toBe(dataDir);
});

test.each(['.env.local', '.env.production', '.env.development', '.env.production.local'])(
  '%s, which only the pages would read, is refused',
  (name) => {
    writeFileSync(join(root, name), 'DATA_DIR=./other\n');
    expect(readSettings).toThrow(
      `Broadside reads only .env. Move the settings from ${name} into it, then delete it.`,
    );
  },
);

test('a folder called .env is not a settings file', () => {
  mkdirSync(join(root, '.env'));
  expect(readSettings().port).toBe(3000);
});

test('a .env that cannot be read is refused', () => {
  // A link to itself: the one file that not even an administrator can read.
  symlinkSync('.env', join(root, '.env'));
  expect(readSettings).toThrow(/^The settings in .* cannot be read\. .*\.$/);
});

test('the program’s folder is the launcher’s, or where the process was started', () => {
  mkdirSync(join(root, 'program'));
  expect(readSettings()).toMatchObject({ programFolder: root });
  process.env.BROADSIDE_FOLDER = 'program';
  delete process.env.DATA_DIR;
  expect(readSettings()).toMatchObject({
    programFolder: join(root, 'program'),
    dataDir: join(root, 'broadside-data'),
  });
});
