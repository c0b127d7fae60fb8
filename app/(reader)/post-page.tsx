import type { ReactNode } from 'react';
import { COLUMN } from '@/components/reader/article/column';
import { FurtherReading } from '@/components/reader/article/further-reading';
import { PostArticle } from '@/components/reader/article/post-article';
import { SeriesParts } from '@/components/reader/article/series-notes';
import { Share } from '@/components/reader/article/share';
import { StructuredData } from '@/components/reader/article/structured-data';
import { ArchiveNav } from '@/components/reader/site/archive-nav';
import { SiteDocument } from '@/components/reader/site/site-document';
import { isRepublishable } from '@/lib/formats/reuse/republished';
import { licenceOfSite } from '@/lib/formats/reuse/reuse-of';
import { mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { archiveMenu, yearOf } from '@/lib/posts/archive-menu';
import { findNeighbours, type Neighbours } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { environment } from '@/lib/settings/environment';
import type { Site } from '@/lib/settings/site';
import { zonedMonth } from '@/lib/settings/zoned-time';
import { fixedPageThings, postData } from './post-data';

/** Renders the page of one post, live or in preview. */
export function PostPage({ site, post, notice }: { site: Site; post: LivePost; notice?: ReactNode }) {
  const { language } = post;
  const isPost = post.kind === 'post';
  const archive = language === mainLanguage(site) ? undefined : language;
  const neighbours = isPost ? findNeighbours(database(), post, archive) : null;
  const series = neighbours?.series ?? null;
  return (
    <SiteDocument site={site} language={language} translations={post.translations} notice={notice}>
      <PostArticle post={post} series={series} dates={site} />
      {series && <SeriesParts series={series} language={language} dates={site} />}
      <Share
        post={post}
        siteUrl={environment().siteUrl}
        isRepublishable={isRepublishable(post, licenceOfSite(site))}
      />
      {neighbours && <LeadingOn site={site} post={post} neighbours={neighbours} />}
      <StructuredData things={isPost ? postData(site, post, series) : fixedPageThings(site, post)} />
    </SiteDocument>
  );
}

/** What follows a post: further posts in the column of its text, and the archive next to them where there is room. */
function LeadingOn({ site, post, neighbours }: { site: Site; post: LivePost; neighbours: Neighbours }) {
  const { language } = post;
  const menu = archiveMenu(neighbours.months, yearOf(zonedMonth(post.publishedAt, site.timeZone)));
  return (
    <div className="mt-12 grid gap-x-8 lg:grid-cols-[1fr_minmax(0,38rem)_1fr]">
      <div className={`${COLUMN} mx-auto lg:col-start-2`}>
        <FurtherReading neighbours={neighbours} language={language} dates={site} />
      </div>
      {menu && (
        <ArchiveNav
          menu={menu}
          language={language}
          dates={site}
          className={`${COLUMN} mx-auto max-lg:mt-8 lg:col-start-3`}
        />
      )}
    </div>
  );
}
