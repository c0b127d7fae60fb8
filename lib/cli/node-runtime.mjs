import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { becomeProgram } from './become-program.mjs';
import { ensurePackages, installLocked } from './ensure-packages.mjs';
import { installSentence, isNodeSupported, PREFERRED_NODE } from './node-floor.mjs';
import { ROOT, runProgram } from './run-program.mjs';
import { exitWithReason, say, Trouble } from './say.mjs';

/*
 * Broadside runs on Node 22 and newer. If the machine's own Node is older, a newer one is downloaded once
 * from the npm registry, where packages contain Node's plain binaries.
 */

const FETCHED = 'BROADSIDE_FETCHED_NODE';

/** Each Node that can be downloaded, with the hash of its package. The registry has none for macOS. */
const NODES = {
  22: {
    'linux-x64': {
      version: '22.23.3',
      integrity:
        'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
    },
    'linux-arm64': {
      version: '22.23.3',
      integrity:
        'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
    },
  },
  24: {
    'linux-x64': {
      version: '24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
    'linux-arm64': {
      version: '24.21.0',
      integrity:
        'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
    'win-x64': {
      version: '24.21.0',
      integrity:
        'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    },
  },
  26: {
    'linux-x64': {
      version: '26.12.1',
      integrity:
        'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==',
    },
    'linux-arm64': {
      version: '26.12.0',
      integrity:
        'sha512-XhP/f29EvaVhyZFNxJmgVzQR//jv6YgeJ+HpTlaoAYQPU0GoPp1nPwcI8F4i8mYOOt9lE38KdUWrBX2hSA0H5g==',
    },
  },
};

/**
 * Runs `work` on a Node that is new enough: this one, or a downloaded one that runs the same command again in
 * place of this process.
 * @param {() => Promise<unknown>} work
 */
export async function onSupportedNode(work) {
  if (isNodeSupported()) return work();
  await exitWithReason(async () => {
    if (process.env[FETCHED]) throw new Trouble(installSentence());
    const node = await fetchedWithPackages();
    const env = { ...process.env, [FETCHED]: node, PATH: withFolder(dirname(node)) };
    const args = [...process.execArgv, ...process.argv.slice(1)];
    process.exitCode = await becomeProgram(node, args, { env, cwd: process.cwd() });
  });
}

/** Every command needs the packages next, and this Node's npm can install them during the download. */
async function fetchedWithPackages() {
  const [node, packages] = await Promise.allSettled([ensureNode(PREFERRED_NODE), ensurePackages()]);
  for (const { status, reason } of [node, packages]) if (status === 'rejected') throw reason;
  return node.value;
}

/**
 * Returns the path of a Node of that major version, downloaded into `.runtime` if it is missing.
 * @param {number} wanted 22, 24 or 26.
 * @throws Trouble when there is none for this machine, or it cannot be downloaded.
 */
export async function ensureNode(wanted) {
  const platform = platformOf();
  const pinned = NODES[wanted]?.[platform];
  if (!pinned) throw new Trouble(installSentence());
  const folder = join(ROOT, '.runtime', `node-${wanted}`);
  const name = `node-${platform}`;
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const stamp = join(folder, 'complete');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === pinned.version) return node;
  say(`Downloading Node ${pinned.version} for Broadside, because this is Node ${process.versions.node}…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeManifests(folder, name, pinned);
  await installLocked(['--prefix', folder]);
  await probe(node, pinned.version);
  writeFileSync(stamp, pinned.version);
  return node;
}

/** Writes manifests that pin the package's exact bytes: npm rejects any others. */
function writeManifests(folder, name, { version, integrity }) {
  const dependencies = { [name]: version };
  const manifest = { name: 'runtime', private: true, dependencies };
  const lock = {
    ...manifest,
    lockfileVersion: 3,
    packages: { '': { name: 'runtime', dependencies }, [`node_modules/${name}`]: { version, integrity } },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}

async function probe(node, version) {
  const { code, output } = await runProgram(node, ['--version']);
  if (code === 0 && output.trim() === `v${version}`) return;
  throw new Trouble(`The downloaded Node does not run on this machine. ${installSentence()}`, output);
}

/** Returns the platform in the names of Node's packages; null where the C library is not glibc. */
function platformOf() {
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) return null;
  return `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function withFolder(folder) {
  return [folder, process.env.PATH].filter(Boolean).join(delimiter);
}
