import { notFound } from 'next/navigation';
import { editionOf } from '../../../edition-of';
import { FrontPage, frontMetadata } from '../../../front';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[slug]/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  const { slug, n } = await params;
  return frontMetadata({ edition: editionOf(slug) ?? notFound(), n });
}

/** A further page of an edition's posts; a post has no pages. */
export default async function Page({ params }: Props) {
  const { slug, n } = await params;
  return <FrontPage edition={editionOf(slug) ?? notFound()} n={n} />;
}
