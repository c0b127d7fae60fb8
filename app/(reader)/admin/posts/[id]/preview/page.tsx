import { notFound } from 'next/navigation';
import { adminPostPath } from '@/lib/addresses';
import { stringsFor } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { requireReader } from '@/lib/next/session';
import { findPreviewPost } from '@/lib/posts/queries';
import { PostPage } from '../../../../post-page';
import { requestSite } from '../../../../request-site';

export const dynamic = 'force-dynamic';
export const metadata = { title: 'Preview', robots: { index: false, follow: false } };

/** Shows a draft as readers would see it, for signed-in users. */
export default async function Page({ params }: PageProps<'/admin/posts/[id]/preview'>) {
  const { id } = await params;
  if (!/^\d{1,12}$/.test(id)) notFound();
  await requireReader(Number(id));
  const post = findPreviewPost(database(), Number(id), Date.now()) ?? notFound();
  const words = stringsFor(post.language);
  const notice = (
    <>
      {words.preview} <a href={adminPostPath(post.id)}>{words.backToEditor}</a>
    </>
  );
  return <PostPage site={requestSite().site} post={post} notice={notice} />;
}
