import { copyFileSync, rmSync } from 'node:fs';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { emptyWriting } from '@/lib/posts/fields';
import { bodyOf, buildAuthor, buildPost } from '@/tools/testing/factories';
import { expect, test } from './fixtures';
import { Publication } from './publication';

const context = () => ({ actor: OPERATOR, now: Date.now() });

test('a change made by another process is on every page and feed at the next request', async ({
  site,
  request,
}) => {
  const { topicId } = site.buildTopic('Rivers');
  const { authorId } = buildAuthor(site.db, 'Sok Chan');
  const writing = { ...emptyWriting(), topicIds: [topicId], byline: [{ authorId, name: 'Sok Chan' }] };
  const { postId, version } = buildPost(site.db, {
    ...writing,
    headline: 'Water before walls',
    language: 'en',
  });
  const month = new Date().toISOString().slice(0, 7).replace('-', '/');
  const showing = [
    '/',
    '/en',
    '/water-before-walls',
    '/topics/rivers',
    '/authors/sok-chan',
    `/archive/${month}`,
    '/search?q=walls',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/en/feed.xml',
    '/topics/rivers/feed.xml',
    '/authors/sok-chan/atom.xml',
  ];
  for (const path of showing)
    expect(await (await request.get(path)).text(), path).toContain('Water before walls');

  const changed = { ...writing, headline: 'Water before high walls', body: bodyOf('Changed.') };
  const saved = requireValue(saveDraft(site.db, { postId, version, writing: changed }, context()));
  requireValue(publishPost(site.db, { postId, draftVersion: saved.version }, context()));
  for (const path of showing) {
    expect(await (await request.get(path)).text(), path).toContain('Water before high walls');
  }

  requireValue(withdrawPost(site.db, { postId }, context()));
  for (const path of showing) {
    const answer = await request.get(path);
    if (path === '/water-before-walls') expect(answer.status()).toBe(410);
    else expect(await answer.text(), path).not.toContain('Water before high walls');
  }
});

test('a change made with the operator’s tool is visible at the next request', async ({ site, request }) => {
  const { slug } = site.buildPost({ headline: 'Rebuilt', text: 'A lighthouse keeper writes.' });
  expect(await (await request.get(`/${slug}`)).text()).toContain('lighthouse');
  site.db.$client.exec('delete from post_search; delete from post_texts;');
  // Only results are articles: a page without any leads on to the latest posts.
  expect(await (await request.get('/search?q=lighthouse')).text()).not.toContain('<article');
  await site.publication.manage('rebuild');
  expect(await (await request.get('/search?q=lighthouse')).text()).toMatch(/<article.*Rebuilt/s);
});

test('a database replaced while the server was down is what the next start shows', async ({ request }) => {
  const first = await Publication.start('samples');
  const second = await Publication.prepare('samples');
  try {
    second.withDatabase((db) => buildPost(db, { headline: 'From the other file' }));
    expect(await (await request.get(first.url)).text()).not.toContain('From the other file');
    await first.stop();
    for (const ending of ['-wal', '-shm']) rmSync(first.databaseFile + ending, { force: true });
    copyFileSync(second.databaseFile, first.databaseFile);
    await first.resume();
    expect(await (await request.get(first.url)).text()).toContain('From the other file');
  } finally {
    await Promise.all([first.dispose(), second.dispose()]);
  }
});
