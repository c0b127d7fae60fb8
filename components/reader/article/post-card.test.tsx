import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LivePost } from '@/lib/posts/types';
import { buildLivePost } from '@/tools/testing/live-post';
import type { CardPlace } from './card-styles';
import { PostCard } from './post-card';

const DATES = { timeZone: 'UTC', hasOwnDigits: true };
const SOURCE = {
  publication: 'The Reed',
  url: '',
  authors: [],
  publishedOn: '2025-12-30',
  agency: '',
  rights: '',
};

function cardOf(overrides: Partial<LivePost>, shown: { place?: CardPlace; ownTopic?: string } = {}): string {
  return renderToStaticMarkup(<PostCard post={buildLivePost(overrides)} dates={DATES} {...shown} />);
}

/** Returns the words of a card, without its markup. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('a card names its first topic, linked, in the language of the post', () => {
  expect(cardOf({})).toMatch(/<a href="\/topics\/law"[^>]*>Law<\/a>/);
  expect(wordsOf(cardOf({ language: 'km' }))).toContain('ច្បាប់');
});

test('a card without a topic says what kind of piece it is', () => {
  expect(wordsOf(cardOf({ topic: null }))).toContain('Opinion');
  expect(wordsOf(cardOf({ topic: null, source: SOURCE }))).toContain('Republished');
  expect(wordsOf(cardOf({}))).not.toContain('Opinion');
});

test('on the page of its topic a card does not repeat it', () => {
  expect(cardOf({}, { ownTopic: 'law' })).not.toContain('/topics/law');
  expect(cardOf({}, { ownTopic: 'rivers' })).toContain('/topics/law');
});

test('a card says when a post was published and corrected, and how long it takes to read', () => {
  expect(wordsOf(cardOf({ correctedAt: Date.UTC(2026, 2, 4) }))).toMatch(
    /2 January 2026 Corrected 4 March 2026 1 min read/,
  );
  expect(wordsOf(cardOf({}))).not.toContain('Corrected');
});

test('a republished piece says by whom it was published first, and when that is known', () => {
  expect(wordsOf(cardOf({ source: SOURCE }))).toContain('First published by The Reed, 30 December 2025');
  const undated = { ...SOURCE, publication: '', agency: 'AKP', publishedOn: '' };
  expect(wordsOf(cardOf({ source: undated }))).toMatch(/First published by AKP(?!,)/);
  expect(wordsOf(cardOf({ source: { ...undated, agency: '' } }))).not.toContain('First published');
});

test('the second rank has the faces of authors in place of pictures of posts', () => {
  const { leadMedia } = buildLivePost();
  const portrait = leadMedia && { ...leadMedia, id: 'portrait' };
  const byline = [{ name: 'Sok Dara', slug: 'sok-dara', biography: {}, portrait }];
  const second = cardOf({ byline }, { place: 'second' });
  expect(second).toContain('/media/portrait/1200.jpg');
  expect(second).not.toContain(`/media/${leadMedia?.id}/`);
  const inList = cardOf({ byline });
  expect(inList).not.toContain('/media/portrait/');
  expect(inList).toContain(`/media/${leadMedia?.id}/`);
});
