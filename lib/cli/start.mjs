// Runs before any package is installed and on any Node: the checks come first, and files in newer syntax are
// loaded only if Node can read them.
import { checkNode } from './check-node.mjs';

if (checkNode())
  import('./node-runtime.mjs').then(({ onSupportedNode }) =>
    onSupportedNode(async () => (await import('./serve.mjs')).main(process.argv.slice(2))),
  );
