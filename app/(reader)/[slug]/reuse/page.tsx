import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KickerLine } from '@/components/reader/article/kicker';
import { Reuse } from '@/components/reader/article/reuse';
import { SiteDocument } from '@/components/reader/site/site-document';
import { decodedSlug, postPath, reusePath } from '@/lib/addresses';
import { reuseOf } from '@/lib/formats/reuse/reuse-of';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { environment } from '@/lib/settings/environment';
import { PageHead, PageHeading } from '../../page-head';
import { metadataOf } from '../../page-metadata';
import { requestPost } from '../../request-post';
import { requestSite } from '../../request-site';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[slug]/reuse'>;

async function requirePost({ params }: Props) {
  return requestPost(decodedSlug((await params).slug)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, headline, language } = await requirePost(props);
  const { site } = requestSite();
  return metadataOf({
    title: `${stringsFor(language).reuseTitle}: ${headline}`,
    description: '',
    path: reusePath(slug),
    siteName: localText(site.name, language),
    language,
    isUnlisted: true,
  });
}

/** The page for those who want to publish a post elsewhere, or to cite it. */
export default async function ReusePage(props: Props) {
  const post = await requirePost(props);
  const { site } = requestSite();
  const { language, slug, headline } = post;
  return (
    <SiteDocument site={site} language={language}>
      <PageHead>
        <KickerLine>{stringsFor(language).reuseTitle}</KickerLine>
        <PageHeading>{headline}</PageHeading>
        <p className="mt-2">
          <a href={postPath(slug)}>{stringsFor(language).reuseOriginal}</a>
        </p>
      </PageHead>
      <Reuse language={language} {...reuseOf(post, site, environment().siteUrl)} />
    </SiteDocument>
  );
}
