import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMissing } from './missing';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test.each([
  ['/archive/2025/2', '/archive/2025/02'],
  ['/archive/2025/2/page/3', '/archive/2025/02/page/3'],
])('%s, a month with one digit, leads to %s', (path, location) => {
  expect(findMissing(site.db, path)).toEqual({ kind: 'redirect', location });
});

test.each([
  '/archive/2025/0',
  '/archive/2025/13',
  '/archive/25/2',
  '/archive/2025/2/more',
  '/x/archive/2025/2',
])('%s leads nowhere', (path) => {
  expect(findMissing(site.db, path)).toEqual({ kind: 'missing' });
});
