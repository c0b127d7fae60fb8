import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, expect, test } from 'vitest';
import { readSite, type Site } from '@/lib/settings/site';
import { openTestSite } from '@/tools/testing/test-site';
import { FooterWords } from './footer-words';
import { SiteName } from './site-name';

const { db, close } = openTestSite();
afterAll(close);
const site: Site = { ...readSite(db), name: { en: 'The Lamp', km: 'ចង្កៀង' } };

const footer = (changes: Partial<Site>, language: 'en' | 'km' = 'en') =>
  renderToStaticMarkup(<FooterWords site={{ ...site, ...changes }} language={language} />);

test('a footer about which nothing is said is empty', () => {
  expect(footer({})).toBe('');
});

test('words, contact, networks and other sites are shown with their links', () => {
  const html = footer({
    footer: { en: 'Made by the river.\n\nSince 2019.' },
    contact: 'desk@lamp.example',
    social: ['https://www.facebook.com/lamp', 'https://social.example/@lamp'],
    blogroll: [
      { label: { en: 'The Reed' }, path: 'https://reed.example/' },
      { label: { en: 'Why we write' }, path: '/why' },
    ],
  });
  expect(html.match(/<p class="[^"]*">(?:Made by the river|Since 2019)\.<\/p>/g)).toHaveLength(2);
  expect(html).toMatch(/href="mailto:desk@lamp\.example"[^>]*>desk@lamp\.example</);
  expect(html).toMatch(/href="https:\/\/www\.facebook\.com\/lamp" rel="me"[^>]*>Facebook</);
  expect(html).toMatch(/rel="me"[^>]*>social\.example</);
  expect(html).toMatch(/href="https:\/\/reed\.example\/" rel="external"[^>]*>The Reed</);
  expect(html).toMatch(/href="\/why" class/);
});

test('a licence is a link to its text, and reserved rights name the publication in the page’s language', () => {
  const html = footer({ licence: 'by-nc-nd' });
  expect(html).toContain('href="https://creativecommons.org/licenses/by-nc-nd/4.0/" rel="license external"');
  expect(html).toContain('>CC BY-NC-ND 4.0<');
  expect(footer({ licence: 'reserved' })).toContain('© The Lamp. All rights reserved.');
  expect(footer({ licence: 'reserved' }, 'km')).toContain('© ចង្កៀង');
});

test('the logo stands for the name, and says it', () => {
  const name = (logo: Site['logo']) =>
    renderToStaticMarkup(<SiteName site={{ ...site, logo }} language="en" />);
  expect(name(null)).toBe('The Lamp');
  const rendition = (file: string, mime: string, widthPx: number) => ({
    ...{ file, mime, widthPx },
    heightPx: widthPx / 4,
    bytes: 1,
  });
  const renditions = [
    rendition('480.webp', 'image/webp', 480),
    rendition('800.png', 'image/png', 800),
    rendition('800.webp', 'image/webp', 800),
  ];
  const html = name({ id: 'a', widthPx: 800, heightPx: 200, renditions });
  expect(html).toContain('src="/media/a/480.webp" width="160" height="40" alt="The Lamp"');
});
