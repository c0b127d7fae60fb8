import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { indexDraft, searchDraftIds } from './search-index';

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});

afterEach(() => site.close());

test('authors find drafts by their current words only', () => {
  site.db.transaction((tx) => {
    indexDraft(tx, { postId: 7, headline: 'Old words', standfirst: '', text: '' });
    indexDraft(tx, { postId: 7, headline: 'New words', standfirst: '', text: 'ការបោះឆ្នោត' });
  });
  expect(searchDraftIds(site.db, 'new ឆ្នោត')).toEqual([7]);
  expect(searchDraftIds(site.db, 'old')).toEqual([]);
});
