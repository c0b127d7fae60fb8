import { expect, test } from 'vitest';
import type { Body, BodyNode } from './types';
import { withoutMissingMedia } from './without-media';

const figure = (mediaId: string): BodyNode => ({ type: 'figure', attrs: { mediaId } });
const bodyWith = (...content: BodyNode[]): Body => ({ type: 'doc', content });
const isThere = (mediaId: string) => mediaId.startsWith('here');

test('figures whose pictures are missing are left out and counted', () => {
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'Words' }] };
  expect(withoutMissingMedia(bodyWith(figure('here'), figure('gone'), words), isThere)).toEqual({
    body: bodyWith(figure('here'), words),
    leftOut: 1,
  });
});

test('a gallery with one picture left becomes that figure', () => {
  const gallery = { type: 'gallery', content: [figure('here'), figure('gone')] };
  expect(withoutMissingMedia(bodyWith(gallery), isThere).body).toEqual(bodyWith(figure('here')));
});

test('a card stays without its picture, a video without its poster', () => {
  const card = { type: 'embed', attrs: { url: 'https://example.org', mediaId: 'gone' } };
  const film = { type: 'video', attrs: { mediaId: 'here', poster: 'gone' } };
  expect(withoutMissingMedia(bodyWith(card, film), isThere).body.content).toEqual([
    { type: 'embed', attrs: { url: 'https://example.org', mediaId: null } },
    { type: 'video', attrs: { mediaId: 'here', poster: null } },
  ]);
});

test('a body with nothing left has an empty paragraph', () => {
  expect(withoutMissingMedia(bodyWith(figure('gone')), isThere).body).toEqual(
    bodyWith({ type: 'paragraph' }),
  );
});
