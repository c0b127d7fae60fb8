import { checkNode } from './check-node.mjs';

if (checkNode())
  import('./node-runtime.mjs').then(({ onSupportedNode }) =>
    onSupportedNode(async () => (await import('./check-all.mjs')).main(process.argv.slice(2))),
  );
