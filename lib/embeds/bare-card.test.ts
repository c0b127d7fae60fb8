import { expect, test, vi } from 'vitest';
import { Refusal } from '@/lib/errors';
import { bareCard } from './bare-card';
import { fetchCard } from './fetch-card';

const page = vi.hoisted(() => ({ html: null as string | null }));
vi.mock('@/lib/fetching/guarded-request', () => ({
  guardedRequest: async (url: string) => {
    if (page.html === null) throw new Refusal('unavailable', 'tooBusy');
    return { bytes: Buffer.from(page.html), charset: null, url };
  },
}));

test.each([
  ['https://www.youtube.com/watch?v=abc', 'youtube', 'YouTube', ''],
  ['https://www.youtube.com/@mekong.review/videos', 'youtube', 'YouTube', '@mekong.review'],
  ['https://youtu.be/abc', 'youtube', 'YouTube', ''],
  ['https://www.facebook.com/the.ferry/posts/1', 'facebook', 'Facebook', 'the.ferry'],
  ['https://www.facebook.com/watch?v=1', 'facebook', 'Facebook', ''],
  ['https://x.com/daralim/status/1', 'x', 'X', '@daralim'],
  ['https://t.me/riverchannel/5', 'telegram', 'Telegram', '@riverchannel'],
  ['https://t.me/joinchat/abcdef', 'telegram', 'Telegram', ''],
])('%s makes a card of the kind %s without an answer', async (url, kind, site, title) => {
  page.html = null;
  const card = { url, kind, site, title, text: '' };
  expect(bareCard(url)).toEqual(card);
  expect(await fetchCard(url)).toEqual({ card, picture: null });
});

test('a page that only says its site’s name gives the card that its address makes', async () => {
  page.html = '<title>X</title>';
  const { card } = await fetchCard('https://x.com/daralim/status/1');
  expect(card).toMatchObject({ title: '@daralim', site: 'X' });
  page.html = '<title>A post</title><meta property="og:description" content="What the river said">';
  const answered = await fetchCard('https://x.com/daralim/status/1');
  expect(answered.card).toMatchObject({ title: 'A post', text: 'What the river said', site: 'X' });
});

test('any other page that does not answer is refused', async () => {
  page.html = null;
  await expect(fetchCard('https://river.example.org/')).rejects.toMatchObject({ code: 'unavailable' });
  expect(bareCard('https://river.example.org/a')).toMatchObject({ kind: 'link', title: '', site: '' });
});
