import { checkNode } from './check-node.mjs';

if (checkNode()) import('./node-runtime.mjs').then(({ onSupportedNode }) => onSupportedNode(release));

/** Makes the archive of the current sources. */
async function release() {
  const { ensurePackages } = await import('./ensure-packages.mjs');
  const { ensureBuild } = await import('./ensure-build.mjs');
  const { exitWithReason, say } = await import('./say.mjs');
  await exitWithReason(async () => {
    await ensurePackages();
    const { packArchive } = await import('./pack-archive.mjs');
    const { path, sha256, bytes } = await packArchive(await ensureBuild({ isCurrent: false }));
    say(`${path} (${(bytes / 2 ** 20).toFixed(1)} MiB, SHA-256 ${sha256})`);
  });
}
