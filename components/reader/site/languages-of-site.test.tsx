import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LanguageCode } from '@/lib/language/languages';
import { Footer } from './footer';
import { Masthead } from './masthead';
import { SearchNarrowing } from './search-narrowing';

const siteIn = (languages: LanguageCode[]) => ({
  name: { en: 'The Lamp' },
  tagline: {},
  languages,
  timeZone: 'UTC',
  hasOwnDigits: true,
  hasWholePosts: false,
  navigation: [],
  menuTopics: [],
  footer: {},
  contact: '',
  social: [],
  blogroll: [],
  licence: '' as const,
  accent: '',
  logoMediaId: null,
  iconMediaId: null,
  logo: null,
  icon: null,
});

/** Returns where the links around a page in `language` lead, in order. */
function linksAround(language: LanguageCode, languages: LanguageCode[]): string[] {
  const site = siteIn(languages);
  const html = renderToStaticMarkup(
    <>
      <Masthead site={site} language={language} isFront={false} translations={[]} hasSearch />
      <Footer site={site} language={language} hasSearch={false} hasEditions />
    </>,
  );
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
}

test('a publication of one language offers no editions, whatever the language of the page', () => {
  expect(linksAround('en', ['en'])).not.toContain('/en');
  for (const language of ['en', 'km'] as const) expect(linksAround(language, ['en'])).not.toContain('/km');
});

test('the publication’s name links to the front page where the language of the page has no edition', () => {
  expect(linksAround('km', ['en'])[0]).toBe('/');
  expect(linksAround('km', ['en', 'km'])[0]).toBe('/km');
});

test('a publication of two languages offers both editions', () => {
  expect(linksAround('en', ['en', 'km'])).toEqual(expect.arrayContaining(['/en', '/km']));
});

test('a search can be filtered by language where there are several', () => {
  const filters = { topics: [], authors: [], years: [] };
  const chosen = { lang: '', topic: '', author: '', year: '' };
  const htmlIn = (languages: LanguageCode[]) =>
    renderToStaticMarkup(
      <SearchNarrowing filters={filters} languages={languages} language="en" dates={{}} chosen={chosen} />,
    );
  expect(htmlIn(['en'])).not.toContain('name="lang"');
  expect(htmlIn(['en', 'km'])).toContain('name="lang"');
});
