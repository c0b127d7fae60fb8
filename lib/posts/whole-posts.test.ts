import { expect, test } from 'vitest';
import { renderBodyHtml } from '@/lib/document/html';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { openTestSite } from '@/tools/testing/test-site';
import { findLiveBodies, withOwnAnchors } from './whole-posts';

test('footnotes of several posts on one page have anchors of their own, and no word changes', () => {
  const html = '<sup><a href="#fn-1" id="fnref-1">1</a></sup><li id="fn-1"><a href="#fnref-1">↩</a></li>';
  expect(withOwnAnchors(html, 7)).toBe(
    '<sup><a href="#p7-fn-1" id="p7-fnref-1">1</a></sup><li id="p7-fn-1"><a href="#p7-fnref-1">↩</a></li>',
  );
  const said = renderBodyHtml(bodyOf('She wrote <a href="#x" id="y"> by hand.'), {
    media: new Map(),
    language: 'en',
  });
  expect(withOwnAnchors(said, 7)).toBe(said);
});

test('the live texts of posts are found by their ids', () => {
  const { db, close } = openTestSite();
  const { postId } = buildPost(db, { text: 'A bridge.' });
  const draft = buildPost(db, { status: 'draft' });
  expect([...findLiveBodies(db, [postId, draft.postId])]).toEqual([[postId, '<p>A bridge.</p>']]);
  close();
});
