// Runs before any package is there and on any Node: the checks come first, and newer files are
// loaded only when Node can read them.
import { checkNode } from './check-node.mjs';

if (checkNode())
  import('./node-runtime.mjs').then(({ onSupportedNode }) =>
    onSupportedNode(async () => (await import('./serve.mjs')).main(process.argv.slice(2))),
  );
