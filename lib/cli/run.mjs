import { checkNode } from './check-node.mjs';

const TOOLS = [
  'manage',
  'bench',
  'contact-sheet',
  'audit',
  'loss-drill',
  'fault-drill',
  'flood-drill',
  'mutants',
  'stand-ins',
];

if (checkNode())
  import('./node-runtime.mjs').then(({ onSupportedNode }) =>
    onSupportedNode(() => run(process.argv.slice(2))),
  );

/** Runs one of the tools in this folder, after installing the packages it needs. */
async function run([tool, ...args]) {
  const { exitWithReason, Trouble } = await import('./say.mjs');
  const { ensurePackages } = await import('./ensure-packages.mjs');
  const { becomeProgram } = await import('./become-program.mjs');
  const { ROOT } = await import('./run-program.mjs');
  await exitWithReason(async () => {
    if (!TOOLS.includes(tool)) throw new Trouble(`Name a tool: ${TOOLS.join(' or ')}.`);
    await ensurePackages();
    const env = args.some((arg) => /^--(?:help|into)/.test(arg)) ? process.env : await environmentOf(tool);
    const command = ['--import', 'tsx', `lib/cli/${tool}.ts`, ...args];
    process.exitCode = await becomeProgram(process.execPath, command, { env, cwd: ROOT });
  });
}

/** Finds or installs what a tool needs apart from the packages. */
async function environmentOf(tool) {
  if (tool === 'manage' || tool === 'mutants') return process.env;
  const { prepareAudit, prepareBench, prepareBrowser, prepareBrowserTool, prepareServerTool } = await import(
    './prepare-tools.mjs'
  );
  if (tool === 'stand-ins') return prepareBrowser();
  if (tool === 'fault-drill' || tool === 'flood-drill') return prepareServerTool();
  if (tool === 'audit') return prepareAudit();
  return tool === 'bench' ? prepareBench() : prepareBrowserTool();
}
