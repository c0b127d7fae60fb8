import { notFound } from 'next/navigation';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { findPreviewed } from '@/lib/posts/preview/preview-links';
import { findPreviewPost } from '@/lib/posts/queries';
import { PostPage } from '../../post-page';
import { requestSite } from '../../request-site';

export const dynamic = 'force-dynamic';
export const metadata = { title: 'Preview', robots: { index: false, follow: false } };

/** Shows the current draft of a post to anyone with a preview link. */
export default async function SharedPreviewPage({ params }: PageProps<'/preview/[token]'>) {
  const now = Date.now();
  const previewed = findPreviewed(database(), (await params).token, now) ?? notFound();
  const post = findPreviewPost(database(), previewed.postId, now) ?? notFound();
  const { site } = requestSite();
  const date = formatDate(previewed.expiresAt, post.language, site, 'moment');
  const notice = fill(stringsFor(post.language).sharedPreview, { date });
  return <PostPage site={site} post={post} notice={notice} />;
}
