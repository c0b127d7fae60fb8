import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { becomeProgram } from './become-program.mjs';
import { closedCompileCache } from './compile-cache.mjs';
import { FRUGAL_ENVIRONMENT, FRUGAL_OPTIONS } from './frugal.mjs';
import { installSentence, isNodeSupported } from './node-floor.mjs';

/*
 * The entry point of a release: `node broadside.mjs` serves the publication, and `node broadside.mjs manage
 * <verb>` is the operator's tool. It needs no package.
 */

const release = dirname(fileURLToPath(import.meta.url));
const [command, ...rest] = process.argv.slice(2);

if (!isNodeSupported()) {
  console.error(installSentence());
  process.exitCode = 1;
} else if (command === 'manage') {
  process.exitCode = await run('manage', rest, { options: [], env: {} });
} else if (command === undefined) {
  // Node writes to its compile cache before the server can make its files private.
  process.umask(0o077);
  // The trial of an upgrade fills it, which shortens the wait for readers during the switch.
  const cache = closedCompileCache(release);
  const env = cache ? { NODE_COMPILE_CACHE: cache } : {};
  process.exitCode = await run('server', [], { options: FRUGAL_OPTIONS, env });
} else {
  console.error(
    `Unknown command “${command}”. Start without a command to serve the publication, or use “manage”.`,
  );
  process.exitCode = 1;
}

function run(entry, args, { options, env: own }) {
  const env = {
    ...FRUGAL_ENVIRONMENT,
    BROADSIDE_FOLDER: release,
    ...process.env,
    BROADSIDE_RELEASE: release,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...own,
  };
  const program = join(release, 'server', `${entry}.mjs`);
  return becomeProgram(process.execPath, [...options, program, ...args], { env, cwd: process.cwd() });
}
