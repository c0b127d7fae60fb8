import { checkNode } from './check-node.mjs';

const TOOLS = ['manage', 'bench'];

if (checkNode()) run(process.argv.slice(2));

/** Runs one of the tools beside this file, after installing the packages it needs. */
async function run([tool, ...args]) {
  const { orSayWhy, Trouble } = await import('./say.mjs');
  const { ensurePackages } = await import('./ensure-packages.mjs');
  const { becomeProgram } = await import('./run-program.mjs');
  await orSayWhy(async () => {
    if (!TOOLS.includes(tool)) throw new Trouble(`Say which tool: ${TOOLS.join(' or ')}.`);
    await ensurePackages();
    process.exitCode = await becomeProgram(process.execPath, [
      '--import',
      'tsx',
      `lib/cli/${tool}.ts`,
      ...args,
    ]);
  });
}
