import type { MediaFacts } from '@/lib/document/media-facts';
import type { LivePost } from '@/lib/posts/types';

const publishedAt = Date.UTC(2026, 0, 2, 3, 4, 5);
const updatedAt = Date.UTC(2026, 1, 3, 4, 5, 6);
const feedId = '0b8a1c2e-4f5d-4c3b-9a7e-1d2c3b4a5f60';

const leadMedia: MediaFacts = {
  id: 'a1b2c3d4e5f6g7h8',
  kind: 'picture',
  mime: 'image/jpeg',
  widthPx: 1600,
  heightPx: 800,
  focusX: 50,
  focusY: 50,
  alt: 'A "river" & its bank',
  caption: 'The Mekong',
  credit: 'Sok Dara',
  renditions: [
    { file: '1200.avif', mime: 'image/avif', widthPx: 1200, heightPx: 600, bytes: 10 },
    { file: '1200.jpg', mime: 'image/jpeg', widthPx: 1200, heightPx: 600, bytes: 20 },
  ],
};

/** Builds a live post as pages and feeds get it, without a database. */
export function buildLivePost(overrides: Partial<LivePost> = {}): LivePost {
  return {
    id: 1,
    feedId,
    slug: 'a-case',
    language: 'en',
    kind: 'post',
    isUnlisted: false,
    seriesId: null,
    seriesPart: null,
    republishing: 'site',
    headline: 'Law & <order>',
    standfirst: 'Courts < parliaments & kings',
    excerpt: '',
    byline: [
      { name: 'Sok Dara', slug: 'sok-dara', biography: {}, portrait: null },
      { name: 'A & B', slug: null, biography: {}, portrait: null },
    ],
    publishedAt,
    updatedAt,
    revisedAt: null,
    wordCount: 3,
    leadMedia,
    topic: { slug: 'law', name: { en: 'Law', km: 'ច្បាប់' } },
    correctedAt: null,
    body: { type: 'doc', content: [] },
    bodyHtml: '<p>See <a href="/other">this</a> 😀 ក\u200Bខ ]]&gt; &lt;img src="/no"&gt;</p>',
    topics: [{ slug: 'law', name: { en: 'Law', km: 'ច្បាប់' } }],
    source: null,
    seoTitle: '',
    seoDescription: '',
    corrections: [],
    translations: [],
    ...overrides,
  };
}
