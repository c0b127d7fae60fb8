import { adminPostPath } from '@/lib/addresses';
import '@fontsource-variable/noto-serif-khmer';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Proof } from '@/components/editor/publishing/proof/proof.client';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireReader } from '@/lib/next/session';
import { findPreviewPost } from '@/lib/posts/queries';
import { environment } from '@/lib/settings/environment';
import { readSite } from '@/lib/settings/site';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).publishing.preview };
}

/** Shows the draft as readers will see it: on a phone, on a desktop, in search results and in a chat. */
export default async function ProofPage({ params }: { params: Promise<{ id: string }> }) {
  const postId = Number((await params).id);
  await requireReader(postId);
  const db = database();
  const post = findPreviewPost(db, postId, Date.now()) ?? notFound();
  const siteName = localText(readSite(db).name, post.language);
  const card = {
    title: post.seoTitle || post.headline,
    description: post.seoDescription || post.standfirst || post.excerpt,
    siteName,
    host: new URL(environment().siteUrl).host,
    slug: post.slug,
    picture: adminPostPath(post.id, 'share-picture'),
  };
  return <Proof postId={post.id} language={post.language} card={card} />;
}
