import type { CreativeWorkSeries } from 'schema-dts';
import { postPath, seriesPath } from '@/lib/addresses';

type SeriesThing = Exclude<CreativeWorkSeries, string>;

/**
 * Describes a series by its name and address, as its parts refer to it. @see
 * https://schema.org/CreativeWorkSeries
 */
export function seriesThing({ slug, name }: { slug: string; name: string }, siteUrl: string): SeriesThing {
  const url = siteUrl + seriesPath(slug);
  return { '@type': 'CreativeWorkSeries', '@id': `${url}#series`, name, url };
}

interface SeriesPage {
  slug: string;
  name: string;
  description: string;
  parts: { slug: string; headline: string; part: number }[];
}

/** Describes a series with the parts that its page lists. */
export function seriesData({ description, parts, ...series }: SeriesPage, siteUrl: string): SeriesThing {
  return {
    ...seriesThing(series, siteUrl),
    description: description || undefined,
    hasPart: parts.map(({ slug, headline, part }) => {
      const url = siteUrl + postPath(slug);
      return { '@type': 'Article', '@id': `${url}#article`, url, headline, position: part } as const;
    }),
  };
}
