import type { Metadata } from 'next';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { localText } from '@/lib/language/languages';
import { type Strings, stringsFor } from '@/lib/language/strings';
import { metadataOf } from './page-metadata';
import { requestSite } from './request-site';

interface Simple {
  path: string;
  titleOf: (words: Strings) => string;
  isUnlisted?: boolean;
}

/** The head of a page that is the same for every publication but for its name. */
export function simpleMetadata({ path, titleOf, isUnlisted }: Simple): Metadata {
  const { site, language } = requestSite();
  const siteName = localText(site.name, language);
  return metadataOf({
    title: `${titleOf(stringsFor(language))} – ${siteName}`,
    description: '',
    path,
    siteName,
    feeds: feedLinks({ kind: 'site' }, siteName),
    isUnlisted,
  });
}

/** The words of the interface where no post decides the language. */
export function siteWords() {
  const { site, language } = requestSite();
  return { site, language, words: stringsFor(language) };
}
