import { expect, test } from 'vitest';
import { recordQueries } from '@/db/recorded-queries';
import { openTestSite } from '@/tools/testing/test-site';
import { languagesOfSite } from './languages-of-site';

test('the languages are read once per content version, and are no query of the page that needs them', async () => {
  const site = openTestSite();
  let version = 1;
  const languages = languagesOfSite(site.db, () => version);
  const { value, recording } = await recordQueries(async () => languages());
  expect(value).toEqual(['en', 'km']);
  expect(recording.isComplete).toBe(true);
  expect(recording.queries.size).toBe(0);
  site.db.$client.exec(`update site set languages = '["km"]'`);
  expect(languages()).toEqual(['en', 'km']);
  version = 2;
  expect(languages()).toEqual(['km']);
  site.close();
});
