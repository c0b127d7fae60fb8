import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NODE_FLOOR } from './node-floor.mjs';

test('the oldest Node is the one that package.json names', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).engines).toEqual({ node: `>=${NODE_FLOOR}` });
});
