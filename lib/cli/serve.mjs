import { becomeProgram } from './become-program.mjs';
import { ensureServed, lastBuild } from './ensure-build.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { ROOT } from './run-program.mjs';
import { exitWithReason, Trouble } from './say.mjs';

/** Installs and builds what is missing, then serves the publication until it is stopped. */
export function main(args) {
  return exitWithReason(async () => {
    const unknown = args.find((arg) => arg !== '--dev' && arg !== '--last-build');
    if (unknown) throw new Trouble(`Unknown option ${unknown}. The options are --last-build and --dev.`);
    await ensurePackages();
    const command = args.includes('--dev')
      ? ['--import', 'tsx', 'server.ts', '--dev']
      : [`${await release(args.includes('--last-build'))}/broadside.mjs`];
    const env = { ...process.env, BROADSIDE_FOLDER: ROOT, NEXT_TELEMETRY_DISABLED: '1' };
    process.exitCode = await becomeProgram(process.execPath, command, { env, cwd: ROOT });
  });
}

async function release(wantsLast) {
  const folder = wantsLast ? lastBuild() : await ensureServed();
  if (!folder) throw new Trouble('There is no finished build yet. Run “npm start” to make one.');
  return folder;
}
