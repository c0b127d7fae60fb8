import { expect, test } from 'vitest';
import { buildLivePost } from '@/tools/testing/live-post';
import { articleData } from './article';
import { graphJson } from './graph';
import { authorData, breadcrumbData, collectionData, fixedPageData } from './places';
import { seriesData } from './series';

const publisher = { siteName: 'The Lamp', siteUrl: 'https://example.org' };
const post = buildLivePost({
  slug: 'ស្ពាន',
  language: 'km',
  headline: 'A </script> case',
  byline: [{ name: 'Sok Dara', slug: 'sok-dara', biography: {}, portrait: null }],
  publishedAt: Date.UTC(2026, 0, 2),
  updatedAt: 0,
  leadMedia: null,
  corrections: [{ id: 1, note: 'It was two.', publishedAt: Date.UTC(2026, 1, 2) }],
});
const source = {
  publication: 'The Reed',
  url: 'https://reed.example/a',
  authors: ['Ann'],
  publishedOn: '2025-11-02',
  agency: 'Wire',
  rights: '© The Reed',
};

test('an original post is an opinion with its author, its painted picture and its corrections', () => {
  expect(articleData(post, publisher, '/share/x/1.png')).toMatchObject({
    '@type': 'OpinionNewsArticle',
    url: `https://example.org/${encodeURIComponent('ស្ពាន')}`,
    articleSection: ['ច្បាប់'],
    author: [{ '@type': 'Person', name: 'Sok Dara', url: 'https://example.org/authors/sok-dara' }],
    image: 'https://example.org/share/x/1.png',
    dateModified: '2026-01-02T00:00:00.000Z',
    correction: [{ '@type': 'CorrectionComment', text: 'It was two.' }],
  });
});

test('a republished post names its source, the rights holder and the authors there', () => {
  expect(articleData({ ...post, byline: [], source }, publisher, '/x.png')).toMatchObject({
    '@type': 'NewsArticle',
    author: [{ '@type': 'Person', name: 'Ann' }],
    isBasedOn: { url: source.url, datePublished: '2025-11-02', publisher: { name: 'The Reed' } },
    creditText: 'The Reed / Wire',
    copyrightNotice: '© The Reed',
  });
});

test('a lead picture has its size and its credit, in a format that every network reads', () => {
  const leadMedia = {
    id: 'm1',
    kind: 'picture' as const,
    mime: 'image/jpeg',
    widthPx: 1600,
    heightPx: 800,
    focusX: 50,
    focusY: 50,
    alt: '',
    caption: 'The Mekong',
    credit: 'Sok Dara',
    renditions: [
      { file: '1200.avif', mime: 'image/avif', widthPx: 1200, heightPx: 600, bytes: 1 },
      { file: '1200.jpg', mime: 'image/jpeg', widthPx: 1200, heightPx: 600, bytes: 1 },
    ],
  };
  expect(articleData({ ...post, leadMedia }, publisher, '/x.png').image).toMatchObject({
    url: 'https://example.org/media/m1/1200.jpg',
    width: { value: 1200 },
    creditText: 'Sok Dara',
  });
});

test('a headline cannot end the element that contains the data', () => {
  const json = graphJson([articleData(post, publisher, '/x.png'), breadcrumbData([], publisher.siteUrl)]);
  expect(json).not.toContain('<');
  expect(JSON.parse(json)['@graph'][0].headline).toBe(post.headline);
});

test('a part names its series and its position in it, and the series names its parts', () => {
  const name = { en: 'Letters', km: 'សំបុត្រ' };
  const series = { slug: 'letters', name, parts: [], at: 1 };
  const id = 'https://example.org/series/letters#series';
  expect(articleData(post, publisher, '/x.png', series)).toMatchObject({
    isPartOf: { '@type': 'CreativeWorkSeries', '@id': id, name: 'សំបុត្រ' },
    position: 2,
  });
  const parts = [{ slug: 'home', headline: 'Home', part: 1 }];
  const page = { slug: 'letters', name: 'Letters', description: '', parts };
  expect(seriesData(page, publisher.siteUrl)).toMatchObject({
    '@id': id,
    hasPart: [{ '@id': 'https://example.org/home#article', position: 1 }],
  });
});

test('an agency is an organisation, as an author of ours, as the source, and where its name is that of an author', () => {
  const byline = [{ name: 'Riverline', slug: 'riverline', biography: {}, isOrganisation: true }];
  expect(articleData({ ...post, byline }, publisher, '/x.png').author).toMatchObject([
    { '@type': 'Organization', name: 'Riverline', url: 'https://example.org/authors/riverline' },
  ]);
  const wire = { ...source, authors: [], agency: 'Wire' };
  expect(articleData({ ...post, byline: [], source: wire }, publisher, '/x.png')).toMatchObject({
    author: [{ '@type': 'Organization', name: 'Wire' }],
    isBasedOn: { author: [{ '@type': 'Organization', name: 'Wire' }] },
  });
  const named = { ...source, authors: ['Ann', 'WIRE'], agency: 'Wire' };
  expect(articleData({ ...post, byline: [], source: named }, publisher, '/x.png').author).toMatchObject([
    { '@type': 'Person', name: 'Ann' },
    { '@type': 'Organization', name: 'WIRE' },
  ]);
  const page = { name: 'Riverline', biography: '', url: 'https://example.org/authors/riverline' };
  expect(authorData({ ...page, isOrganisation: true }).mainEntity).toMatchObject({ '@type': 'Organization' });
  expect(authorData({ ...page, isOrganisation: false }).mainEntity).toMatchObject({ '@type': 'Person' });
});

test('a list names its posts in order; the page about the publication names it as its subject', () => {
  const listed = { name: 'Law', path: '/topics/law', language: 'en', posts: [{ slug: 'a' }, { slug: 'ខ' }] };
  expect(collectionData(listed, publisher.siteUrl)).toMatchObject({
    '@type': 'CollectionPage',
    url: 'https://example.org/topics/law',
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: [
        { position: 1, url: 'https://example.org/a' },
        { position: 2, url: `https://example.org/${encodeURIComponent('ខ')}` },
      ],
    },
  });
  const page = (slug: string) => fixedPageData({ ...post, slug }, publisher);
  expect(page('about-us')).toMatchObject({
    '@type': 'AboutPage',
    mainEntity: { '@id': 'https://example.org/#publisher' },
    publisher: { '@type': 'NewsMediaOrganization' },
  });
  expect(page('អំពីយើង')).toMatchObject({ '@type': 'AboutPage' });
  expect(page('contact')).toMatchObject({ '@type': 'ContactPage' });
  expect(page('terms')).toMatchObject({ '@type': 'WebPage' });
});
