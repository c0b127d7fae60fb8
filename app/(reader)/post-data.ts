import { pathInLanguage, postPath, topicPath } from '@/lib/addresses';
import { cardOfPost, sharingPictureUrl } from '@/lib/formats/sharing-picture/card';
import { articleData } from '@/lib/formats/structured-data/article';
import { breadcrumbData, fixedPageData } from '@/lib/formats/structured-data/places';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSeries } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { environment } from '@/lib/settings/environment';
import { licenceOf } from '@/lib/settings/licences';
import type { Site } from '@/lib/settings/site';

/** Builds the structured data of a fixed page and its breadcrumb. */
export function fixedPageThings(site: Site, page: LivePost) {
  const { siteUrl } = environment();
  const crumbs = [
    { name: stringsFor(page.language).home, path: '/' },
    { name: page.headline, path: postPath(page.slug) },
  ];
  return [
    fixedPageData(page, { siteName: localText(site.name, page.language), siteUrl }),
    breadcrumbData(crumbs, siteUrl),
  ];
}

/** Builds the structured data of a post and its breadcrumb through its first topic. */
export function postData(site: Site, post: LivePost, series: PostSeries | null) {
  const { siteUrl } = environment();
  const siteName = localText(site.name, post.language);
  const picture = sharingPictureUrl(cardOfPost(post, site), post.slug);
  const publisher = { siteName, siteUrl, licenceUrl: licenceOf(site.licence)?.url };
  const [topic] = post.topics;
  const pathIn = (path: string) => pathInLanguage(path, post.language, site);
  const crumbs = [
    { name: stringsFor(post.language).home, path: pathIn('/') },
    ...(topic ? [{ name: localText(topic.name, post.language), path: pathIn(topicPath(topic.slug)) }] : []),
    { name: post.headline, path: postPath(post.slug) },
  ];
  return [articleData(post, publisher, picture, series), breadcrumbData(crumbs, siteUrl)];
}
