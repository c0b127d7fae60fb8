import { afterEach, beforeEach, expect, test } from 'vitest';
import { setupLinks } from '@/db/schema';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { createSetupLink, hasOwner, isSetupLink } from './setup-link';
import { hashToken } from './tokens';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 24 * 60 * 60 * 1000;

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('a set-up link works for one day, to the millisecond, and only with its token', () => {
  const token = createSetupLink(site.db, NOW);
  expect(isSetupLink(site.db, token, NOW + DAY - 1)).toBe(true);
  expect(isSetupLink(site.db, token, NOW + DAY)).toBe(false);
  expect(isSetupLink(site.db, hashToken(token), NOW)).toBe(false);
  expect(site.db.select().from(setupLinks).all()).toEqual([
    { tokenHash: hashToken(token), createdAt: NOW, expiresAt: NOW + DAY },
  ]);
});

test('a new set-up link invalidates earlier ones, and none works once there is an owner', async () => {
  const first = createSetupLink(site.db, NOW);
  const second = createSetupLink(site.db, NOW);
  expect(isSetupLink(site.db, first, NOW)).toBe(false);
  expect(isSetupLink(site.db, second, NOW)).toBe(true);
  buildUser(site.db, { role: 'author' });
  expect(hasOwner(site.db)).toBe(false);
  expect(isSetupLink(site.db, second, NOW)).toBe(true);
  buildUser(site.db, { role: 'owner' });
  expect(hasOwner(site.db)).toBe(true);
  expect(isSetupLink(site.db, second, NOW)).toBe(false);
});
