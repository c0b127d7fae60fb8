import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NEXT_OUTPUT } from '../process/next-output.mjs';
import { WORKERS } from '../process/workers.mjs';
import { licencesOfPackages } from './licences.mjs';
import { NODE_FLOOR } from './node-floor.mjs';
import { ROOT } from './run-program.mjs';

/*
 * A release is one folder that needs only Node to run: Next's standalone output, one bundle each for the
 * server and the operator's tool, and every file that they read. `npm start` serves a release, and `npm run
 * release` packs one.
 */

/** Where the bundles are made: within the project, because they import packages by name. */
const BUNDLE = `${NEXT_OUTPUT}/bundle`;

/** Packages that are not bundled: they have native parts or threads, or Next's standalone output contains them. */
const EXTERNAL = [
  'next',
  'better-sqlite3',
  'sharp',
  '@node-rs/argon2',
  'subset-font',
  'harfbuzzjs',
  // Starts its threads from a file of its own.
  'piscina',
];
/** Packages that Next's standalone output already contains, or that only a build needs. */
const TRACED_BY_NEXT = /^node_modules[/\\](?:next|react|react-dom)[/\\]/;
/** Folders that the program reads unchanged at run time. */
const READ_AT_RUN_TIME = ['public', 'db/migrations', 'lib/formats/sharing-picture/fonts'];
const ENTRIES = {
  server: 'server.ts',
  manage: 'lib/cli/manage.ts',
  ...Object.fromEntries(Object.entries(WORKERS).map(([name, source]) => [`${name}-worker`, source])),
};

/**
 * Assembles a release from Next's build output.
 * @param {string} folder the target, relative to the program's folder; it must not exist.
 * @param {{ version: string, build: string }} facts the contents of the release's `release.json`.
 */
export async function assembleRelease(folder, facts) {
  const release = join(ROOT, folder);
  mkdirSync(release, { recursive: true });
  takeNextOutput(release);
  for (const part of READ_AT_RUN_TIME) cpSync(join(ROOT, part), join(release, part), { recursive: true });
  for (const part of ['LICENSE', 'deploy'])
    cpSync(join(ROOT, part), join(release, part), { recursive: true });
  writeFileSync(join(release, 'LICENSES-OF-PACKAGES.txt'), licencesOfPackages());
  await bundle(join(ROOT, BUNDLE));
  await copyTracedPackages(release);
  renameSync(join(ROOT, BUNDLE, 'broadside.mjs'), join(release, 'broadside.mjs'));
  renameSync(join(ROOT, BUNDLE), join(release, 'server'));
  dropForeignBinaries(join(release, 'node_modules', 'better-sqlite3'));
  writeFileSync(join(release, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  writeFileSync(join(release, 'release.json'), `${JSON.stringify(facts)}\n`);
}

/** Moves the files that Next traced, and drops the sources that Next copies with them. */
function takeNextOutput(release) {
  const built = join(ROOT, NEXT_OUTPUT);
  const standalone = join(built, 'standalone');
  renameSync(join(standalone, 'node_modules'), join(release, 'node_modules'));
  renameSync(join(standalone, NEXT_OUTPUT), join(release, NEXT_OUTPUT));
  renameSync(join(built, 'static'), join(release, NEXT_OUTPUT, 'static'));
  rmSync(standalone, { recursive: true });
  forgetThisMachine(join(release, NEXT_OUTPUT));
  replaceLinks(join(release, NEXT_OUTPUT, 'node_modules'));
}

/**
 * Removes the build path and Next's preview keys from the output. Nothing here uses the keys. Archives must
 * not differ because of either, and a public archive must not contain keys.
 */
function forgetThisMachine(output) {
  const server = join(output, 'required-server-files.json');
  writeFileSync(server, readFileSync(server, 'utf8').replaceAll(ROOT, '.'));
  const prerender = join(output, 'prerender-manifest.json');
  const { preview: _keys, ...manifest } = JSON.parse(readFileSync(prerender, 'utf8'));
  const none = { previewModeId: '', previewModeSigningKey: '', previewModeEncryptionKey: '' };
  writeFileSync(prerender, JSON.stringify({ ...manifest, preview: none }));
  writeFileSync(join(output, 'server', 'preview-props.json'), JSON.stringify(none));
}

/**
 * Replaces Turbopack's symbolic links to packages, which archives and copies lose, with folders that require
 * the package.
 */
function replaceLinks(folder) {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (!lstatSync(path).isSymbolicLink()) {
      replaceLinks(path);
      continue;
    }
    const [, target] = readlinkSync(path).split(/node_modules[/\\](.*)/s);
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, 'package.json'), JSON.stringify({ name: basename(path), main: 'index.cjs' }));
    writeFileSync(join(path, 'index.cjs'), `module.exports = require(${JSON.stringify(target)});\n`);
  }
}

async function bundle(folder) {
  // Loaded here because this file is read before the packages are installed.
  const { build, stop } = await import('esbuild');
  const shared = {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: `node${NODE_FLOOR}`,
    logLevel: 'error',
    legalComments: 'none',
    minifyWhitespace: true,
    write: false,
    // Of packages with a build for development, such as React, only the other one is bundled.
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const all = await build({
    ...shared,
    entryPoints: ENTRIES,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    entryNames: '[name]',
    chunkNames: 'chunk-[hash]',
    splitting: true,
    external: EXTERNAL,
    // CommonJS packages load Node's own modules with `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const start = { entryPoints: ['lib/cli/broadside.mjs'], outfile: join(folder, 'broadside.mjs') };
  const first = await build({ ...shared, ...start });
  for (const { path, text } of [...all.outputFiles, ...first.outputFiles]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, inAscii(text));
  }
  // The esbuild process would outlive this one, which becomes the server.
  await stop();
}

/**
 * Escapes the letters that esbuild leaves, in regular expressions and tagged templates: every thread keeps the text of its
 * code in memory, and one letter beyond Latin-1 doubles it.
 * @throws Error where an escape would mean something else: after a backslash, and in `String.raw`.
 */
function inAscii(code) {
  const [unsafe] = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(code) ?? [];
  if (unsafe) throw new Error(`This cannot be escaped in a bundle: ${unsafe.slice(0, 100)}`);
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Adds the packages that only the server uses, with only the files that it needs. */
async function copyTracedPackages(release) {
  const { nodeFileTrace } = await import('@vercel/nft');
  const bundles = readdirSync(join(ROOT, BUNDLE)).map((file) => join(BUNDLE, file));
  const { fileList } = await nodeFileTrace(
    bundles.map((file) => join(ROOT, file)),
    {
      base: ROOT,
      processCwd: ROOT,
      // A path computed at run time would make the trace follow every file of the project, and take four
      // times as long.
      ignore: (path) =>
        TRACED_BY_NEXT.test(path) || !(path.startsWith('node_modules') || bundles.includes(path)),
    },
  );
  for (const file of [...fileList].map((path) => path.replaceAll('\\', '/'))) {
    if (!file.startsWith('node_modules/')) continue;
    const target = join(release, file);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(ROOT, file), target, { dereference: true });
  }
}

/** Removes better-sqlite3's sources and its binaries for other systems: it ships eight, and a release is for one. */
function dropForeignBinaries(folder) {
  for (const part of ['deps', 'src', 'binding.gyp'])
    rmSync(join(folder, part), { recursive: true, force: true });
  const prebuilds = join(folder, 'prebuilds');
  for (const name of readdirSync(prebuilds)) {
    const isOwn = name.startsWith(process.platform) && name.endsWith(`-${process.arch}.node`);
    if (!isOwn) rmSync(join(prebuilds, name));
  }
}
