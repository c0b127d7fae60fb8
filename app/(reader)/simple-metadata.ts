import type { Metadata } from 'next';
import { feedLinks, feedPlaceIn } from '@/lib/formats/feeds/discovery';
import { localText } from '@/lib/language/languages';
import { type Strings, stringsFor } from '@/lib/language/strings';
import { metadataOf } from './page-metadata';
import { requestSite } from './request-site';

interface Simple {
  path: string;
  titleOf: (words: Strings) => string;
  isUnlisted?: boolean;
}

/** Builds the metadata of a page that differs between publications only in the site name. */
export function simpleMetadata({ path, titleOf, isUnlisted }: Simple): Metadata {
  const { site, language } = requestSite();
  const siteName = localText(site.name, language);
  return metadataOf({
    title: `${titleOf(stringsFor(language))} – ${siteName}`,
    description: '',
    path,
    siteName,
    feeds: feedLinks(feedPlaceIn(language, site), siteName),
    isUnlisted,
  });
}

/** Returns the interface texts for pages whose language is not decided by a post. */
export function siteWords() {
  const { site, language, only } = requestSite();
  return { site, language, only, words: stringsFor(language) };
}
