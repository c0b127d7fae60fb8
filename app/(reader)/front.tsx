import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { CardPlace } from '@/components/reader/article/card-styles';
import { PostCard } from '@/components/reader/article/post-card';
import { StructuredData } from '@/components/reader/article/structured-data';
import { FrontPicks } from '@/components/reader/site/front-picks';
import { FrontRail } from '@/components/reader/site/front-rail';
import { Pagination } from '@/components/reader/site/pagination';
import { SiteDocument } from '@/components/reader/site/site-document';
import { editionPath, pagePath } from '@/lib/addresses';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { collectionData, siteData } from '@/lib/formats/structured-data/places';
import { listTopicsInUse } from '@/lib/labels/topics';
import type { DateSettings } from '@/lib/language/dates';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { listFrontPosts } from '@/lib/posts/front-posts';
import { POSTS_PER_PAGE } from '@/lib/posts/page-numbers';
import { listPublishedPosts } from '@/lib/posts/queries';
import type { PostSummary } from '@/lib/posts/types';
import { listSeriesInUse } from '@/lib/series/series';
import { environment } from '@/lib/settings/environment';
import type { Site } from '@/lib/settings/site';
import { metadataOf, pageNumber } from './page-metadata';
import { requestSite } from './request-site';
import { WholeFront } from './whole-front';

/** The whole publication (`/`), or its edition in one language (`/km`). */
interface Front {
  edition: LanguageCode | null;
  /** The page number in the address; absent on the first page. */
  n?: string;
}

/** Renders the front page or an edition: the pinned or newest post large, then the others by date. */
export function FrontPage({ edition, n }: Front) {
  const { site, language: main } = requestSite();
  const language = edition ?? main;
  const page = pageNumber(n);
  const { posts, picks, total } = postsOf(page, edition ?? undefined);
  if (page > 1 && posts.length === 0) notFound();
  const newestAt =
    page === 1 && posts.length > 0 ? Math.max(...posts.map((post) => post.publishedAt)) : undefined;
  const publisher = { siteName: localText(site.name, language), siteUrl: environment().siteUrl };
  const path = edition ? editionPath(edition) : '/';
  return (
    <SiteDocument site={site} language={language} isFront newestAt={newestAt}>
      <StructuredData
        things={[
          siteData(publisher, localText(site.tagline, language), language),
          collectionData(
            { name: publisher.siteName, path: pagePath(path, page), language, posts },
            publisher.siteUrl,
          ),
        ]}
      />
      {posts.length === 0 && <p className="my-6">{stringsFor(language).nothingYet}</p>}
      {page === 1 && site.hasWholePosts ? (
        <>
          <FrontPicks posts={picks} language={language} dates={site} />
          <WholeFront site={site} posts={posts} language={language} edition={edition} />
        </>
      ) : (
        <RankedFront {...{ posts, picks, site, language, edition }} isFirst={page === 1} />
      )}
      <Pagination
        language={language}
        dates={site}
        page={page}
        pages={Math.ceil(total / POSTS_PER_PAGE)}
        hrefOf={(to) => pagePath(path, to)}
      />
    </SiteDocument>
  );
}

/** Returns the posts of a page in their order, and on the first page also what editors put there. */
function postsOf(page: number, language: LanguageCode | undefined) {
  const perPage = POSTS_PER_PAGE;
  // Without a language the page lists all of them, and a translated post once.
  const filter = language ? { language } : { isOnce: true };
  if (page > 1) return { ...listPublishedPosts(database(), { ...filter, page, perPage }), picks: [] };
  const { pinned, posts, ...front } = listFrontPosts(database(), { language, perPage });
  return { ...front, posts: pinned ? [pinned, ...posts] : posts };
}

interface RankedProps {
  posts: PostSummary[];
  picks: PostSummary[];
  site: Site;
  language: LanguageCode;
  edition: LanguageCode | null;
  /** Whether this is the first page, where posts are ranked. */
  isFirst: boolean;
}

/** Shows each post once: in its rank, among the picks, or in the river. */
function RankedFront({ posts, picks, site, language, edition, isFirst }: RankedProps) {
  const db = database();
  const ranked = isFirst ? rankedPosts(posts) : [];
  const isAbove = new Set(ranked.map(({ post }) => post.id));
  const shownPicks = picks.filter(({ id }) => !isAbove.has(id));
  for (const { id } of shownPicks) isAbove.add(id);
  const river = posts.filter(({ id }) => !isAbove.has(id));
  return (
    <div className="grid md:grid-cols-6 md:gap-x-10">
      {ranked.map(({ post, place }) => (
        <PostCard key={post.id} post={post} dates={site} place={place} isMixed={!edition} />
      ))}
      <FrontPicks posts={shownPicks} language={language} dates={site} />
      <River
        posts={river}
        dates={site}
        isMixed={!edition}
        isUnderLead={ranked.length === 1 && shownPicks.length === 0}
      />
      <FrontRail
        topics={listTopicsInUse(db, edition ?? undefined)}
        series={listSeriesInUse(db, edition ?? undefined)}
        language={language}
      />
    </div>
  );
}

interface RiverProps {
  posts: PostSummary[];
  dates: DateSettings;
  /** Whether the page lists all languages. */
  isMixed: boolean;
  /** Whether it follows the lead, which has a line below it. */
  isUnderLead: boolean;
}

function River({ posts, dates, isMixed, isUnderLead }: RiverProps) {
  const hasLine = posts.length > 0 && !isUnderLead;
  return (
    <div className={`md:col-span-full lg:col-span-4 ${hasLine ? 'border-rule border-t' : ''}`}>
      {posts.map((post) => (
        <PostCard key={post.id} post={post} dates={dates} place="river" isMixed={isMixed} />
      ))}
    </div>
  );
}

const SECONDS = 3;

/** Ranks posts: the first is the lead, and the next three appear below it, if there are enough. */
function rankedPosts(posts: PostSummary[]): { post: PostSummary; place: CardPlace }[] {
  const seconds = posts.length > SECONDS ? SECONDS : 0;
  return posts.slice(0, 1 + seconds).map((post, index) => ({ post, place: index === 0 ? 'lead' : 'second' }));
}

/** Builds the metadata of the front page or an edition. */
export function frontMetadata({ edition, n }: Front): Metadata {
  const { site, language: main } = requestSite();
  const language = edition ?? main;
  const name = localText(site.name, language);
  const page = pageNumber(n);
  const path = pagePath(edition ? editionPath(edition) : '/', page);
  return metadataOf({
    title: page > 1 ? `${stringsFor(language).pageOf} ${page} – ${name}` : name,
    description: localText(site.tagline, language),
    path,
    language,
    isInstallable: true,
    siteName: name,
    feeds: feedLinks(edition ? { kind: 'edition', slug: edition } : { kind: 'site' }, name),
    languages:
      site.languages.length > 1
        ? { ...Object.fromEntries(site.languages.map((code) => [code, editionPath(code)])), 'x-default': '/' }
        : undefined,
  });
}
