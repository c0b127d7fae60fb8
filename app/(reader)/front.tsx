import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { CardPlace } from '@/components/reader/article/card-styles';
import { PostCard } from '@/components/reader/article/post-card';
import { StructuredData } from '@/components/reader/article/structured-data';
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
import { POSTS_PER_PAGE } from '@/lib/posts/page-numbers';
import { listPublishedPosts } from '@/lib/posts/queries';
import type { PostSummary } from '@/lib/posts/types';
import { listSeriesInUse } from '@/lib/series/series';
import { environment } from '@/lib/settings/environment';
import { metadataOf, pageNumber } from './page-metadata';
import { requestSite } from './request-site';
import { WholeFront } from './whole-front';

/** The whole publication (`/`), or its edition in one language (`/km`). */
interface Front {
  edition: LanguageCode | null;
  /** The page number in the address; absent on the first page. */
  n?: string;
}

/** Renders the front page or an edition: the newest post large, then the others by date. */
export function FrontPage({ edition, n }: Front) {
  const db = database();
  const { site, language: main } = requestSite();
  const language = edition ?? main;
  const page = pageNumber(n);
  const { posts, total } = listPublishedPosts(db, {
    language: edition ?? undefined,
    page,
    perPage: POSTS_PER_PAGE,
  });
  if (page > 1 && posts.length === 0) notFound();
  const ranked = page === 1 ? rankedPosts(posts) : [];
  const isWhole = page === 1 && site.hasWholePosts;
  const river = posts.slice(ranked.length);
  const publisher = { siteName: localText(site.name, language), siteUrl: environment().siteUrl };
  const path = edition ? editionPath(edition) : '/';
  return (
    <SiteDocument site={site} language={language} isFront>
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
      {isWhole ? (
        <WholeFront site={site} posts={posts} language={language} edition={edition} />
      ) : (
        <div className="grid md:grid-cols-6 md:gap-x-10">
          {ranked.map(({ post, place }) => (
            <PostCard key={post.id} post={post} dates={site} place={place} />
          ))}
          <River posts={river} dates={site} isUnderLead={ranked.length === 1} />
          <FrontRail
            topics={listTopicsInUse(db)}
            series={listSeriesInUse(db, edition ?? undefined)}
            language={language}
          />
        </div>
      )}
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(total / POSTS_PER_PAGE)}
        hrefOf={(to) => pagePath(path, to)}
      />
    </SiteDocument>
  );
}

interface RiverProps {
  posts: PostSummary[];
  dates: DateSettings;
  /** Whether it follows the lead, which has a line below it. */
  isUnderLead: boolean;
}

function River({ posts, dates, isUnderLead }: RiverProps) {
  const hasLine = posts.length > 0 && !isUnderLead;
  return (
    <div className={`md:col-span-full lg:col-span-4 ${hasLine ? 'border-rule border-t' : ''}`}>
      {posts.map((post) => (
        <PostCard key={post.id} post={post} dates={dates} place="river" />
      ))}
    </div>
  );
}

const SECONDS = 3;

/** Ranks posts: the newest is the lead, and the next three appear below it, if there are enough. */
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
