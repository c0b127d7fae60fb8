import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MenuTopics } from './menu-topics';

const topicsNamed = (...names: string[]) => names.map((en) => ({ slug: en.toLowerCase(), name: { en } }));
const markupOf = (topics: ReturnType<typeof topicsNamed>) =>
  renderToStaticMarkup(<MenuTopics topics={topics} language="en" isFront={false} />);
const linksIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g)].map(([, ...link]) => link);

test('topics are in the order of their names, and lead to their pages', () => {
  expect(linksIn(markupOf(topicsNamed('Walls', 'Écoles', 'Rivers')))).toEqual([
    ['/topics/%C3%A9coles', 'Écoles'],
    ['/topics/rivers', 'Rivers'],
    ['/topics/walls', 'Walls'],
  ]);
});

test('a menu shows at most ten topics, and nothing without one', () => {
  const many = topicsNamed(...Array.from({ length: 12 }, (_, n) => `Topic ${String.fromCharCode(65 + n)}`));
  expect(linksIn(markupOf(many))).toHaveLength(10);
  expect(markupOf([])).toBe('');
});
