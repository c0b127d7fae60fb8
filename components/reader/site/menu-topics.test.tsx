import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LanguageCode } from '@/lib/language/languages';
import { MenuTopics } from './menu-topics';

const LANGUAGES: LanguageCode[] = ['en', 'km'];
const topicsNamed = (...names: string[]) =>
  names.map((en) => ({ slug: en.toLowerCase(), name: { en }, languages: LANGUAGES }));
const markupOf = (menuTopics: ReturnType<typeof topicsNamed>, language: LanguageCode = 'en') =>
  renderToStaticMarkup(
    <MenuTopics site={{ menuTopics, languages: LANGUAGES }} language={language} isFront={false} />,
  );
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

test('a page in another language than the main one has only topics with posts in it', () => {
  const [rivers, walls] = topicsNamed('Rivers', 'Walls');
  if (!rivers || !walls) throw new Error('There are no topics.');
  const topics = [rivers, { ...walls, languages: ['en' as const] }];
  expect(linksIn(markupOf(topics, 'km'))).toEqual([['/topics/rivers', 'Rivers']]);
  expect(linksIn(markupOf(topics, 'en'))).toHaveLength(2);
});
