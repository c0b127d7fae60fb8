import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PostCard } from '@/components/reader/article/post-card';
import { Standfirst } from '@/components/reader/article/standfirst';
import { StructuredData } from '@/components/reader/article/structured-data';
import { Pagination } from '@/components/reader/site/pagination';
import { SiteDocument } from '@/components/reader/site/site-document';
import { LIST } from '@/components/reader/site/styles';
import { decodedSlug, pagePath, seriesPath } from '@/lib/addresses';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { seriesData } from '@/lib/formats/structured-data/series';
import { formatNumber } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { POSTS_PER_PAGE } from '@/lib/posts/page-numbers';
import { type LivePart, listLiveParts } from '@/lib/series/parts';
import { findSeries } from '@/lib/series/series';
import { environment } from '@/lib/settings/environment';
import type { Site } from '@/lib/settings/site';
import { ListHead } from '../../list-head';
import { metadataOf, pageNumber } from '../../page-metadata';
import { requestSite } from '../../request-site';

/** Read once per request, for the page and its metadata. */
const requestSeries = cache((slug: string) => findSeries(database(), slug));

interface Address {
  slug: string;
  n?: string;
}

/** Renders one page of the series' parts in their order, those in the publication's first language first. */
export function SeriesPage(address: Address) {
  const { series, path, language, only, site, name, description } = requireSeriesAt(address);
  const page = pageNumber(address.n);
  const asked = { seriesId: series.id, language, only, page, perPage: POSTS_PER_PAGE };
  const { parts, total } = listLiveParts(database(), asked);
  if (page > 1 && parts.length === 0) notFound();
  const languages = [...new Set(parts.map(({ post }) => post.language))];
  const needsHeadings = languages.length > 1 || languages.some((code) => code !== language);
  const listed = parts.map(({ post, part }) => ({ slug: post.slug, headline: post.headline, part }));
  const data = seriesData({ slug: series.slug, name, description, parts: listed }, environment().siteUrl);
  return (
    <SiteDocument site={site} language={language}>
      <ListHead kicker={stringsFor(language).series} heading={name} media={pictureOf(series.mediaId)}>
        {description && <Standfirst className="mt-2">{description}</Standfirst>}
      </ListHead>
      {parts.length === 0 && <p className="my-6">{stringsFor(language).nothingYet}</p>}
      {languages.map((code) => (
        <section key={code} className={LIST} lang={code} aria-label={LANGUAGES[code].ownName}>
          {needsHeadings && (
            <h2 className="text-ui km:leading-title pt-8 font-sans leading-[1.9] font-semibold">
              {LANGUAGES[code].ownName}
            </h2>
          )}
          <Parts parts={parts.filter(({ post }) => post.language === code)} language={code} site={site} />
        </section>
      ))}
      <Pagination
        language={language}
        dates={site}
        page={page}
        pages={Math.ceil(total / POSTS_PER_PAGE)}
        hrefOf={(to) => pagePath(path, to)}
      />
      <StructuredData things={[data]} />
    </SiteDocument>
  );
}

function Parts({ parts, language, site }: { parts: LivePart[]; language: LanguageCode; site: Site }) {
  return parts.map(({ post, part }) => (
    <div key={post.id} className="border-rule border-b py-6">
      <p className="text-small text-soft font-sans leading-[1.9] font-semibold">
        {fill(stringsFor(language).partNumber, { part: formatNumber(part, language, site) })}
      </p>
      <PostCard post={post} dates={site} place="series" />
    </div>
  ));
}

/** Builds the metadata of a page of the series' parts. */
export function seriesMetadata(address: Address): Metadata {
  const { series, only, path, site, language, name, description } = requireSeriesAt(address);
  const page = pageNumber(address.n);
  const siteName = localText(site.name, language);
  return metadataOf({
    title: `${name} – ${siteName}`,
    description,
    path: pagePath(path, page),
    siteName,
    feeds: feedLinks({ kind: 'series', slug: series.slug, only }, name),
  });
}

function requireSeriesAt(address: Address) {
  const series = requestSeries(decodedSlug(address.slug)) ?? notFound();
  const { site, language, only } = requestSite();
  const path = seriesPath(series.slug);
  const name = localText(series.name, language);
  return { site, language, only, series, path, name, description: localText(series.description, language) };
}

function pictureOf(mediaId: string | null) {
  return mediaId ? findMediaFacts(database(), [mediaId]).get(mediaId) : null;
}
