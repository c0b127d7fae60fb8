import { checkNode } from './check-node.mjs';

if (checkNode()) import('./check-all.mjs').then((checks) => checks.main());
