import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, posts, users } from '@/db/schema';
import { createSetupLink } from '@/lib/accounts/setup-link';
import { OPERATOR } from '@/lib/actor';
import { listAuthors } from '@/lib/labels/authors';
import { readSite } from '@/lib/settings/site';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { claimOwner } from './claim-owner';

const NOW = Date.UTC(2026, 10, 24);
const LINK_LASTS_MS = 24 * 60 * 60 * 1000;
const OWNER = {
  email: 'owner@example.org',
  passphrase: 'a calm river in the rain',
  name: 'Dara Lim',
  publicationName: 'The Lamp',
  token: null,
};
const CHOICES = { languages: ['km' as const], timeZone: 'Asia/Kolkata', keepsSamples: true };

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const claim = (input: Partial<Parameters<typeof claimOwner>[1]> = {}) =>
  claimOwner(site.db, { ...OWNER, choices: CHOICES, ...input }, { actor: OPERATOR, now: NOW });
const samples = () => site.db.select().from(posts).where(eq(posts.isSample, true)).all();

/** Creates a sample in each language. */
function buildSamples() {
  for (const language of ['en', 'km'] as const) {
    const { postId } = buildPost(site.db, { language });
    site.db.update(posts).set({ isSample: true }).where(eq(posts.id, postId)).run();
  }
}

test('only the chosen languages are enabled, the first is the main one, and names are in it', async () => {
  expect((await claim()).ok).toBe(true);
  const { languages, timeZone, name } = readSite(site.db);
  expect({ languages, timeZone, name }).toEqual({
    languages: ['km'],
    timeZone: 'Asia/Kolkata',
    name: { km: 'The Lamp' },
  });
  expect(listAuthors(site.db).map((author) => author.name)).toEqual([{ km: 'Dara Lim' }]);
});

test('the publication stays unchanged when nothing is chosen', async () => {
  buildSamples();
  const before = readSite(site.db);
  await claim({ choices: undefined });
  const { languages, timeZone } = readSite(site.db);
  expect({ languages, timeZone }).toEqual({ languages: before.languages, timeZone: before.timeZone });
  expect(samples()).toHaveLength(2);
});

test('samples in a language that is not chosen are removed, and the others stay samples', async () => {
  buildSamples();
  await claim();
  expect(samples().map(({ language }) => language)).toEqual(['km']);
});

test('declined samples are all removed, and count as removed even before any were made', async () => {
  const declined = { ...CHOICES, keepsSamples: false };
  buildSamples();
  await claim({ choices: declined });
  expect(samples()).toEqual([]);
  const said = site.db.select().from(audit).where(eq(audit.command, 'removeSamples')).all();
  expect(said).toHaveLength(1);
});

test('a refused set-up changes nothing', async () => {
  buildSamples();
  const before = readSite(site.db);
  const token = createSetupLink(site.db, NOW - LINK_LASTS_MS);
  for (const wrong of [token, 'guess']) {
    const refused = await claim({ token: wrong, choices: { ...CHOICES, keepsSamples: false } });
    expect(refused).toMatchObject({ ok: false, code: 'forbidden' });
  }
  await expect(claim({ passphrase: 'short' })).resolves.toMatchObject({ ok: false, code: 'invalid' });
  expect(readSite(site.db)).toEqual(before);
  expect(samples()).toHaveLength(2);
  expect(site.db.select().from(users).all()).toEqual([]);
});

test('the link works once', async () => {
  const token = createSetupLink(site.db, NOW);
  await expect(claim({ token })).resolves.toMatchObject({ ok: true });
  await expect(claim({ token })).resolves.toMatchObject({ ok: false, code: 'conflict' });
});

test('a new time zone moves published posts into their new month', async () => {
  const { postId } = buildPost(site.db, { now: Date.UTC(2026, 10, 1, 1) });
  const month = () =>
    site.db.$client.prepare('select published_month from posts where id = ?').pluck().get(postId);
  expect(month()).toBe('2026-11');
  await claim({ choices: { ...CHOICES, timeZone: 'America/Los_Angeles' } });
  expect(month()).toBe('2026-10');
});

test.each([
  ['en', 'en'],
  ['km', null],
] as const)(
  'an owner who read the page in %s sees the admin of a Khmer publication in that language',
  async (readsIn, language) => {
    await claim({ readsIn });
    expect(site.db.select().from(users).get()?.language).toBe(language);
  },
);
