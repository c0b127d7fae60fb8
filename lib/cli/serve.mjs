import { ensureBuild, lastBuild } from './ensure-build.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { frugal } from './frugal.mjs';
import { becomeProgram } from './run-program.mjs';
import { orSayWhy, Trouble } from './say.mjs';

/** Makes what is missing, then serves the publication until it is stopped. */
export function main(args) {
  return orSayWhy(async () => {
    const unknown = args.find((arg) => arg !== '--dev' && arg !== '--last-build');
    if (unknown) throw new Trouble(`${unknown} is not an option: there are --last-build and --dev.`);
    await ensurePackages();
    const isDev = args.includes('--dev');
    const env = isDev ? development() : await production(args.includes('--last-build'));
    const command = ['--import', 'tsx', 'server.ts', ...(isDev ? ['--dev'] : [])];
    process.exitCode = await becomeProgram(process.execPath, command, env);
  });
}

function development() {
  return { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
}

async function production(wantsLast) {
  const folder = wantsLast ? lastBuild() : await ensureBuild();
  if (!folder) throw new Trouble('No build has worked yet: run “npm start” to make one.');
  return {
    ...frugal(process.env),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_BUILD_DIR: folder,
  };
}
