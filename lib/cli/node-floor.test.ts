import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NODE_FLOOR } from './node-floor.mjs';

test('the oldest supported Node is the one in package.json', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).engines).toEqual({ node: `>=${NODE_FLOOR}` });
});
