import { checkNode } from './check-node.mjs';

if (checkNode()) import('./node-runtime.mjs').then(({ onSupportedNode }) => onSupportedNode(build));

/** Builds the sources as they are, beside the version that runs, which goes on as it is. */
async function build() {
  const { ensurePackages } = await import('./ensure-packages.mjs');
  const { ensureBuild } = await import('./ensure-build.mjs');
  const { exitWithReason } = await import('./say.mjs');
  await exitWithReason(async () => {
    await ensurePackages();
    console.log(await ensureBuild({ isCurrent: false }));
  });
}
