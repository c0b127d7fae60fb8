import { notFound } from 'next/navigation';
import { cache, Fragment } from 'react';
import { KickerLine } from '@/components/reader/article/kicker';
import { PostCard } from '@/components/reader/article/post-card';
import { Standfirst } from '@/components/reader/article/standfirst';
import { SiteDocument } from '@/components/reader/site/site-document';
import { LIST } from '@/components/reader/site/styles';
import { feedPath } from '@/lib/addresses';
import { parseFeedPath } from '@/lib/formats/feeds/answer-feed';
import { feedLinks } from '@/lib/formats/feeds/discovery';
import { feedHeading } from '@/lib/formats/feeds/find-feed';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { listFeedSummaries } from '@/lib/posts/queries';
import { environment } from '@/lib/settings/environment';
import { PageHead, PageHeading } from '../../../page-head';
import { metadataOf } from '../../../page-metadata';
import { requestSite } from '../../../request-site';

export const dynamic = 'force-dynamic';

const POSTS_SHOWN = 10;

type Props = PageProps<'/feeds/about/[...feed]'>;

/** Read once per request, for the page and its metadata. */
const requestFeed = cache((path: string) => {
  const parsed = parseFeedPath(path.split('/'));
  const heading = parsed && feedHeading(database(), requestSite().site, parsed.place);
  return heading && { ...heading, ...parsed };
});

async function requireFeed({ params }: Props) {
  return requestFeed((await params).feed.join('/')) ?? notFound();
}

export async function generateMetadata(props: Props) {
  const { title, language } = await requireFeed(props);
  const siteName = localText(requestSite().site.name, language);
  return metadataOf({ title, description: '', path: '/feeds', siteName, language, isUnlisted: true });
}

/** The page for people who open the address of a feed in a browser. */
export default async function FeedForPeople(props: Props) {
  const { title, path, file, place, language, filter } = await requireFeed(props);
  const { site } = requestSite();
  const words = stringsFor(language);
  const posts = listFeedSummaries(database(), filter, POSTS_SHOWN);
  const others = feedLinks(place, localText(site.name, language)).filter(({ href }) => !href.endsWith(file));
  const { siteUrl } = environment();
  return (
    <SiteDocument site={site} language={language}>
      <PageHead>
        <KickerLine>{words.feedIsThis}</KickerLine>
        <PageHeading>{title}</PageHeading>
        <Standfirst className="mt-2">{words.feedExplained}</Standfirst>
      </PageHead>
      <p className="bg-wash mb-4 px-4 py-3 wrap-anywhere select-all">{siteUrl + feedPath(path, file)}</p>
      <p>
        {words.feedOtherForms}{' '}
        {others.map(({ href, title: form }, index) => (
          <Fragment key={href}>
            {index > 0 && ' · '}
            <a href={href}>{form}</a>
          </Fragment>
        ))}
      </p>
      <p>
        <a href="/feeds">{words.feedAll}</a>
      </p>
      <h2 className="mt-8 mb-2">{words.feedLatest}</h2>
      {posts.length === 0 && <p className="my-6">{words.nothingYet}</p>}
      <div className={LIST}>
        {posts.map((post) => (
          <PostCard key={post.id} post={post} dates={site} />
        ))}
      </div>
    </SiteDocument>
  );
}
