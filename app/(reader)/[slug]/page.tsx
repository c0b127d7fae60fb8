import { notFound } from 'next/navigation';
import { decodedSlug } from '@/lib/addresses';
import { editionOf } from '../edition-of';
import { FrontPage, frontMetadata } from '../front';
import { postMetadata } from '../post-metadata';
import { PostPage } from '../post-page';
import { requestPost } from '../request-post';
import { requestSite } from '../request-site';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[slug]'>;

export async function generateMetadata({ params }: Props) {
  const slug = decodedSlug((await params).slug);
  const edition = editionOf(slug);
  if (edition) return frontMetadata({ edition });
  return postMetadata(requestSite().site, requestPost(slug) ?? notFound());
}

/** A post, a fixed page, or an edition's front page: a language code is never the slug of a post. */
export default async function Page({ params }: Props) {
  const slug = decodedSlug((await params).slug);
  const edition = editionOf(slug);
  if (edition) return <FrontPage edition={edition} />;
  return <PostPage site={requestSite().site} post={requestPost(slug) ?? notFound()} />;
}
